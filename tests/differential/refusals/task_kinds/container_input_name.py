# flytekit: ValueError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", [], inputs={"in-file": str})  # expect: FTC201 input name 'in-file' is not a Python identifier
