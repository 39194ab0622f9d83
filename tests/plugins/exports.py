"""Prints the versions of a plug-in and of flytekit, and the public names of each of its modules, as JSON.

`python exports.py flytekitplugins-spark` runs where the real plug-in is installed; packages that are named behind it
have their versions printed as well. A module has the names
that it defines, a package those that it offers of the plug-in's; a module that cannot be imported there has null.
"""

import importlib
import importlib.metadata
import json
import os
import pkgutil
import platform
import sys
import warnings


def names_of(module):
    names = getattr(module, "__all__", None)
    if names is not None:
        return sorted(names)
    home = "flytekitplugins" if hasattr(module, "__path__") else module.__name__
    return sorted(
        name for name, value in vars(module).items() if not name.startswith("_") and defined_in(value).startswith(home)
    )


def defined_in(value):
    try:
        return str(getattr(value, "__module__", ""))
    except ImportError:  # a module that flytekit would load later on, and that is not installed
        return ""


def visit(name, found):
    try:
        module = importlib.import_module(name)
    except BaseException:
        found[name] = None
        return
    found[name] = names_of(module)
    for below in pkgutil.iter_modules(getattr(module, "__path__", ())):
        if not below.name.startswith("_"):
            visit(f"{name}.{below.name}", found)


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    package = sys.argv[1]
    files = importlib.metadata.files(package) or ()
    tops = sorted({file.parts[1] for file in files if file.parts[0] == "flytekitplugins" and len(file.parts) > 2})
    found = {}
    for top in tops:
        visit(f"flytekitplugins.{top}", found)
    versions = {name: importlib.metadata.version(name) for name in ("flytekit", *sys.argv[1:])}
    json.dump({"python": platform.python_version(), "versions": versions, "exports": found}, answers)
    answers.close()


if __name__ == "__main__":
    main()
