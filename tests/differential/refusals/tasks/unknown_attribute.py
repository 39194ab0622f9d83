# flytekit: AttributeError
import flytekit


@flytekit.tusk  # expect: FTC200 flytekit.tusk cannot be compiled: the stand-in does not have it
def t(n: int) -> int:
    return n
