from flytekit import workflow

from kit.kinds import shared_model as renamed
from .training import also


@workflow
def wf(x: float) -> float:
    return renamed(a=also(x=x), b=x)
