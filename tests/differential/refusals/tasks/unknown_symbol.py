# flytekit: ImportError
from flytekit import tusk  # expect: ?


@tusk
def t(n: int) -> int:
    return n
