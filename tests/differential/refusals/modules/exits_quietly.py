# flytekit: accepts
import sys

from flytekit import task


@task
def t(n: int) -> int:
    return n


sys.exit(0)  # expect: FTC102 module exits_quietly exits with status 0 while it is imported
