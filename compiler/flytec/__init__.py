"""flytec compiles workflow modules written with flytekit's authoring API to flyteidl messages.

The Python API is here: `serialize_all`, `serialize_to_folder` and `fast_package`, with the settings and options that
they take, by flytekit's names. Names load on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flytec.app.fast_package import fast_package
    from flytec.app.serialize import serialize_all, serialize_to_folder
    from flytec.authoring.launch_options import (
        Annotations,
        Email,
        Labels,
        Options,
        PagerDuty,
        RawOutputDataConfig,
        Slack,
        WorkflowExecutionPhase,
    )
    from flytec.authoring.security import Identity, SecurityContext
    from flytec.settings import (
        CTX_ENV,
        CTX_FLYTEKIT_VIRTUALENV_ROOT,
        CTX_IMAGE,
        CTX_LOCAL_SRC_ROOT,
        CTX_PACKAGES,
        CTX_PYTHON_INTERPRETER,
        CopyFileDetection,
        EntrypointSettings,
        FastPackageOptions,
        FastSerializationSettings,
        Image,
        ImageConfig,
        Resources,
        ResourceSpec,
        SerializationMode,
        SerializationSettings,
        key_value_callback,
    )

__version__ = "0.1.0"

_HOMES = {
    "Annotations": "flytec.authoring.launch_options",
    "CTX_ENV": "flytec.settings",
    "CTX_FLYTEKIT_VIRTUALENV_ROOT": "flytec.settings",
    "CTX_IMAGE": "flytec.settings",
    "CTX_LOCAL_SRC_ROOT": "flytec.settings",
    "CTX_PACKAGES": "flytec.settings",
    "CTX_PYTHON_INTERPRETER": "flytec.settings",
    "Email": "flytec.authoring.launch_options",
    "CopyFileDetection": "flytec.settings",
    "EntrypointSettings": "flytec.settings",
    "FastPackageOptions": "flytec.settings",
    "FastSerializationSettings": "flytec.settings",
    "Identity": "flytec.authoring.security",
    "Image": "flytec.settings",
    "ImageConfig": "flytec.settings",
    "Labels": "flytec.authoring.launch_options",
    "Options": "flytec.authoring.launch_options",
    "PagerDuty": "flytec.authoring.launch_options",
    "RawOutputDataConfig": "flytec.authoring.launch_options",
    "ResourceSpec": "flytec.settings",
    "Resources": "flytec.settings",
    "SecurityContext": "flytec.authoring.security",
    "SerializationMode": "flytec.settings",
    "SerializationSettings": "flytec.settings",
    "Slack": "flytec.authoring.launch_options",
    "WorkflowExecutionPhase": "flytec.authoring.launch_options",
    "fast_package": "flytec.app.fast_package",
    "key_value_callback": "flytec.settings",
    "serialize_all": "flytec.app.serialize",
    "serialize_to_folder": "flytec.app.serialize",
}

__all__ = [
    "CTX_ENV",
    "CTX_FLYTEKIT_VIRTUALENV_ROOT",
    "CTX_IMAGE",
    "CTX_LOCAL_SRC_ROOT",
    "CTX_PACKAGES",
    "CTX_PYTHON_INTERPRETER",
    "Annotations",
    "CopyFileDetection",
    "Email",
    "EntrypointSettings",
    "FastPackageOptions",
    "FastSerializationSettings",
    "Identity",
    "Image",
    "ImageConfig",
    "Labels",
    "Options",
    "PagerDuty",
    "RawOutputDataConfig",
    "ResourceSpec",
    "Resources",
    "SecurityContext",
    "SerializationMode",
    "SerializationSettings",
    "Slack",
    "WorkflowExecutionPhase",
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
