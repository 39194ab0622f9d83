# flytekit: NameError
from __future__ import annotations

from flytekit import task


@task
def t(n: Missing) -> int:  # expect: ?
    return 1
