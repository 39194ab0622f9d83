# flytekit: ValueError
from flytekit import Artifact

Artifact(name="many", partition_keys=[f"k{number}" for number in range(11)])  # expect: FTC201 artifact 'many' has 11 partition keys, expected 10 at most
