# flytekit: ValueError
from datetime import datetime

from flytekit import Artifact

Data = Artifact(name="data", partition_keys=["region"])
Data(time_partition=datetime(2024, 1, 1))  # expect: FTC201 artifact 'data' is given a time partition, which it does not have
