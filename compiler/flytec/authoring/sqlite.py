"""SQLite tasks: a query on a database file, in flytekit's own image."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.customized_container import PythonCustomizedContainerTask, ShimTaskExecutor
from flytec.authoring.default_images import DefaultImages
from flytec.authoring.source import caller_location
from flytec.authoring.sql import SQLTask
from flytec.authoring.types.schema import FlyteSchema
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@dataclass
class SQLite3Config:
    """Where the database is; `compressed` says that it is an archive of one file."""

    uri: str
    compressed: bool = False


class SQLite3TaskExecutor(ShimTaskExecutor["SQLite3Task"]):
    """What runs the query in the container."""

    __module__ = "flytekit.extras.sqlite3.task"  # part of command lines


class SQLite3Task(PythonCustomizedContainerTask[SQLite3Config], SQLTask[SQLite3Config]):
    """A task of type `sqlite`; it has one output, `results`."""

    _SQLITE_TASK_TYPE = "sqlite"

    def __init__(
        self,
        name: str,
        query_template: str,
        inputs: Mapping[str, Any] | None = None,
        task_config: SQLite3Config | None = None,
        output_schema_type: type[FlyteSchema] | None = None,
        container_image: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 without a place of the database.
        """
        if task_config is None or task_config.uri is None:
            raise user_error(
                INVALID_DECLARATION,
                f"task {name} has no database",
                at=caller_location(),
                hint="pass task_config=SQLite3Config(uri=...)",
            )
        super().__init__(
            name=name,
            task_config=task_config,
            container_image=container_image or DefaultImages.default_image(),
            executor_type=SQLite3TaskExecutor,
            task_type=self._SQLITE_TASK_TYPE,
            query_template=query_template,
            inputs=inputs,
            outputs={"results": output_schema_type or FlyteSchema},
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The query and the database."""
        assert self.task_config is not None, "the constructor refuses it"
        return {
            "query_template": self.query_template,
            "uri": self.task_config.uri,
            "compressed": self.task_config.compressed,
        }
