# flytekit: ValueError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", [], outputs={"out-file": str})  # expect: FTC201 output name 'out-file' cannot be a field of a named tuple, which results are
