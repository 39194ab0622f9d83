# flytekit: ModuleNotFoundError
import json.no_such_part  # expect: FTC101 module missing_import needs json.no_such_part, which the installed json does not have
from flytekit import task


@task
def t(n: int) -> int:
    return json.no_such_part.f(n)
