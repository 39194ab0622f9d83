# flytekit: IndexError
from flytekit import task


# expect below: FTC201 task unreadable_docstring.adds: its docstring cannot be read: docstring_parser raises IndexError: list index out of range
@task
def adds(x: int) -> int:
    """Adds.

    : :
    """
    return x + 1
