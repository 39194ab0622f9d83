"""Great Expectations: tasks that validate data, and a type that validates on arrival."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Dict, List, Optional, Union  # noqa: UP035 - the schemas of these classes are emitted

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonInstanceTask
from flytec.authoring.interface import Interface
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error


@dataclass
class BatchRequestConfig:
    """Which part of the data is validated."""

    data_connector_query: Optional[Dict[str, Any]] = None  # noqa: UP006, UP045
    runtime_parameters: Optional[Dict[str, Any]] = None  # noqa: UP006, UP045
    batch_identifiers: Optional[Dict[str, str]] = None  # noqa: UP006, UP045
    batch_spec_passthrough: Optional[Dict[str, Any]] = None  # noqa: UP006, UP045


@takes(
    "GreatExpectationsTask",
    "name",
    "inputs",
    name=str,
    inputs=dict[str, object],
    task_config=BatchRequestConfig,
)
class GreatExpectationsTask(PythonInstanceTask[BatchRequestConfig]):
    """A task of type `great_expectations`; what it validates and by which suite, the container knows."""

    _TASK_TYPE = "great_expectations"

    def __init__(
        self,
        name: str,
        datasource_name: str,
        expectation_suite_name: str,
        data_connector_name: str,
        inputs: Mapping[str, Any],
        data_asset_name: str | None = None,
        outputs: Any = None,  # noqa: ARG002 - the plug-in has its own, whatever it is given
        local_file_path: str | None = None,
        checkpoint_params: dict[str, str | list[str]] | None = None,
        task_config: BatchRequestConfig | None = None,
        context_root_dir: str = "./great_expectations",
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        self._datasource_name = datasource_name
        self._data_connector_name = data_connector_name
        self._expectation_suite_name = expectation_suite_name
        self._batch_request_config = task_config
        self._context_root_dir = context_root_dir
        self._data_asset_name = data_asset_name
        self._local_file_path = local_file_path
        self._checkpoint_params = checkpoint_params
        super().__init__(
            name=name,
            task_config=task_config,
            task_type=self._TASK_TYPE,
            interface=Interface(inputs, {"result": Dict[Any, Any]}),  # noqa: UP006 - its form is emitted
            **kwargs,
        )


@dataclass
class GreatExpectationsFlyteConfig:
    """Where the data is, and the suite that validates it."""

    datasource_name: str
    expectation_suite_name: str
    data_connector_name: str
    data_asset_name: Optional[str] = None  # noqa: UP045
    local_file_path: Optional[str] = None  # noqa: UP045
    checkpoint_params: Optional[Dict[str, Union[str, List[str]]]] = None  # noqa: UP006, UP007, UP045
    batch_request_config: Optional[BatchRequestConfig] = None  # noqa: UP045
    context_root_dir: str = "./great_expectations"


class GreatExpectationsType:
    """A text, file or schema, as `GreatExpectationsType[FlyteFile, config]`, that is validated where it arrives."""

    __module__ = "flytekitplugins.great_expectations.schema"  # its name in the table of types

    _CONFIG: ClassVar[tuple[Any, GreatExpectationsFlyteConfig]] = (str, GreatExpectationsFlyteConfig("", "", ""))

    @classmethod
    def config(cls) -> tuple[Any, GreatExpectationsFlyteConfig]:
        """The type of what is validated, and how it is."""
        return cls._CONFIG

    def __class_getitem__(cls, config: Any) -> Any:
        """The type for that data.

        Raises:
            UserError: FTC201 for anything but a type and a configuration.
        """
        if not isinstance(config, tuple) or len(config) != 2:
            raise user_error(
                INVALID_DECLARATION,
                "GreatExpectationsType has no pair of a type and a GreatExpectationsFlyteConfig",
                at=caller_location(),
            )

        class _GreatExpectationsTypeClass(GreatExpectationsType):
            __origin__ = GreatExpectationsType
            _CONFIG = config

        return _GreatExpectationsTypeClass
