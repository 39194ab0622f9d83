# flytekit: ImportError
from flytekit.experimental import eager  # expect: FTC200 flytekit.experimental.eager cannot be compiled: the stand-in does not have it


@eager
async def e(n: int) -> int:
    return n
