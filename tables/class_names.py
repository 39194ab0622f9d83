"""Writes the table of public classes and what they are to flytekit, from the libraries themselves: `make tables`.

A line is the name that user code spells, and the class that decides: one that the table of types has a row for, or
`pickle` and the class's own name where none of its bases has. Run in an environment that has all of PACKAGES.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "compiler/flytec/lower/types/class_names.txt"
PACKAGES = (
    *("catboost", "datasets", "geopandas", "lightgbm", "matplotlib", "networkx", "numpy", "pandas", "pillow", "plotly"),
    *("scikit-learn", "torch", "transformers", "xgboost"),
)

# Packages whose public classes below a base are all listed, and the base.
_BELOW = {
    "sklearn": "sklearn.base.BaseEstimator",
    "xgboost": "sklearn.base.BaseEstimator",
    "lightgbm": "sklearn.base.BaseEstimator",
    "PIL": "PIL.Image.Image",
}
# Classes by their public names, and the base that decides. Of numpy, names that are the same in its releases 1 and 2.
_ALONE = {
    "numpy.ndarray": ("numpy.matrix", "numpy.memmap", "numpy.recarray", "numpy.ma.MaskedArray"),
    "builtins.float": ("numpy.float64", "numpy.double"),
    "builtins.str": ("numpy.str_",),
    "datetime.datetime": ("pandas.Timestamp",),
    "datetime.timedelta": ("pandas.Timedelta",),
    "pandas.core.frame.DataFrame": ("geopandas.GeoDataFrame", "geopandas.geodataframe.GeoDataFrame"),
    "torch.nn.Module": ("transformers.PreTrainedModel",),
    "builtins.dict": ("datasets.DatasetDict", "datasets.IterableDatasetDict", "sklearn.utils.Bunch"),
}
# Classes that travel as a pickle, which names the class by the module that it has had for long.
_PICKLED = (
    *("catboost.CatBoost", "catboost.CatBoostClassifier", "catboost.CatBoostRegressor", "catboost.Pool"),
    *("lightgbm.Booster", "lightgbm.Dataset", "matplotlib.figure.Figure", "matplotlib.pyplot.Figure"),
    *("matplotlib.axes.Axes", "matplotlib.pyplot.Axes", "networkx.DiGraph", "networkx.Graph", "networkx.MultiDiGraph"),
    *("networkx.MultiGraph", "numpy.float16", "numpy.float32", "numpy.int8", "numpy.int16", "numpy.int32"),
    *("numpy.int64", "numpy.uint8", "numpy.uint16", "numpy.uint32", "numpy.uint64", "numpy.complex64"),
    *("numpy.complex128", "numpy.bytes_", "numpy.datetime64", "numpy.timedelta64", "numpy.generic"),
    *("numpy.random.Generator", "plotly.graph_objects.Figure"),
    *("plotly.graph_objs.Figure", "torch.device", "torch.dtype", "torch.optim.Optimizer"),
    *("torch.utils.data.DataLoader", "torch.utils.data.Dataset"),
    *("xgboost.Booster", "xgboost.DMatrix"),
)


def table() -> str:
    """The text of the table."""
    rows = dict(_rows())
    stamp = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    lines = (f"{name} {rows[name]}" for name in sorted(rows))
    return "\n".join((f"# {stamp}; written by make tables", *lines, ""))


def _rows() -> Iterator[tuple[str, str]]:
    for package, base in _BELOW.items():
        decisive = _class(base)
        for name, found in _public_classes(package):
            if issubclass(found, decisive) and found is not decisive:
                yield name, base
    for base, names in _ALONE.items():
        for name in names:
            assert issubclass(_class(name), _class(base)), name
            yield name, base
    for name in _PICKLED:
        found = _class(name)
        yield name, f"pickle {found.__module__}.{found.__qualname__}"
    for name in _torch_modules():
        yield f"torch.nn.{name}", "torch.nn.Module"
        yield f"torch.nn.modules.{name}", "torch.nn.Module"
    yield from (("torch.nn.Parameter", "torch.Tensor"), ("torch.nn.parameter.Parameter", "torch.Tensor"))


def _class(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


def _public_classes(package: str) -> Iterator[tuple[str, type]]:
    """Each public class by the public modules that it, or a part of them, is defined in."""
    top = importlib.import_module(package)
    names = [package]
    for found in pkgutil.walk_packages(top.__path__, f"{package}.", onerror=lambda _: None):
        if not any(part.startswith("_") or part in ("tests", "externals") for part in found.name.split(".")):
            names.append(found.name)
    for name in names:
        try:
            module = importlib.import_module(name)
        except Exception:  # a part that needs yet another library
            continue
        for attribute, value in vars(module).items():
            public = isinstance(value, type) and not attribute.startswith("_")
            if public and f"{value.__module__}.".startswith(f"{name}."):
                yield f"{name}.{attribute}", value


def _torch_modules() -> list[str]:
    """The public classes below torch.nn.Module, read from the sources."""
    spec = find_spec("torch")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "nn" / "modules"
    bases: dict[str, set[str]] = {}
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    below = {"Module"}
    while more := {name for name, above in bases.items() if above & below and name not in below}:
        below |= more
    for node in ast.parse((folder / "__init__.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return sorted(below & set(ast.literal_eval(node.value)) - {"Module"})
    raise AssertionError("torch.nn.modules has no list of its public names")


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
