"""Chats."""

from flytekit import workflow
from flytekit.core.base_task import TaskMetadata
from flytekitplugins.openai import ChatGPTTask

chatgpt_small_job = ChatGPTTask(
    name="gpt-3.5-turbo",
    chatgpt_config={"model": "gpt-3.5-turbo", "temperature": 0.7},
)

chatgpt_big_job = ChatGPTTask(
    name="gpt-4",
    openai_organization="org-NayNG68kGnVXMJ8Ak4PMgQv7",
    chatgpt_config={"model": "gpt-4", "temperature": 0, "stop": ["a", "b"], "logit_bias": {"50256": -100}},
    metadata=TaskMetadata(retries=2),
    security_ctx=None,
)


@workflow
def wf(message: str) -> str:
    message = chatgpt_small_job(message=message)
    return chatgpt_big_job(message=message)
