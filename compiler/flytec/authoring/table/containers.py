"""Names of what tasks run in: pod templates, specified images, environments of settings, decorators of containers."""

from collections.abc import Mapping

from flytec.authoring.mention import ContextMention, MentionedName
from flytec.authoring.rows import Mention, Row

_A = "flytec.authoring"
_POD_TEMPLATE: Mapping[str, Row] = {"PodTemplate": f"{_A}.pod_template:PodTemplate"}
_IMAGE_SPEC: Mapping[str, Row] = {"ImageSpec": f"{_A}.image_spec:ImageSpec"}
_COPY: Mapping[str, Row] = {"CopyFileDetection": f"{_A}.image_spec:CopyFileDetection"}
_ENVIRONMENT: Mapping[str, Row] = {"Environment": f"{_A}.environment:Environment"}
_CLASS_DECORATOR: Mapping[str, Row] = {"ClassDecorator": f"{_A}.class_decorators:ClassDecorator"}
_VSCODE: Mapping[str, Row] = {"vscode": f"{_A}.interactive:vscode"}
_VSCODE_CONFIG: Mapping[str, Row] = {"VscodeConfig": f"{_A}.interactive:VscodeConfig"}

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {**_POD_TEMPLATE, **_IMAGE_SPEC, **_ENVIRONMENT},
    "flytekit.constants": _COPY,
    "flytekit.core.environment": {**_ENVIRONMENT, "inherit": f"{_A}.environment:inherit"},
    "flytekit.core.pod_template": {
        **_POD_TEMPLATE,
        "PRIMARY_CONTAINER_DEFAULT_NAME": f"{_A}.pod_template:PRIMARY_CONTAINER_DEFAULT_NAME",
    },
    "flytekit.core.task": {"vscode": f"{_A}.interactive:vscode"},
    "flytekit.core.utils": _CLASS_DECORATOR,
    "flytekit.interactive": {**_VSCODE, **_VSCODE_CONFIG},
    "flytekit.interactive.vscode_lib": {},
    "flytekit.interactive.vscode_lib.config": _VSCODE_CONFIG,
    "flytekit.interactive.vscode_lib.decorator": {
        **_VSCODE,
        **_VSCODE_CONFIG,
        **_CLASS_DECORATOR,
        "FlyteContextManager": Mention(ContextMention),
        **dict.fromkeys(
            (
                *("download_file", "download_vscode", "execute_command", "exit_handler", "get_code_server_info"),
                *("get_installed_extensions", "get_task_inputs", "is_extension_installed", "load_module_from_path"),
                *("prepare_interactive_python", "prepare_launch_json", "prepare_resume_task_python"),
            ),
            Mention(MentionedName),
        ),
    },
    "flytekit.image_spec": _IMAGE_SPEC,
    "flytekit.image_spec.image_spec": {**_IMAGE_SPEC, **_COPY},
}
