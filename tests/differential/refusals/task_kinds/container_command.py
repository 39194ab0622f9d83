# flytekit: TypeError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", ["sleep", 3])  # expect: FTC201 task own: a part of the command of the container is 3, expected text
