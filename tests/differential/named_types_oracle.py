"""Writes what flytekit makes of the types that are known by name: `python named_types_oracle.py NAMES ANSWERS`.

NAMES has the names, one a line. A line of ANSWERS is the name, flytekit's transformer and the literal type as JSON, for
each that can be had here; the first line has the versions. Run in an environment with flytekit, its plug-ins and the
libraries: it imports them.
"""

import json
import logging
import sys
import warnings
from importlib import import_module
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any


def had(name: str) -> Any:
    """The object of a dotted name; raises `LookupError`."""
    module, _, rest = name.rpartition(".")
    found: Any = None
    while module and found is None:
        try:
            found = import_module(module)
        except Exception:  # a library that is not here, or a class on the way
            module, _, first = module.rpartition(".")
            rest = f"{first}.{rest}"
    try:
        for each in rest.split("."):
            found = getattr(found, each)
    except Exception as error:  # a module that raises what it likes
        raise LookupError(name) from error
    return found


def answers(names: list[str]) -> list[str]:
    from flytekit.core.type_engine import TypeEngine
    from google.protobuf.json_format import MessageToDict

    import_every_plugin()
    rows = []
    for name in names:
        try:
            python_type = had(name)
        except LookupError:
            continue
        try:
            message = MessageToDict(TypeEngine.to_literal_type(python_type).to_flyte_idl())
        except Exception as error:  # a base class that is no type by itself
            sys.stderr.write(f"{name}: {error}\n")
            continue
        tag = TypeEngine.get_transformer(python_type).name
        rows.append(f"{name}\t{tag}\t{json.dumps(message, sort_keys=True)}")
    return rows


def import_every_plugin() -> None:
    for distribution in packages_distributions().get("flytekitplugins", ()):
        try:
            import_module(distribution.replace("flytekitplugins-", "flytekitplugins.").replace("-", "_"))
        except Exception as error:
            sys.stderr.write(f"{distribution}: {error}\n")


def stamp(rows: list[str]) -> str:
    homes = packages_distributions()
    tops = {row.partition(".")[0] for row in rows} | {"flytekit", "flytekitplugins"} - {"google"}
    found = {each for top in tops for each in homes.get(top, ())}
    return "# " + ", ".join(f"{name} {version(name)}" for name in sorted(found))


def main(names: str, target: str) -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    rows = answers(Path(names).read_text("utf-8").split())
    Path(target).write_text("\n".join((stamp(rows), *sorted(rows), "")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
