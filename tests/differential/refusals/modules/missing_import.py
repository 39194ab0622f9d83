# flytekit: ModuleNotFoundError
import no_such_module_anywhere  # expect: FTC101 module missing_import raises ModuleNotFoundError: No module named 'no_such_module_anywhere'
from flytekit import task


@task
def t(n: int) -> int:
    return no_such_module_anywhere.f(n)
