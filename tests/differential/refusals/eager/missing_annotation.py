# flytekit: FlyteMissingTypeException
from flytekit import eager


@eager  # expect: FTC203 parameter 'n' of e has no type annotation
async def e(n) -> int:
    return n
