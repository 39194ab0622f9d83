"""Calls flytekit's Python API, or flytec's in its place, and says what was raised.

python python_api_program.py SIDE ROOT CALL FOLDER
"""

import sys
from importlib import import_module
from typing import Any, NamedTuple


class Api(NamedTuple):
    """The names of one side."""

    serialize_all: Any
    serialize_to_folder: Any
    SerializationMode: Any
    SerializationSettings: Any
    FastSerializationSettings: Any
    ImageConfig: Any
    Options: Any
    Labels: Any
    Annotations: Any
    RawOutputDataConfig: Any
    Identity: Any
    SecurityContext: Any
    Slack: Any


FLYTEKIT = (
    "flytekit.clis.sdk_in_container.serialize",
    "flytekit.configuration",
    "flytekit.core.options",
    "flytekit.models.common",
    "flytekit.models.security",
    "flytekit.core.notification",
)


def call(api: Api, name: str, root: str, folder: str) -> None:
    """One of the calls that both sides are compared in."""
    images = api.ImageConfig.from_images("ghcr.io/acme/flows:v1", {"trainer": "ghcr.io/acme/trainer:v1"})
    settings = api.SerializationSettings(
        image_config=images,
        project="flows",
        domain="development",
        version="v7",
        env={"STAGE": "test"},
        git_repo="https://example.org/flows.git",
        flytekit_virtualenv_root="/opt/env",
    )
    match name:
        case "default":
            mode = api.SerializationMode.DEFAULT  # flytekit does not take None for the interpreter, though it says so
            api.serialize_all(["flow"], root, folder, mode, images, python_interpreter="/usr/bin/python3")
        case "all":
            mode = api.SerializationMode.DEFAULT
            api.serialize_all(["flow"], root, folder, mode, images, "/opt/env", "/opt/env/bin/python", None, {"A": "b"})
        case "fast":
            mode = api.SerializationMode.FAST
            api.serialize_all(["flow"], root, folder, mode, images, python_interpreter="/usr/bin/python3")
        case "settings":
            api.serialize_to_folder(["flow"], settings, root, folder)
        case "fast settings":
            fast = api.FastSerializationSettings(True, "/root", "s3://bucket/sources.tar.gz")
            settings = settings.new_builder().with_fast_serialization_settings(fast).build()
            api.serialize_to_folder(["flow"], settings, root, folder)
        case "options":
            api.serialize_to_folder(["flow"], settings, root, folder, _options(api))
        case "few options":
            api.serialize_to_folder(["flow"], settings, root, folder, api.Options.default_from("account", "s3://raw"))
        case _:
            raise KeyError(name)


def _options(api: Api) -> Any:
    return api.Options(
        labels=api.Labels({"team": "data"}),
        annotations=api.Annotations({"note": "mine"}),
        raw_output_data_config=api.RawOutputDataConfig("s3://options"),
        security_context=api.SecurityContext(run_as=api.Identity(iam_role="role")),
        max_parallelism=3,
        notifications=[api.Slack(phases=[6], recipients_email=["a@example.org"])],
        overwrite_cache=True,
    )


def _api(side: str) -> Api:
    modules = [import_module(name) for name in (FLYTEKIT if side == "flytekit" else ("flytec",))]
    return Api(*(next(getattr(module, name) for module in modules if hasattr(module, name)) for name in Api._fields))


if __name__ == "__main__":
    _, side, root, name, folder = sys.argv
    call(_api(side), name, root, folder)
