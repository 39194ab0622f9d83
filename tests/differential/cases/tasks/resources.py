"""Every way to ask for resources."""

from flytekit import Resources, task


@task(requests=Resources(cpu="1", mem="500Mi"))
def requests_only(n: int) -> int:
    return n


@task(limits=Resources(cpu="2", mem="1Gi"))
def limits_only(n: int) -> int:
    return n


@task(requests=Resources(cpu="500m", mem="200Mi"), limits=Resources(cpu="2", mem="4Gi", gpu="1"))
def both(n: int) -> int:
    return n


@task(resources=Resources(cpu="1", mem="1Gi"))
def one_value_each(n: int) -> int:
    return n


@task(resources=Resources(cpu=("1", "2"), mem=["500Mi", "1Gi"], gpu="1", ephemeral_storage=("1Gi", "2Gi")))
def ranges(n: int) -> int:
    return n


@task(requests=Resources(cpu="", mem="1Gi"), limits=Resources(cpu=0))
def falsy(n: int) -> int:
    return n


@task(resources=Resources())
def nothing_asked(n: int) -> int:
    return n


@task(requests=Resources(), limits=Resources(mem="1Gi"))
def empty_requests(n: int) -> int:
    return n
