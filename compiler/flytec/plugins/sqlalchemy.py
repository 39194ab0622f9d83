"""SQLAlchemy: a query on any database that the library reaches, in an image of the plug-in's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.customized_container import PythonCustomizedContainerTask, ShimTaskExecutor
from flytec.authoring.security import Secret
from flytec.authoring.sql import SQLTask
from flytec.authoring.types.schema import FlyteSchema
from flytec.plugins.images import PluginImages
from flytec.plugins.secrets import secret_data

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


class SQLAlchemyDefaultImages(PluginImages):
    """Images that have SQLAlchemy."""

    _variant = "sqlalchemy-"


@takes("SQLAlchemyConfig", "uri", uri=str, connect_args=dict[str, object], secret_connect_args=dict[str, Secret])
@dataclass
class SQLAlchemyConfig:
    """Where the database is, what connecting to it takes besides, and which of that are secrets."""

    uri: str
    connect_args: dict[str, Any] | None = None
    secret_connect_args: dict[str, Secret] | None = None

    @staticmethod
    def _secret_to_dict(secret: Secret) -> dict[str, Any]:
        return secret_data(secret)

    def secret_connect_args_to_dicts(self) -> dict[str, dict[str, Any]] | None:
        """The secrets as JSON data."""
        if self.secret_connect_args is None:
            return None
        return {name: secret_data(secret) for name, secret in self.secret_connect_args.items()}


class SQLAlchemyTaskExecutor(ShimTaskExecutor["SQLAlchemyTask"]):
    """What runs the query in the container."""

    __module__ = "flytekitplugins.sqlalchemy.task"  # part of command lines


@takes(
    "SQLAlchemyTask",
    "name",
    "query_template",
    "task_config",
    name=str,
    query_template=str,
    task_config=SQLAlchemyConfig,
    inputs=dict[str, object],
)
class SQLAlchemyTask(PythonCustomizedContainerTask[SQLAlchemyConfig], SQLTask[SQLAlchemyConfig]):
    """A task of type `sqlalchemy`; its output is `results`, where it has one."""

    _SQLALCHEMY_TASK_TYPE = "sqlalchemy"

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: SQLAlchemyConfig,
        inputs: Mapping[str, Any] | None = None,
        output_schema_type: type[FlyteSchema] | None = FlyteSchema,
        container_image: Any = ...,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name; without `container_image`, its own image runs the query."""
        super().__init__(
            name=name,
            task_config=task_config,
            executor_type=SQLAlchemyTaskExecutor,
            task_type=self._SQLALCHEMY_TASK_TYPE,
            query_template=query_template,
            container_image=SQLAlchemyDefaultImages.default_image() if container_image is ... else container_image,
            inputs=inputs,
            outputs={"results": output_schema_type} if output_schema_type else None,
            **kwargs,
        )

    @property
    def output_columns(self) -> list[str] | None:
        """The columns of the output's type."""
        columns: Any = self.python_interface.outputs["results"].column_names()
        return columns or None

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The query and the database."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        return {
            "query_template": self.query_template,
            "uri": config.uri,
            "connect_args": config.connect_args or {},
            "secret_connect_args": config.secret_connect_args_to_dicts(),
        }
