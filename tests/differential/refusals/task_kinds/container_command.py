# flytekit: TypeError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", ["sleep", 3])  # expect: FTC201 task own: command of the container has 3, expected text
