# flytekit: ModuleNotFoundError
import no_such_module_anywhere  # expect: FTC101 module missing_import needs no_such_module_anywhere, which is not installed in this environment
from flytekit import task


@task
def t(n: int) -> int:
    return no_such_module_anywhere.f(n)
