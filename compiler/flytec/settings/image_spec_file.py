"""The image name of an ImageSpec that is written in a YAML file.

flytekit tags the image with a digest of the specification, so the name is known without a build.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from flytec.codes import INVALID_IMAGE
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.settings.image_digest import (
    FIELDS,
    LISTS_OF_TEXT,
    content_digest,
    default_platform,
    image_name,
    is_registry,
    kept_values,
    spec_digest,
    tag_of,
)

# Fields whose digest takes in other files or needs Python objects, which YAML has none of.
_NOT_FROM_A_FILE = ("source_root", "source_copy_mode", "copy", "pip_secret_mounts")
_BUILDERS = (None, "default", "noop")


def image_name_of_spec_file(path: Path) -> str:
    """The reference that flytekit gives to the image of the ImageSpec in `path`; the image is not built.

    Raises CannotRunError FTC603 for a file that holds no ImageSpec, and for one whose name depends on more than the
    file says (`source_root`, `source_copy_mode`, `copy`, builders other than flytekit's own).
    """
    spec = _read(path)
    _check(path, spec)
    if spec.get("builder") == "noop":
        base: str = spec["base_image"]
        return base
    name = str(spec.get("name", "flytekit")).lower()
    registry = spec["registry"].lower() if spec.get("registry") else None
    target = default_platform(registry) if spec.get("platform") is None else spec["platform"]
    digest = _digest({**spec, "name": name, "registry": registry, "platform": target})
    return image_name(registry, name, tag_of(digest, spec.get("tag_format")))


def _digest(spec: Mapping[str, Any]) -> str:
    values = {key: spec[key] for key in FIELDS if key != "registry_config" and key in spec}
    if values.get("requirements"):
        values["requirements"] = content_digest(Path(values["requirements"]))
    return spec_digest(kept_values(values.items()))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        spec = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise _refused(path, f"the file is no YAML ({' '.join(str(error).split())}), expected an ImageSpec") from None
    if not isinstance(spec, dict):
        raise _refused(path, f"the file holds {spec!r}, expected the fields of an ImageSpec")
    return spec


def _check(path: Path, spec: Mapping[str, Any]) -> None:
    for key in spec:
        if key not in FIELDS:
            raise _refused(path, f"{key!r} is no field of an ImageSpec, expected one of {', '.join(FIELDS)}")
    for key in _NOT_FROM_A_FILE:
        if spec.get(key) is not None:
            raise _refused(path, f"{key} is set, expected an ImageSpec whose name depends on this file alone")
    if spec.get("builder") not in _BUILDERS:
        raise _refused(path, f"builder is {spec['builder']!r}, expected 'default' or 'noop'")
    if spec.get("builder") == "noop" and not isinstance(spec.get("base_image"), str):
        raise _refused(path, f"base_image is {spec.get('base_image')!r}, expected a reference for the builder 'noop'")
    for key, expected, is_right in _SHAPES:
        if spec.get(key) is not None and not is_right(spec[key]):
            raise _refused(path, f"{key} is {spec[key]!r}, expected {expected}")
    if spec.get("requirements") and not Path(spec["requirements"]).is_file():
        raise _refused(path, f"requirements is {spec['requirements']!r}, expected a file that exists")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_registry(value: object) -> bool:
    return isinstance(value, str) and (not value or is_registry(value.lower()))


_SHAPES: tuple[tuple[str, str, Callable[[object], bool]], ...] = (
    ("name", "a string", _is_text),
    ("registry", "HOST[:PORT][/PATH]", _is_registry),
    ("requirements", "the path of a file", _is_text),
    ("tag_format", "a string with {spec_hash} in it", _is_text),
    ("builder_options", "a mapping", lambda value: isinstance(value, dict)),
    *((key, "a list of strings", _is_list_of_text) for key in LISTS_OF_TEXT),
)


def _refused(path: Path, message: str) -> CannotRunError:
    return cannot_run(INVALID_IMAGE, message, at=Location(str(path)), hint="Correct the file, or name a built image.")
