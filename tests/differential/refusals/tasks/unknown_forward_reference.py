# flytekit: NameError
from __future__ import annotations

from flytekit import task


@task  # expect: FTC201 an annotation of t does not evaluate: name 'Missing' is not defined
def t(n: Missing) -> int:
    return 1
