"""Dolt: tables of its databases on their way between tasks."""

# No postponed annotations: they would be looked for in the modules that these classes say they are of.
from dataclasses import dataclass
from typing import Any, Optional

_PLACE = "flytekitplugins.dolt.schema"
_INTEGRATIONS = "dolt_integrations.core.interface"


class _Branch:
    """What the plug-in takes of its library; only the names of these two classes are emitted."""


class _Meta:
    """See `_Branch`."""


@dataclass
class _Remote:
    """The fields of this one are emitted too."""

    name: Optional[str] = None  # noqa: UP045
    url: Optional[str] = None  # noqa: UP045
    force: Optional[bool] = False  # noqa: UP045


for _kind in (_Branch, _Meta, _Remote):
    _kind.__module__, _kind.__qualname__ = _INTEGRATIONS, _kind.__name__.lstrip("_")
    _kind.__name__ = _kind.__qualname__


@dataclass
class DoltConfig:
    """A database, a table or a query in it, and which branch, which notes and which remote go with that."""

    __module__ = _PLACE

    db_path: str
    tablename: Optional[str] = None  # noqa: UP045 - the forms of the fields are emitted
    sql: Optional[str] = None  # noqa: UP045
    io_args: Optional[dict] = None  # type: ignore[type-arg]  # noqa: UP045
    branch_conf: Optional[_Branch] = None  # noqa: UP045
    meta_conf: Optional[_Meta] = None  # noqa: UP045
    remote_conf: Optional[_Remote] = None  # noqa: UP045


@dataclass
class DoltTable:
    """A table; `data` is a dataframe of pandas."""

    __module__ = _PLACE  # its name in the table of types

    config: DoltConfig
    data: Any = None
