"""A script that also runs by itself."""

import sys

from flytekit import task, workflow


@task
def greet(name: str) -> str:
    return f"hello {name}"


@workflow
def wf(name: str = "world") -> str:
    return greet(name=name)


def main(argv: list) -> int:
    print(wf(name=argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
