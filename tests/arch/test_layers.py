"""Imports run downward only, and each outside library has one home."""

import graphlib
from collections.abc import Mapping

import pytest

from arch.source import Import, Module, imports, modules, names

# From the bottom up. What stands in one row doesn't know its neighbours.
LAYERS = (
    ("records",),
    ("codes",),
    ("diagnostics",),
    ("settings", "explain"),
    ("ir",),
    ("authoring",),
    ("load", "lower", "plugins", "checks", "artifact", "view", "tree"),
    ("render", "package", "images", "register"),
    ("app",),
    ("cli",),
)
RANKS = {component: rank for rank, row in enumerate(LAYERS) for component in row}

# Recording must stay light: it is loaded together with every user module.
NEVER = {("authoring", "ir")}

# Which modules may import a library that not everyone may, and why there.
HOMES: Mapping[str, tuple[str, ...]] = {
    "flyteidl": ("flytec.ir",),  # the boundary: messages, and their bytes
    "flytecpb": ("flytec.ir",),
    "google": ("flytec.ir",),
    "flytekit": ("flytec.load.flytekit_frontend",),  # the second front end
    "click": ("flytec.cli",),
    "rich": ("flytec.render",),
    # Models of Kubernetes are pydantic models, as those of its client are; no module loads them before it is asked.
    "pydantic": ("flytec.settings", "flytec.authoring.kubernetes_models"),
    "dxf": ("flytec.images.registry",),
    "docker": ("flytec.images.registry",),
    "requests": ("flytec.images.registry",),
}
ONLY_IN_FUNCTIONS = ("flytekit", "rich", "numpy", "pandas", "dxf", "docker", "requests")


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def offences(module: Module, found: Import) -> str:
    """What is wrong with an import, empty where nothing is."""
    target = [*found.target.split("."), ""][1] if within(found.target, "flytec") else ""
    if not target or target == module.component:
        return ""
    if module.component == "":  # the public face: it knows all names, and loads none
        return "" if found.lazy else f"{target} is loaded with flytec"
    if (module.component, target) in NEVER:
        return f"{module.component} must not know {target}"
    if RANKS[target] >= RANKS[module.component]:
        return f"{target} does not lie below {module.component}"
    return ""


def test_every_component_has_a_layer() -> None:
    components = {module.component for module in modules()} - {""}
    files_only = {component for component in components if not (names() & {f"flytec.{component}"})}
    assert components - files_only <= RANKS.keys()


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_imports_run_downward(module: Module) -> None:
    wrong = [
        f"{module.name}:{found.line} imports {found.target}: {text}"
        for found in imports(module)
        if (text := offences(module, found))
    ]
    assert wrong == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_libraries_stay_in_their_homes(module: Module) -> None:
    wrong = [
        f"{module.name}:{found.line} imports {found.target}"
        for found in imports(module)
        for homes in [HOMES.get(found.target.split(".")[0])]
        if homes is not None and not any(within(module.name, home) for home in homes)
    ]
    assert wrong == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_heavy_libraries_are_imported_where_they_are_used(module: Module) -> None:
    wrong = [
        f"{module.name}:{found.line} imports {found.target} with the module"
        for found in imports(module)
        if found.target.split(".")[0] in ONLY_IN_FUNCTIONS and not found.lazy
    ]
    assert wrong == []


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    graph = {
        module.name: {found.target for found in imports(module) if not found.lazy and found.target in names()}
        for module in modules()
    }
    tuple(graphlib.TopologicalSorter(graph).static_order())
