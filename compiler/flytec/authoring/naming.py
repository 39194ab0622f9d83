"""The names of entities: flytekit's rules, which the container relies on to find a task again.

A task's name is `<module>.<variable>`. The module is the name that the module was imported under, or the one that its
file's place among regular packages gives, whichever is longer: a module that was imported as `wf` from within a
package `flows` is `flows.wf`. A consequence that looks odd and is flytekit's: what is declared in a package's own
`__init__.py` is named `package.__init__.variable`.
"""

# Asked once a module, where plain strings take a tenth of the time of paths.
# ruff: noqa: PTH100, PTH118, PTH120, PTH122

import inspect
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

from flytec.codes import UNRESOLVED_NAME
from flytec.diagnostics import Location, user_error


class EntityName(NamedTuple):
    """Where the container finds an entity: `variable` of `module`."""

    module: str
    variable: str

    @property
    def full(self) -> str:
        """The name that is registered."""
        return f"{self.module}.{self.variable}"


class ModuleNames:
    """Resolves names for one compilation, and remembers what it asked of the file system.

    `package_root` has the meaning of flytekit's FLYTE_PYTHON_PACKAGE_ROOT: `auto` climbs to the first folder without
    an `__init__.py`, `.` takes module names as they were imported, anything else is the folder to stop at.
    """

    __slots__ = ("_dotted_folders", "_modules", "_root", "_variables")

    def __init__(self, package_root: str = "auto") -> None:
        self._root = package_root
        self._modules: dict[tuple[str, str], str] = {}
        self._dotted_folders: dict[str, str] = {}
        self._variables: dict[str, dict[int, str]] = {}

    def of_callable(self, function: Callable[..., Any]) -> EntityName:
        """The name of what a function, or any callable with a name and a module, defines.

        Raises:
            UserError: FTC105 where the callable has no name, or its module is not loaded.
        """
        variable = getattr(function, "__name__", None)
        if not isinstance(variable, str):
            _unresolved(f"`{function!r}` has no `__name__`; a function with a name was expected")
        if "." in variable:
            variable = variable.rpartition(".")[2]
        imported_as = getattr(function, "__module__", None)
        module = sys.modules.get(imported_as) if isinstance(imported_as, str) else None
        if module is None or imported_as is None:
            _unresolved(
                f"the module of `{variable}` is {imported_as!r}, which is not a loaded module",
                at=_definition(function),
            )
        name: str = getattr(module, "__name__", imported_as)
        if name == "__main__":
            file = inspect.getfile(function)
            return EntityName(self._longer(Path(file).stem, file), variable)
        return EntityName(self._of_module(module, name), variable)

    def of_instance(self, instance: object, module_name: str | None) -> EntityName:
        """The name of an object made at the top level of module `module_name`: the first variable, by name, that holds
        it. Ask while the module is loaded, and after it has run to its end.

        Raises:
            UserError: FTC105 where there is no such module or variable.
        """
        module = sys.modules.get(module_name) if module_name is not None else None
        if module is None or module_name is None:
            _unresolved(f"an instance of `{type(instance).__name__}` was made outside of any loaded module")
        variable = self._variable(instance, module, module_name)
        if variable is None:
            _unresolved(
                f"no variable of module `{module_name}` holds the instance of `{type(instance).__name__}` made there; "
                "the container finds it by its variable",
                hint="Assign it to a variable at module level.",
            )
        return self.in_module(module_name, variable)

    def in_module(self, module_name: str | None, variable: str) -> EntityName:
        """The name of `variable` at the top level of module `module_name`.

        Raises:
            UserError: FTC105 where there is no such module.
        """
        module = sys.modules.get(module_name) if module_name is not None else None
        if module is None or module_name is None:
            _unresolved(f"`{variable}` was made outside of any loaded module")
        return EntityName(self._of_module(module, getattr(module, "__name__", module_name)), variable)

    def _of_module(self, module: ModuleType, name: str) -> str:
        if self._root == ".":
            return name
        file = getattr(module, "__file__", None)
        if not isinstance(file, str):
            _unresolved(f"module `{name}` has no file; the module of a task was expected to have one")
        return self._longer(name, file)

    def _longer(self, name: str, file: str) -> str:
        """The more specific of the imported name and the one that the file's place gives."""
        if self._root == ".":
            return name
        known = self._modules.get((name, file))
        if known is None:
            by_place = self._dotted(os.path.abspath(file))  # flytekit follows no symbolic links
            known = self._modules[name, file] = by_place if len(by_place) > len(name) else name
        return known

    def _dotted(self, path: str) -> str:
        """The dotted name of a file or folder, counted from the first folder above it that is not a package."""
        folder, name = os.path.split(path)
        stem = os.path.splitext(name)[0]
        prefix = self._prefix(folder)
        return f"{prefix}.{stem}" if prefix else stem

    def _prefix(self, folder: str) -> str:
        """The dotted name of a package folder; empty for a folder that is not a package, or where names end."""
        known = self._dotted_folders.get(folder)
        if known is None:
            inner = folder not in (self._root, os.path.dirname(folder))
            is_package = inner and os.path.lexists(os.path.join(folder, "__init__.py"))
            known = self._dotted_folders[folder] = self._dotted(folder) if is_package else ""
        return known

    def _variable(self, instance: object, module: ModuleType, module_name: str) -> str | None:
        known = self._variables.get(module_name, {}).get(id(instance))
        if known is not None and getattr(module, known, None) is instance:
            return known
        # Built anew on a miss: a variable may have been assigned since.
        variables = self._variables[module_name] = _variables_by_identity(module)
        return variables.get(id(instance))


def is_nested(function: Callable[..., Any]) -> bool:
    """Whether a function is local to another one, so that its module cannot hand it out."""
    code = getattr(function, "__code__", None)
    return code is not None and code.co_flags & inspect.CO_NESTED != 0


def is_wrapped_at_module_level(function: Callable[..., Any]) -> bool:
    """Whether `functools.wraps` made a function take the place of one that was defined at module level."""
    return hasattr(function, "__wrapped__") and function.__name__ == function.__qualname__


def is_in_test_module(function: Callable[..., Any]) -> bool:
    """Whether a function lies in a module called `test_*` or `*_test`, where flytekit allows nested tasks."""
    module = sys.modules.get(getattr(function, "__module__", None) or "")
    stem = getattr(module, "__name__", "").rpartition(".")[2]
    return stem.startswith("test_") or stem.endswith("_test")


def _variables_by_identity(module: ModuleType) -> dict[int, str]:
    found: dict[int, str] = {}
    for name in dir(module):
        try:
            value = getattr(module, name)
        except Exception:  # a module may compute its attributes, and refuse to
            continue
        found.setdefault(id(value), name)
    return found


def _definition(function: Callable[..., Any]) -> Location | None:
    code = getattr(function, "__code__", None)
    return None if code is None else Location(code.co_filename, code.co_firstlineno)


def _unresolved(message: str, *, at: Location | None = None, hint: str = "") -> NoReturn:
    raise user_error(UNRESOLVED_NAME, message, at=at, hint=hint)
