# flytekit: ModuleNotFoundError
import no_such_module_anywhere  # expect: ?
from flytekit import task


@task
def t(n: int) -> int:
    return no_such_module_anywhere.f(n)
