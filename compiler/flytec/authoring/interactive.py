"""The decorator that makes a task's container serve an editor, and its settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flytec.authoring.class_decorators import RunningDecorator

HOURS_TO_SECONDS = 60 * 60
MAX_IDLE_SECONDS = 10 * HOURS_TO_SECONDS


@dataclass
class VscodeConfig:
    """Where the container gets the editor from; nothing of it is in the task's message, so the defaults are empty."""

    code_server_remote_paths: dict[str, str] | None = field(default_factory=dict)
    code_server_dir_names: dict[str, str] | None = field(default_factory=dict)
    extension_remote_paths: list[str] | None = field(default_factory=list)

    def add_extensions(self, extensions: str | list[str]) -> None:
        """Adds one extension or several."""
        added = extensions if isinstance(extensions, list) else [extensions]
        self.extension_remote_paths = [*(self.extension_remote_paths or ()), *added]


class vscode(RunningDecorator):  # noqa: N801 - flytekit's name
    """Makes the task serve an editor; the control plane links to it by the type and port in the task's config."""

    def __init__(
        self,
        task_function: Callable[..., Any] | None = None,
        max_idle_seconds: int | None = MAX_IDLE_SECONDS,
        port: int = 8080,
        enable: bool = True,
        run_task_first: bool = False,
        pre_execute: Callable[..., Any] | None = None,
        post_execute: Callable[..., Any] | None = None,
        config: VscodeConfig | None = None,
    ) -> None:
        self.port = port
        super().__init__(
            task_function,
            max_idle_seconds=max_idle_seconds,
            port=port,
            enable=enable,
            run_task_first=run_task_first,
            pre_execute=pre_execute,
            post_execute=post_execute,
            config=config,
        )

    def get_extra_config(self) -> Mapping[str, str]:
        """The type of the link, and its port."""
        return {self.LINK_TYPE_KEY: "vscode", self.PORT_KEY: str(self.port)}
