"""Hive: queries that Qubole runs (`flytekitplugins.hive`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.sql import SQLTask
from flytec.plugins.messages import filled, json_data

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

# Part of what is emitted.
_SELECT = """
        {stage}

        CREATE TEMPORARY TABLE {{{{ .PerRetryUniqueKey }}}}_tmp AS {select};
        CREATE EXTERNAL TABLE {{{{ .PerRetryUniqueKey }}}} LIKE {{{{ .PerRetryUniqueKey }}}}_tmp STORED AS PARQUET;
        ALTER TABLE {{{{ .PerRetryUniqueKey }}}} SET LOCATION '{{{{ .RawOutputDataPrefix }}}}';

        INSERT OVERWRITE TABLE {{{{ .PerRetryUniqueKey }}}}
            SELECT *
            FROM {{{{ .PerRetryUniqueKey }}}}_tmp;
        DROP TABLE {{{{ .PerRetryUniqueKey }}}};
        """


@takes("HiveConfig", "cluster_label", cluster_label=str, tags=list[str])
@dataclass
class HiveConfig:
    """The cluster, and tags of the request."""

    cluster_label: str = ""
    tags: list[str] | None = None

    def __post_init__(self) -> None:
        self.tags = [] if self.tags is None else self.tags


@takes(
    "HiveTask",
    "name",
    "query_template",
    name=str,
    query_template=str,
    task_config=HiveConfig,
    inputs=dict[str, object],
)
class HiveTask(SQLTask[HiveConfig]):
    """A task of type `hive`; its output is `results`, where it has one."""

    _TASK_TYPE = "hive"

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: HiveConfig | None = None,
        inputs: Mapping[str, Any] | None = None,
        output_schema_type: Any = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_config=HiveConfig() if task_config is None else task_config,
            query_template=query_template,
            inputs=inputs,
            outputs=None if output_schema_type is None else {"results": output_schema_type},
            task_type=self._TASK_TYPE,
            **kwargs,
        )
        self._output_schema_type = output_schema_type

    @property
    def cluster_label(self) -> str:
        """The cluster."""
        return self.task_config.cluster_label if self.task_config else ""

    @property
    def output_schema_type(self) -> Any:
        """The type of the output."""
        return self._output_schema_type

    @property
    def tags(self) -> list[str]:
        """The tags of the request."""
        return (self.task_config.tags if self.task_config else None) or []

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """`flyteidl.plugins.QuboleHiveJob` as JSON data."""
        from flytec.ir.plugins import HiveQuery, QuboleHiveJob

        what = "the HiveConfig config"
        query = filled(HiveQuery, what, query=self.query_template, timeout_sec=0, retryCount=0)
        job = filled(QuboleHiveJob, what, query=query, cluster_label=self.cluster_label, tags=self.tags)
        data: dict[str, Any] = json_data(job)
        return data


@takes(
    "HiveSelectTask",
    "name",
    "select_query",
    name=str,
    select_query=str,
    inputs=dict[str, object],
    config=HiveConfig,
    stage_query=str,
)
class HiveSelectTask(HiveTask):
    """A query whose rows are the output; the plug-in passes over `config` and what is given beside its arguments."""

    def __init__(
        self,
        name: str,
        select_query: str,
        inputs: Mapping[str, Any] | None,
        output_schema_type: Any = None,
        config: HiveConfig | None = None,  # noqa: ARG002 - the plug-in's
        stage_query: str | None = None,
        **kwargs: Any,  # noqa: ARG002 - the plug-in's
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            inputs=inputs,
            query_template=_SELECT.format(stage=stage_query or "", select=select_query.strip().strip(";")),
            output_schema_type=output_schema_type,
        )
