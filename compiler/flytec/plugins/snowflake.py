"""Snowflake: a query that a connector sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.models_task import Sql
from flytec.authoring.sql import SQLTask

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_FIELDS = ("user", "account", "database", "schema", "warehouse")


@takes("SnowflakeConfig", *_FIELDS, **dict.fromkeys(_FIELDS, str))
@dataclass
class SnowflakeConfig:
    """The account, and where in it the query runs."""

    user: str
    account: str
    database: str
    schema: str
    warehouse: str


@takes(
    "SnowflakeTask",
    "name",
    "query_template",
    "task_config",
    name=str,
    query_template=str,
    task_config=SnowflakeConfig,
    inputs=dict[str, object],
)
class SnowflakeTask(AsyncConnectorExecutorMixin, SQLTask[SnowflakeConfig]):
    """A task of type `snowflake`; its output is `results`, where it has one."""

    _TASK_TYPE = "snowflake"

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: SnowflakeConfig,
        inputs: Mapping[str, Any] | None = None,
        output_schema_type: Any = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_config=task_config,
            query_template=query_template,
            inputs=inputs,
            outputs=None if output_schema_type is None else {"results": output_schema_type},
            task_type=self._TASK_TYPE,
            **kwargs,
        )
        self._output_schema_type = output_schema_type

    def get_config(self, settings: SerializationSettings) -> dict[str, str]:  # noqa: ARG002
        """The fields of the configuration."""
        return {field: getattr(self.task_config, field) for field in _FIELDS}

    def get_sql(self, settings: SerializationSettings) -> Sql:  # noqa: ARG002
        """The query."""
        return Sql(statement=self.query_template, dialect=Sql.Dialect.ANSI)
