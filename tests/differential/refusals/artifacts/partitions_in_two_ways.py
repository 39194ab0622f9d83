# flytekit: ValueError
from flytekit import Artifact

Data = Artifact(name="data", partition_keys=["a", "b"])
Data.query(partitions={"a": "x"}, b="y")  # expect: FTC201 the query on artifact 'data' has partitions and 'b', expected one of the two
