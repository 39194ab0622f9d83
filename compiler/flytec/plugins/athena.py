"""Athena: queries that the handler of Presto runs (`flytekitplugins.athena`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.sql import SQLTask
from flytec.plugins.messages import filled, json_data

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes("AthenaConfig", database=str, workgroup=str, catalog=str)
@dataclass
class AthenaConfig:
    """Where the query runs."""

    database: str | None = None
    workgroup: str | None = None
    catalog: str | None = None


@takes(
    "AthenaTask",
    "name",
    "query_template",
    name=str,
    query_template=str,
    task_config=AthenaConfig,
    inputs=dict[str, object],
)
class AthenaTask(SQLTask[AthenaConfig]):
    """A task of type `presto`; its output is `results`, where it has one."""

    _TASK_TYPE = "presto"

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: AthenaConfig | None = None,
        inputs: Mapping[str, Any] | None = None,
        output_schema_type: Any = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_config=AthenaConfig() if task_config is None else task_config,
            query_template=query_template,
            inputs=inputs,
            outputs=None if output_schema_type is None else {"results": output_schema_type},
            task_type=self._TASK_TYPE,
            **kwargs,
        )
        self._output_schema_type = output_schema_type

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """`flyteidl.plugins.PrestoQuery` as JSON data."""
        from flytec.ir.plugins import PrestoQuery

        config = self.task_config
        assert config is not None, "the constructor has one"
        query = filled(
            PrestoQuery,
            "the AthenaConfig config",
            statement=self.query_template,
            schema=config.database,
            routing_group=config.workgroup,
            catalog=config.catalog,
        )
        data: dict[str, Any] = json_data(query)
        return data
