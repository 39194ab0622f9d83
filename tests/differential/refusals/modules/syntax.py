# flytekit: SyntaxError
from flytekit import task

def t(:  # expect: FTC101 module syntax raises SyntaxError: invalid syntax
