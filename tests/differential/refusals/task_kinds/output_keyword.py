# flytekit: ValueError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", [], outputs={"class": str})  # expect: FTC201 output name 'class' cannot be a field of a named tuple, which results are
