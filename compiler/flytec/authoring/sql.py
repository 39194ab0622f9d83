"""SQL tasks: a query that a plug-in runs, without a container."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from flytec.authoring.interface import Interface
from flytec.authoring.task import PythonTask, TaskMetadata

T = TypeVar("T")
_WHITE_SPACE = re.compile(r"\s+")


class SQLTask(PythonTask[T]):
    """The base of SQL tasks; white space in the query is made even."""

    _INPUT_REGEX = re.compile(r"({{\s*.inputs.(\w+)\s*}})", re.IGNORECASE)

    def __init__(
        self,
        name: str,
        query_template: str,
        task_config: T | None = None,
        task_type: str = "sql_task",
        inputs: Mapping[str, Any] | None = None,
        metadata: TaskMetadata | None = None,
        outputs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            task_type=task_type,
            name=name,
            interface=Interface(inputs, outputs),
            metadata=metadata,
            task_config=task_config,
            **kwargs,
        )
        self._query_template = _WHITE_SPACE.sub(" ", query_template).strip()

    @property
    def query_template(self) -> str:
        """The query on one line, with its placeholders."""
        return self._query_template

    def get_query(self, **kwargs: Any) -> str:
        """The query with `kwargs` in the places of its placeholders."""
        return self.interpolate_query(self.query_template, **kwargs)

    @classmethod
    def interpolate_query(cls, query_template: str, **kwargs: Any) -> str:
        """`query_template` with `kwargs` in the places of its placeholders.

        Raises:
            ValueError: a placeholder without a value, or a value without a placeholder.
        """
        query, used = query_template, set()
        for placeholder, variable in cls._INPUT_REGEX.findall(query_template):
            if variable not in kwargs:
                raise ValueError(f"{placeholder} of the query has no value; there are {sorted(kwargs)}")
            used.add(variable)
            query = query.replace(placeholder, str(kwargs[variable]))
        if unused := sorted(kwargs.keys() - used):
            raise ValueError(f"the query has no places for {unused}")
        return query
