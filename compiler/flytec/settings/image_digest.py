"""The names of images that ImageSpecs describe: flytekit tags an image with a digest of its specification."""

import base64
import hashlib
import platform
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

# In flytekit's order, which the digest depends on.
FIELDS = (
    "name",
    "python_version",
    "builder",
    "source_root",
    "env",
    "registry",
    "packages",
    "conda_packages",
    "conda_channels",
    "requirements",
    "apt_packages",
    "cuda",
    "cudnn",
    "base_image",
    "platform",
    "pip_index",
    "pip_extra_index_url",
    "pip_secret_mounts",
    "pip_extra_args",
    "registry_config",
    "entrypoint",
    "commands",
    "tag_format",
    "source_copy_mode",
    "copy",
    "python_exec",
    "runtime_packages",
    "builder_options",
    "builder_config",
)
LISTS_OF_TEXT = (
    "packages",
    "conda_channels",
    "conda_packages",
    "apt_packages",
    "pip_extra_index_url",
    "entrypoint",
    "commands",
    "runtime_packages",
)
_OUTSIDE_DIGEST = ("pip_secret_mounts", "builder", "runtime_packages")
_REGISTRY = re.compile(r"(localhost:\d{1,5}|([a-z\d._-]+)(:\d{1,5})?)(/[\w.-]+)*$")


def kept_values(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The fields that count: those that are set and change what is in the image."""
    return {key: value for key, value in pairs if value is not None and key not in _OUTSIDE_DIGEST}


def spec_digest(values: Mapping[str, Any]) -> str:
    """The digest of `kept_values`, which is the specification's id."""
    digest = hashlib.md5(str(values).encode("utf-8"), usedforsecurity=False).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def tag_of(digest: str, tag_format: str | None) -> str:
    """The image's tag; raises `LookupError` or `ValueError` for a format that asks for more than `spec_hash`."""
    tag = digest.replace("-", "_")
    return tag_format.format(spec_hash=tag) if tag_format else tag


def image_name(registry: str | None, name: str, tag: str) -> str:
    """The image's reference."""
    return f"{registry}/{name}:{tag}" if registry else f"{name}:{tag}"


def content_digest(requirements: Path) -> str:
    """What stands for a file of requirements: pip reads the same packages from the same bytes. Raises `OSError`."""
    return hashlib.sha1(requirements.read_bytes().strip(), usedforsecurity=False).hexdigest()


def default_platform(registry: str | None) -> str:
    """What the image is built for: the server's usual platform, or this machine's for a registry on it."""
    is_local = registry is not None and registry.startswith("localhost:")
    return "linux/arm64" if is_local and platform.machine().lower() in ("arm64", "aarch64") else "linux/amd64"


def is_registry(value: str) -> bool:
    """Whether `value` is HOST[:PORT][/PATH] in small letters."""
    return _REGISTRY.match(value) is not None
