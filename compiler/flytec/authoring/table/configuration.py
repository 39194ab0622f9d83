"""Names of `flytekit.configuration`."""

from collections.abc import Mapping

from flytec.authoring.rows import Row

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit.configuration": {
        "EntrypointSettings": "flytec.settings:EntrypointSettings",
        "FastSerializationSettings": "flytec.settings:FastSerializationSettings",
        "Image": "flytec.settings:Image",
        "ImageConfig": "flytec.settings:ImageConfig",
        "SerializationSettings": "flytec.settings:SerializationSettings",
    },
    "flytekit.extend": {
        "Image": "flytec.settings:Image",
        "ImageConfig": "flytec.settings:ImageConfig",
        "SerializationSettings": "flytec.settings:SerializationSettings",
    },
}
