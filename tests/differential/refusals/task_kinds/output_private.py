# flytekit: ValueError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", [], outputs={"_out": str})  # expect: FTC201 output name '_out' cannot be a field of a named tuple, which results are
