"""AWS Batch (`flytekitplugins.awsbatch`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.plugins.messages import json_data, struct

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes(
    "AWSBatchConfig",
    "platformCapabilities",
    parameters=dict[str, str],
    schedulingPriority=INT32,
    platformCapabilities=str,
    propagateTags=bool,
    tags=dict[str, str],
)
@dataclass
class AWSBatchConfig:
    """What a job is submitted with."""

    parameters: dict[str, str] | None = None
    schedulingPriority: int | None = None  # noqa: N815 - the plug-in's name
    platformCapabilities: str = "EC2"  # noqa: N815
    propagateTags: bool | None = None  # noqa: N815
    tags: dict[str, str] | None = None

    def to_dict(self) -> dict[str, Any]:
        """All fields as JSON data."""
        data: dict[str, Any] = json_data(struct(asdict(self), "the AWSBatchConfig config"))
        return data


class AWSBatchFunctionTask(PythonFunctionTask[AWSBatchConfig]):
    """A task of type `aws-batch`."""

    _AWS_BATCH_TASK_TYPE = "aws-batch"

    def __init__(self, task_config: AWSBatchConfig | None, task_function: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(
            task_config=AWSBatchConfig() if task_config is None else task_config,
            task_type=self._AWS_BATCH_TASK_TYPE,
            task_function=task_function,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """What a job is submitted with."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        return config.to_dict()

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str]:
        """The platform goes into the definition of the job."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        return {**(super().get_config(settings) or {}), "platformCapabilities": config.platformCapabilities}

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The task's command line without checkpoints; single jobs are arrays of one, so their outputs lie in `0`."""
        plain = self.get_default_command(settings)
        plain[plain.index("{{.outputPrefix}}")] = "{{.outputPrefix}}/0"
        start, end = plain.index("--checkpoint-path"), plain.index("--resolver")
        return [*plain[:start], *plain[end:]]
