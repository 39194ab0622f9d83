"""Names of artifacts."""

from collections.abc import Mapping

from flytec.authoring.rows import Row

_ARTIFACTS = "flytec.authoring.artifacts"
_PARTITIONS = "flytec.authoring.partitions"

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {"Artifact": f"{_ARTIFACTS}:Artifact"},
    "flytekit.core.artifact": {
        **{
            name: f"{_ARTIFACTS}:{name}"
            for name in ("Artifact", "ArtifactIDSpecification", "ArtifactQuery", "MAX_PARTITIONS", "O")
        },
        **{
            name: f"{_PARTITIONS}:{name}"
            for name in (
                *("Granularity", "Inputs", "InputsBase", "Partition", "Partitions", "TIME_PARTITION_KWARG"),
                "TimePartition",
            )
        },
        "Op": f"{_PARTITIONS}:Operator",
    },
}
