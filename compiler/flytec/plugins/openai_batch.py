"""OpenAI's batches: a file goes up, a connector waits for the batch, files come back."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.customized_container import PythonCustomizedContainerTask, ShimTaskExecutor
from flytec.authoring.imperative import ImperativeWorkflow
from flytec.authoring.interface import Interface
from flytec.authoring.security import Secret
from flytec.authoring.task import PythonTask
from flytec.authoring.types.file import JSONLFile
from flytec.authoring.types.iterator import JSON
from flytec.plugins.images import PluginImages
from flytec.plugins.secrets import secret_data
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@dataclass
class BatchResult:
    """The files that came back."""

    output_file: Optional[JSONLFile] = None  # noqa: UP045 - its form is emitted
    error_file: Optional[JSONLFile] = None  # noqa: UP045


@takes("BatchEndpointTask", "name", "config", name=str, config=dict[str, object], openai_organization=str)
class BatchEndpointTask(AsyncConnectorExecutorMixin, PythonTask[None]):
    """A task of type `openai-batch`: the id of a file in, what became of the batch out."""

    _TASK_TYPE = "openai-batch"

    def __init__(
        self, name: str, config: dict[str, Any], openai_organization: str | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name."""
        super().__init__(
            name=name,
            task_type=self._TASK_TYPE,
            interface=Interface({"input_file_id": str}, {"result": typing.Dict}),  # noqa: UP006 - its form is emitted
            **kwargs,
        )
        self._openai_organization = openai_organization
        self._config = config

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The organization and the batch's configuration."""
        return {"openai_organization": self._openai_organization, "config": self._config}


class OpenAIFileDefaultImages(PluginImages):
    """Images that have OpenAI's client."""

    _variant = "openai-batch-"


@takes("OpenAIFileConfig", "secret", secret=Secret, openai_organization=str)
@dataclass
class OpenAIFileConfig:
    """Who talks to OpenAI."""

    secret: Secret
    openai_organization: str | None = None

    def _secret_to_dict(self) -> dict[str, Any]:
        return secret_data(self.secret)


class _FileTask(PythonCustomizedContainerTask[OpenAIFileConfig]):
    """What the tasks that move files have in common."""

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The organization and the secret."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        return {"openai_organization": config.openai_organization, "secret_arg": secret_data(config.secret)}


class UploadJSONLFileExecutor(ShimTaskExecutor["UploadJSONLFileTask"]):
    """What moves the file in the container."""

    __module__ = "flytekitplugins.openai.batch.task"  # part of command lines


class DownloadJSONFilesExecutor(ShimTaskExecutor["DownloadJSONFilesTask"]):
    """What moves the files in the container."""

    __module__ = "flytekitplugins.openai.batch.task"  # part of command lines


@takes("UploadJSONLFileTask", "name", "task_config", name=str, task_config=OpenAIFileConfig)
class UploadJSONLFileTask(_FileTask):
    """A task of type `openai-batch-upload-file`: a file in, its id out."""

    _UPLOAD_JSONL_FILE_TASK_TYPE = "openai-batch-upload-file"

    def __init__(self, name: str, task_config: OpenAIFileConfig, container_image: Any = ..., **kwargs: Any) -> None:
        """Every argument is the plug-in's of the same name; without `container_image`, its own image runs."""
        super().__init__(
            name=name,
            task_config=task_config,
            task_type=self._UPLOAD_JSONL_FILE_TASK_TYPE,
            executor_type=UploadJSONLFileExecutor,
            container_image=_image(container_image),
            requests=Resources(mem="700Mi"),
            interface=Interface({"jsonl_in": JSONLFile}, {"result": str}),
            secret_requests=[task_config.secret],
            **kwargs,
        )


@takes("DownloadJSONFilesTask", "name", "task_config", name=str, task_config=OpenAIFileConfig)
class DownloadJSONFilesTask(_FileTask):
    """A task of type `openai-batch-download-files`: what became of the batch in, its files out."""

    _DOWNLOAD_JSON_FILES_TASK_TYPE = "openai-batch-download-files"

    def __init__(self, name: str, task_config: OpenAIFileConfig, container_image: Any = ..., **kwargs: Any) -> None:
        """Every argument is the plug-in's of the same name; without `container_image`, its own image runs."""
        super().__init__(
            name=name,
            task_config=task_config,
            task_type=self._DOWNLOAD_JSON_FILES_TASK_TYPE,
            executor_type=DownloadJSONFilesExecutor,
            container_image=_image(container_image),
            requests=Resources(mem="700Mi"),
            interface=Interface({"batch_endpoint_result": typing.Dict}, {"result": BatchResult}),  # noqa: UP006
            secret_requests=[task_config.secret],
            **kwargs,
        )


def _image(given: Any) -> Any:
    return OpenAIFileDefaultImages.find_image_for() if given is ... else given


@takes(
    "create_batch",
    "name",
    "secret",
    name=str,
    secret=Secret,
    openai_organization=str,
    config=dict[str, object],
    is_json_iterator=bool,
)
def create_batch(
    name: str,
    secret: Secret,
    openai_organization: str | None = None,
    config: dict[str, Any] | None = None,
    is_json_iterator: bool = True,
    file_upload_mem: str = "700Mi",
    file_download_mem: str = "700Mi",
) -> ImperativeWorkflow:
    """A workflow that sends JSON lines, or a file of them, to a batch and brings the files back."""
    suffix = name.replace(".", "")
    workflow = ImperativeWorkflow(name=f"openai-batch-{suffix}")
    workflow.add_workflow_input("jsonl_in", typing.Iterator[JSON] if is_json_iterator else JSONLFile)
    who = OpenAIFileConfig(openai_organization=openai_organization, secret=secret)
    upload = UploadJSONLFileTask(name=f"openai-file-upload-{suffix}", task_config=who)
    batch = BatchEndpointTask(
        name=f"openai-batch-{suffix}", openai_organization=openai_organization, config={} if config is None else config
    )
    download = DownloadJSONFilesTask(name=f"openai-download-files-{suffix}", task_config=who)
    first = workflow.add_entity(upload, jsonl_in=workflow.inputs["jsonl_in"])
    second = workflow.add_entity(batch, input_file_id=first.outputs["result"])
    third = workflow.add_entity(download, batch_endpoint_result=second.outputs["result"])
    first.with_overrides(requests=Resources(mem=file_upload_mem), limits=Resources(mem=file_upload_mem))
    third.with_overrides(requests=Resources(mem=file_download_mem), limits=Resources(mem=file_download_mem))
    workflow.add_workflow_output("batch_output", third.outputs["result"], BatchResult)
    return workflow
