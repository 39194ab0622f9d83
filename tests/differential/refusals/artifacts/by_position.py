# flytekit: ValueError
from flytekit import Artifact

Data = Artifact(name="data", partition_keys=["region"])
Data("x")  # expect: FTC201 artifact 'data' is given partitions by position, expected them by name
