"""OpenAI: chats that a connector has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import SyncConnectorExecutorMixin
from flytec.authoring.interface import Interface
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


@takes(
    "ChatGPTTask",
    "name",
    "chatgpt_config",
    name=str,
    chatgpt_config=dict[str, object],
    openai_organization=str,
)
class ChatGPTTask(SyncConnectorExecutorMixin, PythonTask[dict[str, Any]]):
    """A task of type `chatgpt`: a `message` in, the answer `o0` out."""

    _TASK_TYPE = "chatgpt"

    def __init__(
        self, name: str, chatgpt_config: dict[str, Any], openai_organization: str | None = None, **kwargs: Any
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for a configuration without a model.
        """
        if "model" not in chatgpt_config:
            raise user_error(
                INVALID_DECLARATION,
                f"chatgpt_config of {name} has no model, expected the name of one",
                at=caller_location(),
            )
        super().__init__(
            task_type=self._TASK_TYPE,
            name=name,
            task_config={"openai_organization": openai_organization, "chatgpt_config": chatgpt_config},
            interface=Interface({"message": str}, {"o0": str}),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The organization and the configuration of the chat."""
        return dict(self.task_config or {})
