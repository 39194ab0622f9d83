"""Where flytec's own settings come from: options, environment variables and pyproject.toml.

Each source gives values by setting name, and beside each value the words that name its place in an error.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from flytec.codes import INVALID_CONFIG_FILE, INVALID_SETTING
from flytec.diagnostics import CannotRunError, Diagnostic, Location, cannot_run
from flytec.records import dataclass
from flytec.settings.commands import key_value_callback
from flytec.settings.wording import shown, unknown_name

ENVIRONMENT_PREFIX = "FLYTEC_"
PACKAGE_ROOT_ENV_VAR = "FLYTE_PYTHON_PACKAGE_ROOT"
PYPROJECT_NAME = "pyproject.toml"
PACKAGE_TABLE = "package"
"""The table within [tool.flytec] that is about source archives."""
LAYOUT_PREFIX = "oci:"
"""What stands before the folder of an image that is in no registry."""
BUILD_TABLE = "build"
"""The table within [tool.flytec] that is about images."""
PACKAGE_SETTINGS = (
    "ignores",
    "keep_default_ignores",
    "copy_style",
    "show_files",
    "deref_symlinks",
    "max_size",
    "allow_credentials",
    "verify",
)
"""The names in it; here, so that whoever has none of them need not load their model."""

# Settings whose option is spelled as pyflyte spells it; all others are `--name-of-setting`.
_OPTION_SPELLINGS = {
    "allow_credentials": "--allow-credential",
    "config_file": "--config",
    "labels": "--label",
    "copy_style": "--copy",
    "ignores": "--ignore",
    "packages": "--pkgs",
    "placeholders": "--placeholder",
    "plugins": "--plugin",
    "show_files": "--explain",
    "source_root": "--local-source-root",
    "virtualenv_root": "--in-container-virtualenv-root",
}
# Paths on this machine, which a pyproject.toml gives relative to its own folder.
_HOST_PATHS = ("baseline", "config_file", "credentials", "output", "package_root", "requirements", "source_root")
_HOST_PATH_LISTS = ("known",)
# What options give as KEY=VALUE.
_PAIRS = ("env", "labels")
_PACKAGE_ROOT_WORDS = ("auto", ".")
_SWITCH_WORDS = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}
_TOML_LINE = re.compile(r"\(at line (\d+),")


@dataclass(frozen=True, slots=True)
class Given:
    """A value and where it comes from; `origin` is the subject of an error's sentence.

    `folder` is that of the pyproject.toml, where it comes from one.
    """

    value: Any
    origin: str
    folder: Path | None = None


def gather(
    flags: Mapping[str, object], environ: Mapping[str, str], start: Path, known: Sequence[str]
) -> dict[str, Given]:
    """The settings of [tool.flytec] itself, from all sources; what counts more has replaced what counts less."""
    return {**from_pyproject(start, known), **from_environment(environ, known), **from_flags(flags, known)}


def gather_package(flags: Mapping[str, object], environ: Mapping[str, str], start: Path) -> dict[str, Given]:
    """The settings of [tool.flytec.package], likewise."""
    return gather_table(PACKAGE_TABLE, flags, environ, start, PACKAGE_SETTINGS)


def gather_table(
    table: str, flags: Mapping[str, object], environ: Mapping[str, str], start: Path, known: Sequence[str]
) -> dict[str, Given]:
    """The settings of a table within [tool.flytec], likewise; its variables have its name behind the prefix."""
    return {
        **from_pyproject(start, known, table),
        **from_environment(environ, known, table),
        **from_flags(flags, known),
    }


def from_flags(flags: Mapping[str, object], known: Sequence[str]) -> dict[str, Given]:
    """The options that were given: None and empty collections stand for those that were not.

    `env` is a mapping, or KEY=VALUE strings as they stand on a command line. Raises FTC601.
    """
    _refuse_unknown({name: f"option {_option(name)}" for name in flags}, {name: _option(name) for name in known})
    given: dict[str, Given] = {}
    for name, value in flags.items():
        if value is None or (isinstance(value, (list, tuple, dict)) and not value):
            continue
        origin = f"option {_option(name)}"
        if name in _PAIRS and isinstance(value, (list, tuple)):
            given[name] = Given(key_value_callback(None, origin, value), origin)
        else:
            given[name] = Given(value, origin)
    return given


def from_environment(environ: Mapping[str, str], known: Sequence[str], table: str = "") -> dict[str, Given]:
    """The FLYTEC_* variables, and flytekit's own one for the package root; empty ones count as not set.

    Lists are comma-separated; FLYTEC_ENV is a comma-separated list of KEY=VALUE or a JSON object. Raises FTC601.
    """
    prefix = ENVIRONMENT_PREFIX + (f"{table.upper()}_" if table else "")
    variables = {name: f"{prefix}{name.upper()}" for name in known}
    settings = {variable: name for name, variable in variables.items()}
    ours = {
        variable: text
        for variable, text in environ.items()
        if variable.startswith(ENVIRONMENT_PREFIX) and _table_of(variable) == table
    }
    _refuse_unknown({settings.get(variable, variable): _variable(variable) for variable in ours}, variables)
    given: dict[str, Given] = {}
    if environ.get(PACKAGE_ROOT_ENV_VAR) and "package_root" in known:
        given["package_root"] = Given(environ[PACKAGE_ROOT_ENV_VAR], _variable(PACKAGE_ROOT_ENV_VAR))
    for variable, text in ours.items():
        if text:
            parse = _ENVIRONMENT_FORMS.get(settings[variable], _as_text)
            given[settings[variable]] = Given(parse(text, _variable(variable)), _variable(variable))
    return given


def _table_of(variable: str) -> str:
    # The setting `package_root` is none of source archives.
    if variable == f"{ENVIRONMENT_PREFIX}PACKAGE_ROOT":
        return ""
    tables = (PACKAGE_TABLE, BUILD_TABLE)
    return next((name for name in tables if variable.startswith(f"{ENVIRONMENT_PREFIX}{name.upper()}_")), "")


def from_pyproject(start: Path, known: Sequence[str], inner: str = "") -> dict[str, Given]:
    """The table [tool.flytec] of the nearest pyproject.toml that has one, in `start` or above it; `inner` names the
    table within it that is meant instead.

    Hyphens and underscores in keys are alike; relative paths on this machine start at the file's folder. Raises FTC601
    for a wrong key, and FTC605 for a file that cannot be read or parsed.
    """
    for folder in (start, *start.parents):
        path = folder / PYPROJECT_NAME
        if not path.is_file():
            continue
        table = _tool_table(path)
        if table is not None:
            label = PYPROJECT_NAME if folder == start else str(path)
            if inner:
                within = table.get(inner, {})
                if not isinstance(within, dict):
                    raise _unreadable(path, f"tool.flytec.{inner} is {shown(within)}, expected a table")
                return _from_table(within, folder, f"{label}: [tool.flytec.{inner}]", known)
            own = {key: value for key, value in table.items() if key not in (PACKAGE_TABLE, BUILD_TABLE)}
            return _from_table(own, folder, f"{label}: [tool.flytec]", known)
    return {}


def _from_table(table: Mapping[str, Any], folder: Path, label: str, known: Sequence[str]) -> dict[str, Given]:
    given: dict[str, Given] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in given:
            message = f"{label} has {key} and {given[name].origin.rsplit(' ', 1)[1]}, expected one of the two"
            raise cannot_run(INVALID_SETTING, message, hint="Remove one.")
        given[name] = Given(_rebased(name, value, folder), f"{label} {key}", folder)
    _refuse_unknown({name: row.origin for name, row in given.items()}, {name: name for name in known})
    return given


def _rebased(name: str, value: object, folder: Path) -> object:
    if name in _HOST_PATH_LISTS and isinstance(value, list):
        return [str(folder / each) if isinstance(each, str) and each else each for each in value]
    if name == "base_image" and isinstance(value, str) and value.startswith(LAYOUT_PREFIX):
        return f"{LAYOUT_PREFIX}{folder / value.removeprefix(LAYOUT_PREFIX)}"
    if name not in _HOST_PATHS or not isinstance(value, str) or not value:
        return value
    if name == "package_root" and value in _PACKAGE_ROOT_WORDS:
        return value
    return str(folder / value)


def _tool_table(path: Path) -> Mapping[str, Any] | None:
    from flytec.settings import toml

    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        document = toml.loads(text)
    except toml.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        message = f"malformed TOML ({error}), expected a project file"
        # The parser gives no line for what is missing at the end.
        raise _unreadable(path, message, int(line[1]) if line else len(text.splitlines())) from None
    except UnicodeDecodeError as error:
        raise _unreadable(path, f"byte {error.start} is not UTF-8, expected text") from None
    except OSError as error:
        raise _unreadable(path, f"the file cannot be read ({error.strerror}), expected a project file") from None
    tools = document.get("tool", {})
    table = tools.get("flytec") if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise _unreadable(path, f"tool.flytec is {shown(table)}, expected a table")


def _unreadable(path: Path, message: str, line: int = 0) -> CannotRunError:
    return cannot_run(INVALID_CONFIG_FILE, message, at=Location(str(path), line), hint="Correct the file.")


def _option(name: str) -> str:
    return _OPTION_SPELLINGS.get(name, f"--{name.replace('_', '-')}")


def _variable(name: str) -> str:
    return f"environment variable {name}"


def _refuse_unknown(origins: Mapping[str, str], spellings: Mapping[str, str]) -> None:
    """Refuse names that are no setting; `spellings` are the right ones as this source writes them."""
    rows: list[Diagnostic] = [
        unknown_name(origin, name, tuple(spellings.values()))
        for name, origin in origins.items()
        if name not in spellings
    ]
    if rows:
        raise CannotRunError(*rows)


def _as_text(text: str, origin: str) -> object:  # noqa: ARG001
    return text


def _as_list(text: str, origin: str) -> object:  # noqa: ARG001
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _as_switch(text: str, origin: str) -> object:
    value = _SWITCH_WORDS.get(text.lower())
    if value is None:
        message = f"{origin} is {shown(text)}, expected one of {', '.join(_SWITCH_WORDS)}"
        raise cannot_run(INVALID_SETTING, message, hint="Set it to 1 or 0.")
    return value


def _as_mapping(text: str, origin: str) -> object:
    if text.lstrip().startswith("{"):
        return _as_json(text, origin, "an object of strings")
    pairs: dict[str, str] = {}
    for part in text.split(","):
        key, separator, value = part.partition("=")
        if not separator:
            message = f"{origin} has {part.strip()!r} without '=', expected KEY=VALUE between commas"
            raise cannot_run(INVALID_SETTING, message, hint="Write values that hold commas as a JSON object.")
        pairs[key.strip()] = value.strip()
    return pairs


def _as_json(text: str, origin: str, expected: str = "an object") -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{origin} is malformed JSON ({error}), expected {expected}"
        raise cannot_run(INVALID_SETTING, message, hint="Correct the JSON.") from None


def _as_name_or_json(text: str, origin: str) -> object:
    return _as_json(text, origin) if text.lstrip().startswith("{") else text


_ENVIRONMENT_FORMS: dict[str, Callable[[str, str], object]] = {
    "check": _as_json,
    "closed": _as_switch,
    "allow_credentials": _as_list,
    "deref_symlinks": _as_switch,
    "env": _as_mapping,
    "fast": _as_switch,
    "ignores": _as_list,
    "keep_default_ignores": _as_switch,
    "show_files": _as_switch,
    "verify": _as_switch,
    "image": _as_list,
    "keep_going": _as_switch,
    "labels": _as_mapping,
    "known": _as_list,
    "no_check": _as_switch,
    "packages": _as_list,
    "placeholders": _as_list,
    "platform": _as_name_or_json,
    "plugins": _as_list,
    "plain_http": _as_switch,
    "push": _as_switch,
    "types": _as_json,
}
