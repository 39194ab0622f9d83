"""flytec compiles workflow modules written with flytekit's authoring API to flyteidl messages.

The Python API is here: `serialize_all`, `serialize_to_folder` and `fast_package`, and the settings that they take, by
flytekit's names. Names load on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flytec.app.fast_package import fast_package
    from flytec.app.serialize import serialize_all, serialize_to_folder
    from flytec.authoring.launch_options import Options
    from flytec.settings import (
        CopyFileDetection,
        EntrypointSettings,
        FastPackageOptions,
        FastSerializationSettings,
        Image,
        ImageConfig,
        SerializationMode,
        SerializationSettings,
        key_value_callback,
    )

__version__ = "0.1.0"

_HOMES = {
    "CopyFileDetection": "flytec.settings",
    "EntrypointSettings": "flytec.settings",
    "FastPackageOptions": "flytec.settings",
    "FastSerializationSettings": "flytec.settings",
    "Image": "flytec.settings",
    "ImageConfig": "flytec.settings",
    "Options": "flytec.authoring.launch_options",
    "SerializationMode": "flytec.settings",
    "SerializationSettings": "flytec.settings",
    "fast_package": "flytec.app.fast_package",
    "key_value_callback": "flytec.settings",
    "serialize_all": "flytec.app.serialize",
    "serialize_to_folder": "flytec.app.serialize",
}

__all__ = [
    "CopyFileDetection",
    "EntrypointSettings",
    "FastPackageOptions",
    "FastSerializationSettings",
    "Image",
    "ImageConfig",
    "Options",
    "SerializationMode",
    "SerializationSettings",
    "__version__",
    "fast_package",
    "key_value_callback",
    "serialize_all",
    "serialize_to_folder",
]


def __getattr__(name: str) -> object:
    """Loads a public name from its module, by the table above."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
