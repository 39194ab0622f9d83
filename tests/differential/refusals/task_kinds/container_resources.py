# flytekit: ValueError
from flytekit import ContainerTask, Resources

own = ContainerTask("own", "alpine", [], resources=Resources(cpu="1"), requests=Resources(cpu="1"))  # expect: FTC201 resources is given together with requests or limits, expected resources alone
