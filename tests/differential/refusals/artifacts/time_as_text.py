# flytekit: ValueError
from flytekit import Artifact

Data = Artifact(name="data", time_partitioned=True)
Data(time_partition="2024-01-01")  # expect: FTC201 artifact 'data' is given a time partition of type str, expected a datetime or an input
