"""Names of what tasks run in: pod templates, specified images, environments of settings, decorators of containers."""

from collections.abc import Mapping

from flytec.authoring.rows import Refused, Row

_A = "flytec.authoring"
_POD_TEMPLATE: Mapping[str, Row] = {"PodTemplate": f"{_A}.pod_template:PodTemplate"}
_IMAGE_SPEC: Mapping[str, Row] = {"ImageSpec": f"{_A}.image_spec:ImageSpec"}
_COPY: Mapping[str, Row] = {"CopyFileDetection": f"{_A}.image_spec:CopyFileDetection"}
_ENVIRONMENT: Mapping[str, Row] = {"Environment": f"{_A}.environment:Environment"}
_VSCODE: Mapping[str, Row] = {"vscode": f"{_A}.interactive:vscode"}
_VSCODE_CONFIG: Mapping[str, Row] = {"VscodeConfig": f"{_A}.interactive:VscodeConfig"}
_BUILDER = Refused("images are named here, and built by others")
_NAMED_BUILDERS: Mapping[str, Row] = dict.fromkeys(("DefaultImageBuilder", "ImageBuildEngine", "NoOpBuilder"), _BUILDER)

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {**_POD_TEMPLATE, **_IMAGE_SPEC, **_ENVIRONMENT},
    "flytekit.constants": _COPY,
    "flytekit.core.environment": {**_ENVIRONMENT, "inherit": f"{_A}.environment:inherit"},
    "flytekit.core.pod_template": {
        **_POD_TEMPLATE,
        "PRIMARY_CONTAINER_DEFAULT_NAME": f"{_A}.pod_template:PRIMARY_CONTAINER_DEFAULT_NAME",
    },
    "flytekit.core.task": {"vscode": f"{_A}.interactive:vscode"},
    "flytekit.core.utils": {"ClassDecorator": f"{_A}.class_decorators:ClassDecorator"},
    "flytekit.interactive": {**_VSCODE, **_VSCODE_CONFIG},
    "flytekit.interactive.vscode_lib": {},
    "flytekit.interactive.vscode_lib.config": _VSCODE_CONFIG,
    "flytekit.interactive.vscode_lib.decorator": {**_VSCODE, **_VSCODE_CONFIG},
    "flytekit.image_spec": {**_IMAGE_SPEC, **_NAMED_BUILDERS},
    "flytekit.image_spec.image_spec": {
        **_IMAGE_SPEC,
        **_COPY,
        "ImageBuildEngine": _BUILDER,
        "ImageSpecBuilder": _BUILDER,
    },
}
