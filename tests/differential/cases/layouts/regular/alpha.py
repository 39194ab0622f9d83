from flytekit import workflow

from . import zeta
from .deep.tasks import shared as renamed


@workflow
def wf(n: int) -> int:
    return zeta.z(n=renamed(n=n))
