# flytekit: ImportError
from flytekit import tusk  # expect: FTC200 flytekit.tusk cannot be compiled: the stand-in does not have it


@tusk
def t(n: int) -> int:
    return n
