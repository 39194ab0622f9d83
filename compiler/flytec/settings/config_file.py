"""flytekit's configuration files: where they are looked for, and what they say about images and packages."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flytec.codes import INVALID_CONFIG_FILE
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.records import dataclass
from flytec.settings.wording import shown

if TYPE_CHECKING:
    import configparser

FLYTECTL_CONFIG_ENV_VAR = "FLYTECTL_CONFIG"
# Set by `pyflyte --config`, and stronger than the one above.
FLYTECTL_CONFIG_ENV_VAR_OVERRIDE = "_FLYTECTL_CONFIG_PYFLYTE_OVERRIDE"
WORKFLOW_PACKAGES_ENV_VAR = "FLYTE_SDK_WORKFLOW_PACKAGES"
_YAML_SUFFIXES = ("yaml", "yml")


@dataclass(frozen=True, slots=True)
class LegacyConfigEntry:
    """An option of an ini file; `type_` is str, bool, int or list (comma-separated)."""

    section: str
    option: str
    type_: type = str


@dataclass(frozen=True, slots=True)
class YamlConfigEntry:
    """A key of a YAML file, with dots between its levels."""

    switch: str
    config_value_type: type = str


class ConfigFile:
    """A parsed configuration file: YAML if its name ends in `yaml` or `yml`, ini otherwise.

    Raises CannotRunError FTC605, with file and line, for a file that cannot be read or parsed.
    """

    def __init__(self, location: str | os.PathLike[str]) -> None:
        self.location = os.fspath(location)
        text = _read(self.location)
        self._yaml: Any = None
        self._legacy: configparser.ConfigParser | None = None
        self._text = text
        if self.location.endswith(_YAML_SUFFIXES):
            self._yaml = _parse_yaml(self.location, text)
        else:
            self._legacy = _parse_ini(self.location, text)

    @property
    def legacy_config(self) -> configparser.ConfigParser | None:
        """The parser of an ini file; None for YAML."""
        return self._legacy

    @property
    def yaml_config(self) -> dict[str, Any] | None:
        """The top level of a YAML file; None for ini and for an empty file."""
        return self._yaml if isinstance(self._yaml, dict) else None

    def get(self, c: LegacyConfigEntry | YamlConfigEntry) -> Any:
        """The value of an entry, None if the file does not have it.

        Raises CannotRunError FTC605 for a value of another type, and for an entry of the other kind of file.
        """
        match c:
            case LegacyConfigEntry() if self._legacy is not None:
                return self._get_legacy(self._legacy, c)
            case YamlConfigEntry() if self._legacy is None:
                value: Any = self.yaml_config
                for key in c.switch.split("."):
                    value = value.get(key) if isinstance(value, dict) else None
                return value
            case _:
                kind = "an ini" if self._legacy is not None else "a YAML"
                raise _refused(self.location, f"{c} does not fit {kind} file, expected an entry of its kind")

    def images(self) -> dict[str, str]:
        """References by image name, from the `images` section; empty without one.

        Names in an ini file are in lower case and include those of its DEFAULT section, as configparser has them.
        Raises CannotRunError FTC605 for a section or a value of the wrong form.
        """
        if self._legacy is not None:
            names = self._legacy.options("images") if self._legacy.has_section("images") else []
            return {name: self._get_legacy(self._legacy, LegacyConfigEntry("images", name)) for name in names}
        section = (self.yaml_config or {}).get("images")
        if section is None:
            return {}
        if not isinstance(section, dict):
            message = f"images is {shown(section)}, expected a mapping of names to references"
            raise _refused(self.location, message, _yaml_line(self._text, "images"))
        for name, reference in section.items():
            if not isinstance(name, str) or not isinstance(reference, str):
                message = f"images: {name!r} is {shown(reference)}, expected a name and a reference, both strings"
                raise _refused(self.location, message, _yaml_line(self._text, "images", name))
        return section

    def _get_legacy(self, parser: configparser.ConfigParser, entry: LegacyConfigEntry) -> Any:
        from configparser import InterpolationError

        if not parser.has_option(entry.section, entry.option):
            return None
        try:
            if entry.type_ is bool:
                return parser.getboolean(entry.section, entry.option)
            if entry.type_ is int:
                return parser.getint(entry.section, entry.option)
            value = parser.get(entry.section, entry.option)
        except (ValueError, InterpolationError) as error:
            reason = " ".join(str(error).split())
            message = f"[{entry.section}] {entry.option} cannot be read ({reason}), expected {entry.type_.__name__}"
            raise _refused(self.location, message, _ini_line(self._text, entry.section, entry.option)) from None
        return value.split(",") if entry.type_ is list else value


def find_config_file(*, environ: Mapping[str, str], folder: Path, home: Path) -> Path | None:
    """Where flytekit finds its configuration: the first of these that exists, None if none does.

    _FLYTECTL_CONFIG_PYFLYTE_OVERRIDE or else FLYTECTL_CONFIG in `environ`, `flytekit.config` in `folder`,
    `.flyte/config` and `.flyte/config.yaml` in `home`. Warns when the environment names a file that does not exist.
    """
    named = environ.get(FLYTECTL_CONFIG_ENV_VAR_OVERRIDE, environ.get(FLYTECTL_CONFIG_ENV_VAR))
    if named:
        path = folder / named
        if path.exists():
            return path
        warnings.warn(f"{FLYTECTL_CONFIG_ENV_VAR} names {path}, which does not exist", stacklevel=2)
    candidates = (folder / "flytekit.config", home / ".flyte" / "config", home / ".flyte" / "config.yaml")
    return next((path for path in candidates if path.exists()), None)


def get_config_file(c: str | os.PathLike[str] | ConfigFile | None = None) -> ConfigFile | None:
    """The configuration file that is given, by path or parsed, or else the one that `find_config_file` finds.

    Raises CannotRunError FTC605 when it cannot be read.
    """
    if isinstance(c, ConfigFile):
        return c
    if c is None:
        # flytekit's signature has no way in for these three.
        c = find_config_file(environ=os.environ, folder=Path.cwd(), home=Path.home())
    return None if c is None else ConfigFile(c)


def workflow_packages(config: ConfigFile | None, *, environ: Mapping[str, str]) -> tuple[str, ...]:
    """The packages to load: from FLYTE_SDK_WORKFLOW_PACKAGES, or else from `[sdk] workflow_packages` in an ini file.

    The list is comma-separated; blanks around a name and empty names do not count. YAML files have no such key.
    """
    names = environ.get(WORKFLOW_PACKAGES_ENV_VAR)
    if names is None and config is not None and config.legacy_config is not None:
        names = config.get(LegacyConfigEntry("sdk", "workflow_packages"))
    return tuple(name.strip() for name in (names or "").split(",") if name.strip())


def _read(location: str) -> str:
    try:
        return Path(location).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _refused(location, f"byte {error.start} is not UTF-8, expected text") from None
    except OSError as error:
        raise _refused(location, f"the file cannot be read ({error.strerror}), expected a configuration file") from None


def _parse_yaml(location: str, text: str) -> Any:
    import yaml

    try:
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = " ".join(part for part in (error.context, error.problem) if part)
        message = f"malformed YAML ({reason}), expected one mapping"
        raise _refused(location, message, mark.line + 1 if mark else 0) from None
    except yaml.YAMLError as error:
        raise _refused(location, f"malformed YAML ({' '.join(str(error).split())}), expected one mapping") from None
    if content is not None and not isinstance(content, dict):
        raise _refused(location, f"the file holds {content!r}, expected a mapping", 1)
    return content


def _parse_ini(location: str, text: str) -> configparser.ConfigParser:
    import configparser

    parser = configparser.ConfigParser()
    try:
        parser.read_string(text, source=location)
    except configparser.MissingSectionHeaderError as error:
        raise _refused(location, "a line comes before any section, expected [SECTION] first", error.lineno) from None
    except configparser.ParsingError as error:
        number = error.errors[0][0]
        message = f"{text.splitlines()[number - 1].strip()!r} is no option, expected NAME = VALUE"
        raise _refused(location, message, number) from None
    except (configparser.DuplicateOptionError, configparser.DuplicateSectionError) as error:
        name = getattr(error, "option", error.section)
        raise _refused(location, f"{name!r} stands here again, expected it once", error.lineno or 0) from None
    if parser.has_section("internal"):
        message = "section [internal] is flytekit's own, expected none of that name"
        raise _refused(location, message, _ini_line(text, "internal"))
    return parser


def _ini_line(text: str, section: str, option: str = "") -> int:
    """The line of an option, or of its section's header, 0 if there is none: configparser does not keep lines."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\[(?P<name>.+)\]", line)
        current = header["name"] if header else current
        name = "" if header else re.split("[=:]", line, maxsplit=1)[0].strip().lower()
        if current == section and name == option.lower():
            return number
    return 0


def _yaml_line(text: str, *keys: object) -> int:
    """The line of the key that this path leads to: loaded values do not keep lines."""
    import yaml

    node: Any = yaml.compose(text)
    line = 0
    for key in keys:
        for name, value in node.value:
            if name.value == str(key):
                node, line = value, name.start_mark.line + 1
                break
    return line


def _refused(location: str, message: str, line: int = 0) -> CannotRunError:
    return cannot_run(INVALID_CONFIG_FILE, message, at=Location(location, line), hint="Correct the file.")
