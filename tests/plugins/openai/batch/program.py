"""Batches: the workflow that is made for one, and its tasks by themselves."""

from typing import Iterator

from flytekit import Secret, workflow
from flytekit.types.file import JSONLFile
from flytekit.types.iterator import JSON
from flytekitplugins.openai import (
    BatchEndpointTask,
    BatchResult,
    DownloadJSONFilesTask,
    OpenAIFileConfig,
    UploadJSONLFileTask,
    create_batch,
)

secret = Secret(group="openai-secret", key="api-key")

it_batch = create_batch(
    name="gpt-3.5-turbo",
    openai_organization="org-NayNG68kGnVXMJ8Ak4PMgQv7",
    secret=secret,
)

file_batch = create_batch(
    name="completions",
    secret=secret,
    config={"endpoint": "/v1/completions", "metadata": {"a": "b"}},
    is_json_iterator=False,
    file_upload_mem="1Gi",
    file_download_mem="2Gi",
)

upload = UploadJSONLFileTask("up", OpenAIFileConfig(secret=secret), container_image="ghcr.io/acme/openai:v1")
batch = BatchEndpointTask("batch", {}, retries=3)
download = DownloadJSONFilesTask(name="down", task_config=OpenAIFileConfig(secret, "org"))


@workflow
def by_hand(jsonl_in: JSONLFile) -> BatchResult:
    return download(batch_endpoint_result=batch(input_file_id=upload(jsonl_in=jsonl_in)))


@workflow
def json_iterator_wf(lines: Iterator[JSON]) -> BatchResult:
    return it_batch(jsonl_in=lines)
