"""Tasks that serve notebooks and editors."""

from flytekit import task, workflow
from flytekitplugins.flyteinteractive import COPILOT_CONFIG, VIM_CONFIG, VscodeConfig, jupyter, vscode


def before() -> None: ...


@task
@jupyter
def notebooks() -> None: ...


@task
@jupyter(
    max_idle_seconds=60,
    port=8888,
    enable=True,
    run_task_first=True,
    notebook_dir="/home",
    pre_execute=before,
    post_execute=before,
)
def every_setting(a: int) -> int:
    return a


@task
@vscode
def editor() -> None: ...


@task
@vscode(port=9090, config=VIM_CONFIG)
def vim() -> None: ...


config = VscodeConfig()
config.add_extensions(COPILOT_CONFIG.extension_remote_paths)


@task
@vscode(config=config, run_task_first=True)
def copilot() -> None: ...


@workflow
def wf(a: int) -> int:
    notebooks()
    editor()
    vim()
    copilot()
    return every_setting(a=a)
