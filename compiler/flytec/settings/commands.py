"""The names that flytekit's `serialize` command module shares with scripts: context keys, mode, `--env` callback."""

from collections.abc import Sequence
from enum import Enum

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import cannot_run

CTX_ENV = "env"
CTX_FLYTEKIT_VIRTUALENV_ROOT = "flytekit_virtualenv_root"
CTX_IMAGE = "image"
CTX_LOCAL_SRC_ROOT = "local_source_root"
CTX_PACKAGES = "pkgs"
CTX_PYTHON_INTERPRETER = "python_interpreter"


class SerializationMode(Enum):
    """Whether the container brings the user's code, or a source archive does."""

    DEFAULT = 0
    FAST = 1


def key_value_callback(_: object, param: object, values: Sequence[str] | None) -> dict[str, str] | None:
    """Read `KEY=VALUE` strings, blanks around both stripped, the last of equal keys winning; None when there are none.

    Has the shape of a click callback: the first argument is a context that is not looked at, `param` (a click parameter
    or a name) only names the option in the error FTC601.
    """
    if not values:
        return None
    pairs: dict[str, str] = {}
    for text in values:
        key, separator, value = text.partition("=")
        if not separator:
            option = getattr(param, "name", None) or param
            raise cannot_run(
                INVALID_SETTING,
                f"{option}: {text!r} has no '=', expected KEY=VALUE",
                hint=f"Write {text.strip() or 'KEY'}=VALUE.",
            )
        pairs[key.strip()] = value.strip()
    return pairs
