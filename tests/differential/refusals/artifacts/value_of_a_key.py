# flytekit: ValueError
from flytekit import Artifact

Data = Artifact(name="data", partition_keys=["region"])
Data(region=3)  # expect: FTC201 artifact 'data' is given a int for partition 'region', expected a str or an input
