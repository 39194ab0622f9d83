# flytekit: accepts
from flytekit import task
from flytekit.extend import TypeEngine

NUMBER = TypeEngine.to_literal_type(int)  # expect: FTC209 TypeEngine.to_literal_type() is called while compiling, expected only in a running task


@task
def use(number: int) -> int:
    return number
