"""Settings: what a serialization is told from outside, with flytekit's names and its wire form.

Names load on first use, so that `flytec.settings.resources` and `flytec.settings.target` cost no pydantic.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flytec.settings.commands import (
        CTX_ENV,
        CTX_FLYTEKIT_VIRTUALENV_ROOT,
        CTX_IMAGE,
        CTX_LOCAL_SRC_ROOT,
        CTX_PACKAGES,
        CTX_PYTHON_INTERPRETER,
        SerializationMode,
        key_value_callback,
    )
    from flytec.settings.config_file import ConfigFile, get_config_file, workflow_packages
    from flytec.settings.copying import CopyFileDetection, FastPackageOptions
    from flytec.settings.default_image import default_image_reference
    from flytec.settings.images import DEFAULT_IMAGE_NAME, Image, ImageConfig
    from flytec.settings.package import PackageSettings, load_package_settings
    from flytec.settings.resources import Resources, ResourceSpec
    from flytec.settings.serialization import (
        DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC,
        DEFAULT_RUNTIME_PYTHON_INTERPRETER,
        SERIALIZED_CONTEXT_ENV_VAR,
        EntrypointSettings,
        FastSerializationSettings,
        SerializationSettings,
    )
    from flytec.settings.target import FLYTEKIT_TARGET_VERSION
    from flytec.settings.tool import ToolSettings, load_tool_settings

_HOMES = {
    "CTX_ENV": "commands",
    "CTX_FLYTEKIT_VIRTUALENV_ROOT": "commands",
    "CTX_IMAGE": "commands",
    "CTX_LOCAL_SRC_ROOT": "commands",
    "CTX_PACKAGES": "commands",
    "CTX_PYTHON_INTERPRETER": "commands",
    "ConfigFile": "config_file",
    "CopyFileDetection": "copying",
    "DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC": "serialization",
    "DEFAULT_IMAGE_NAME": "images",
    "DEFAULT_RUNTIME_PYTHON_INTERPRETER": "serialization",
    "EntrypointSettings": "serialization",
    "FLYTEKIT_TARGET_VERSION": "target",
    "FastPackageOptions": "copying",
    "FastSerializationSettings": "serialization",
    "Image": "images",
    "ImageConfig": "images",
    "PackageSettings": "package",
    "ResourceSpec": "resources",
    "Resources": "resources",
    "SERIALIZED_CONTEXT_ENV_VAR": "serialization",
    "SerializationMode": "commands",
    "SerializationSettings": "serialization",
    "ToolSettings": "tool",
    "default_image_reference": "default_image",
    "get_config_file": "config_file",
    "key_value_callback": "commands",
    "load_package_settings": "package",
    "load_tool_settings": "tool",
    "workflow_packages": "config_file",
}

__all__ = [
    "CTX_ENV",
    "CTX_FLYTEKIT_VIRTUALENV_ROOT",
    "CTX_IMAGE",
    "CTX_LOCAL_SRC_ROOT",
    "CTX_PACKAGES",
    "CTX_PYTHON_INTERPRETER",
    "DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC",
    "DEFAULT_IMAGE_NAME",
    "DEFAULT_RUNTIME_PYTHON_INTERPRETER",
    "FLYTEKIT_TARGET_VERSION",
    "SERIALIZED_CONTEXT_ENV_VAR",
    "ConfigFile",
    "CopyFileDetection",
    "EntrypointSettings",
    "FastPackageOptions",
    "FastSerializationSettings",
    "Image",
    "ImageConfig",
    "PackageSettings",
    "ResourceSpec",
    "Resources",
    "SerializationMode",
    "SerializationSettings",
    "ToolSettings",
    "default_image_reference",
    "get_config_file",
    "key_value_callback",
    "load_package_settings",
    "load_tool_settings",
    "workflow_packages",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module, by the table above."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
