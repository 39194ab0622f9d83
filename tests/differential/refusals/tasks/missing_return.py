# flytekit: FlyteMissingReturnValueException
from flytekit import task


# expect below: FTC201 t declares the result int but has no return statement
@task
def t(n: int) -> int:
    print(n)
