# flytekit: AttributeError
import flytekit


@flytekit.tusk  # expect: ?
def t(n: int) -> int:
    return n
