# flytekit: exits
import sys

from flytekit import task


@task
def t(n: int) -> int:
    return n


sys.exit(3)  # expect: FTC102 module exits exits with status 3 while it is imported
