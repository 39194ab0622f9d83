"""BigQuery: a query that a connector sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.models_task import Sql
from flytec.authoring.sql import SQLTask
from flytec.plugins.messages import json_data, struct

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes("BigQueryConfig", "ProjectID", ProjectID=str, Location=str)
@dataclass
class BigQueryConfig:
    """Where the query runs; `QueryJobConfig` is that of `google.cloud.bigquery`."""

    ProjectID: str
    Location: str | None = None
    QueryJobConfig: Any = None


@takes(
    "BigQueryTask",
    "name",
    "query_template",
    "task_config",
    name=str,
    query_template=str,
    task_config=BigQueryConfig,
    inputs=dict[str, object],
)
class BigQueryTask(AsyncConnectorExecutorMixin, SQLTask[BigQueryConfig]):
    """A task of type `bigquery_query_job_task`; its output is `results`, where it has one."""

    _TASK_TYPE = "bigquery_query_job_task"

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: BigQueryConfig,
        inputs: Mapping[str, Any] | None = None,
        output_structured_dataset_type: Any = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        dataset_type = output_structured_dataset_type
        super().__init__(
            name=name,
            task_config=task_config,
            query_template=query_template,
            inputs=inputs,
            outputs=None if dataset_type is None else {"results": dataset_type},
            task_type=self._TASK_TYPE,
            **kwargs,
        )
        self._output_structured_dataset_type = dataset_type

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:
        """The place, and over it what the job's own configuration says of the query."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        custom = {"Location": config.Location, "ProjectID": config.ProjectID, "Domain": settings.domain}
        if config.QueryJobConfig is not None:
            custom.update(config.QueryJobConfig.to_api_repr()["query"])
        data: dict[str, Any] = json_data(struct(custom, "the BigQueryConfig config"))
        return data

    def get_sql(self, settings: SerializationSettings) -> Sql:  # noqa: ARG002
        """The query."""
        return Sql(statement=self.query_template, dialect=Sql.Dialect.ANSI)
