# flytekit: ValueError
from flytekit import Artifact

Data = Artifact(name="data", partition_keys=["a", "b"])
First = Artifact(name="first", partition_keys=["k"])
Second = Artifact(name="second", partition_keys=["k"])
Data.query(a=First.partitions.k, b=Second.partitions.k)  # expect: FTC201 the query on artifact 'data' uses partitions of 'first', 'second', expected one other
