"""Operators of Airflow in workflow bodies.

flytekit loads the plug-ins that are installed with it, without an import in user code, and the one for Airflow puts
another constructor into all operators: in a body, each becomes a task and a node. So a body that makes one compiles to
different workflows with and without that plug-in, and no code of the user's says which is meant.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from flytec.authoring.source import caller_location
from flytec.codes import UNSUPPORTED_SYMBOL
from flytec.diagnostics import user_error

# Where the class of all operators is, in Airflow 2 and 3.
_HOMES = ("airflow.models.baseoperator", "airflow.sdk.bases.operator")


@contextmanager
def operators_refused() -> Iterator[None]:
    """Makes the construction of an operator FTC200 until the end of the block."""
    classes = [kind for home in _HOMES if (kind := getattr(sys.modules.get(home), "BaseOperator", None)) is not None]
    constructors = [_plain if kind.__new__ is object.__new__ else kind.__new__ for kind in classes]
    for kind in classes:
        kind.__new__ = staticmethod(_refuse)
    try:
        yield
    finally:
        for kind, constructor in zip(classes, constructors, strict=True):
            kind.__new__ = staticmethod(constructor)


def _plain(kind: type, *_: Any, **__: Any) -> Any:
    """What a class without a constructor of its own does; taking one away again would not bring that back."""
    make: Callable[[type], Any] = object.__new__
    return make(kind)


def _refuse(kind: type, *_: Any, **__: Any) -> NoReturn:
    raise user_error(
        UNSUPPORTED_SYMBOL,
        f"{kind.__name__} of Airflow is made in a workflow's body, where flytekitplugins.airflow makes a task of it",
        at=caller_location(),
        hint="compile with --frontend flytekit, or run the operator in the body of a task",
    )
