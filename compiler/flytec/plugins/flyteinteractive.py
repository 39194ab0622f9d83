"""Decorators that make the container of a task serve an editor or notebooks (`flytekitplugins.flyteinteractive`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flytec.authoring.arguments import FUNCTION, INT32, takes
from flytec.authoring.class_decorators import RunningDecorator
from flytec.authoring.interactive import MAX_IDLE_SECONDS, VscodeConfig

_EXTENSIONS = "https://raw.githubusercontent.com/flyteorg/flytetools/master/flytekitplugins/flyin"
COPILOT_EXTENSION = f"{_EXTENSIONS}/GitHub.copilot-1.138.563.vsix"
VIM_EXTENSION = f"{_EXTENSIONS}/vscodevim.vim-1.27.0.vsix"
CODE_TOGETHER_EXTENSION = f"{_EXTENSIONS}/genuitecllc.codetogether-2023.2.0.vsix"

# Nothing of them is in a message, so they have the extension only.
COPILOT_CONFIG = VscodeConfig(extension_remote_paths=[COPILOT_EXTENSION])
VIM_CONFIG = VscodeConfig(extension_remote_paths=[VIM_EXTENSION])
CODE_TOGETHER_CONFIG = VscodeConfig(extension_remote_paths=[CODE_TOGETHER_EXTENSION])


@takes(
    "jupyter",
    "port",
    task_function=FUNCTION,
    max_idle_seconds=INT32,
    port=INT32,
    enable=bool,
    run_task_first=bool,
    notebook_dir=str,
    pre_execute=FUNCTION,
    post_execute=FUNCTION,
)
class jupyter(RunningDecorator):  # noqa: N801 - the plug-in's name
    """Makes the task serve notebooks; the control plane links to it by the type and port in the task's config."""

    def __init__(
        self,
        task_function: Callable[..., Any] | None = None,
        max_idle_seconds: int | None = MAX_IDLE_SECONDS,
        port: int = 8080,
        enable: bool = True,
        run_task_first: bool = False,
        notebook_dir: str | None = "/root",
        pre_execute: Callable[..., Any] | None = None,
        post_execute: Callable[..., Any] | None = None,
    ) -> None:
        self.port = port
        super().__init__(
            task_function,
            max_idle_seconds=max_idle_seconds,
            port=port,
            enable=enable,
            run_task_first=run_task_first,
            notebook_dir=notebook_dir,
            pre_execute=pre_execute,
            post_execute=post_execute,
        )

    def get_extra_config(self) -> Mapping[str, str]:
        """The type of the link, and its port."""
        return {self.LINK_TYPE_KEY: "jupyter", self.PORT_KEY: str(self.port)}
