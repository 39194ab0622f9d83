# flytekit: SyntaxError
from flytekit import task

def t(:  # expect: ?
