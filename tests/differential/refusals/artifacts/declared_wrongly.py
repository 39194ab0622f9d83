# flytekit: ValueError
from flytekit import Artifact

Artifact(partition_keys=["a"])  # expect: FTC201 an Artifact has no name, expected one
