"""The Python API: flytekit's functions of these names, with the same signatures and results."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flytec.app.compile import compile_settings_to_folder
from flytec.app.request import CompileRequest
from flytec.authoring.launch_options import Options
from flytec.codes import INVALID_SETTING
from flytec.diagnostics import cannot_run
from flytec.load.discover import plan_packages
from flytec.settings import (
    DEFAULT_RUNTIME_PYTHON_INTERPRETER,
    FastSerializationSettings,
    ImageConfig,
    SerializationMode,
    SerializationSettings,
    ToolSettings,
)


def serialize_all(
    pkgs: Sequence[str] | None = None,
    local_source_root: str | None = None,
    folder: str | None = None,
    mode: SerializationMode | None = None,
    image_config: ImageConfig | None = None,
    flytekit_virtualenv_root: str | None = None,
    python_interpreter: str | None = None,
    config_file: str | None = None,
    env: dict[str, str] | None = None,
) -> None:
    """Compiles the dotted packages `pkgs` and writes one file a task, workflow and launch plan to `folder`.

    Args:
        pkgs: packages and modules; the packages' modules are found.
        local_source_root: the folder that packages are looked for in, the working folder by default.
        folder: where the files go, the working folder by default.
        mode: whether containers bring the source (`DEFAULT`) or a source archive does (`FAST`).
        image_config: images by name; those of `config_file` by default.
        flytekit_virtualenv_root: the virtual environment in the container.
        python_interpreter: the interpreter in the container.
        config_file: a configuration file in flytekit's form.
        env: environment variables of all containers.

    Raises:
        FlytecError: see `serialize_to_folder`; `CannotRunError` FTC601 for a mode that is none.
    """
    if not isinstance(mode, SerializationMode):
        raise cannot_run(INVALID_SETTING, f"mode is {mode!r}, expected a member of SerializationMode")
    settings = SerializationSettings(
        image_config=image_config or ImageConfig.auto(config_file),
        fast_serialization_settings=FastSerializationSettings(enabled=mode is SerializationMode.FAST),
        flytekit_virtualenv_root=flytekit_virtualenv_root,
        python_interpreter=python_interpreter or DEFAULT_RUNTIME_PYTHON_INTERPRETER,
        env=env,
    )
    serialize_to_folder(pkgs or (), settings, local_source_root, folder or ".")


def serialize_to_folder(
    pkgs: Sequence[str],
    settings: SerializationSettings,
    local_source_root: str | None = None,
    folder: str = ".",
    options: Options | None = None,
) -> None:
    """Compiles the dotted packages `pkgs` with `settings` and writes the files to `folder`.

    `options` are put over those of launch plans. A process may call this as often as it likes: each call loads the
    modules anew, with the stand-in in flytekit's place, and leaves the process as it found it.

    Raises:
        UserError: the findings, where the program has errors; nothing is written.
        NothingToCompileError: the packages declare no task, workflow or launch plan.
        CannotRunError: a package is not found, the folder cannot be written, or `pkgs` is one text (FTC601).
    """
    if isinstance(pkgs, str):
        raise cannot_run(INVALID_SETTING, f"pkgs is {pkgs!r}, expected a list of dotted packages")
    cwd = Path.cwd()
    root = cwd / (local_source_root or ".")
    request = CompileRequest(
        plan=plan_packages(pkgs, source_root=root, cwd=cwd),
        tool=ToolSettings(),
        options=options or Options(),
    )
    compile_settings_to_folder(request, settings, Path(folder or "."))
