"""DuckDB: queries in the task's own container, on a database in it or on MotherDuck."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from flytec.authoring.arguments import FUNCTION, takes
from flytec.authoring.function_task import PythonInstanceTask
from flytec.authoring.interface import Interface
from flytec.authoring.mention import MentionedName
from flytec.authoring.security import Secret
from flytec.authoring.source import caller_location
from flytec.authoring.types.structured import StructuredDataset
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error


class DuckDBProvider(Enum):
    """What connects to the database; the values are called when the task runs."""

    LOCAL = MentionedName("flytekitplugins.duckdb.task.connect_local")
    MOTHERDUCK = MentionedName("flytekitplugins.duckdb.task.connect_motherduck")


@takes(
    "DuckDBQuery",
    "name",
    "provider",
    name=str,
    query=(str, list[str]),
    inputs=dict[str, object],
    provider=(DuckDBProvider, FUNCTION),
    secret_requests=list[Secret],
)
class DuckDBQuery(PythonInstanceTask[None]):
    """A task of type `duckdb`, whose output `result` is a dataset; the query may be an input."""

    _TASK_TYPE = "duckdb"

    def __init__(
        self,
        name: str,
        query: str | list[str] | None = None,
        inputs: Mapping[str, Any] | None = None,
        provider: DuckDBProvider | Callable[..., Any] = DuckDBProvider.LOCAL,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for more than one secret, and for MotherDuck without one.
        """
        secrets = kwargs.get("secret_requests") or []
        if len(secrets) > 1:
            raise user_error(
                INVALID_DECLARATION,
                f"{name} has {len(secrets)} secrets, expected the one that it connects with",
                at=caller_location(),
            )
        if not secrets and provider is DuckDBProvider.MOTHERDUCK:
            raise user_error(
                INVALID_DECLARATION,
                f"{name} connects to MotherDuck without a secret",
                at=caller_location(),
                hint="pass secret_requests=[Secret(...)] with the token",
            )
        self._query = query
        self._provider = provider
        super().__init__(
            name=name,
            task_type=self._TASK_TYPE,
            task_config=None,
            interface=Interface(inputs, {"result": StructuredDataset}),
            **kwargs,
        )
