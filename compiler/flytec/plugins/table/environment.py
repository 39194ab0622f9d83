"""Plug-ins that change nothing of what is compiled, and those that other ones took the place of."""

from collections.abc import Mapping

from flytec.authoring.rows import Refused, Row
from flytec.plugins.table.rows import mentioned

_S3 = mentioned("AsyncS3FileSystem")
_ENVD = mentioned("EnvdImageSpecBuilder")


def _followed(plugin: str) -> Refused:
    return Refused(f"it has no release for flytekit 1.16, where flytekitplugins.{plugin} has taken its place")


NAMES: Mapping[str, Mapping[str, Row]] = {
    # The names of whole plug-ins.
    "flytekitplugins": {
        "chatgpt": _followed("openai"),
        "flyin": _followed("flyteinteractive"),
        "vscode": _followed("flyteinteractive"),
    },
    "flytekitplugins.async_fsspec": _S3,
    "flytekitplugins.async_fsspec.s3fs.s3fs": _S3,
    "flytekitplugins.envd": _ENVD,
    "flytekitplugins.envd.image_builder": {
        **_ENVD,
        **mentioned("create_envd_config envd_context_switch execute_command"),
    },
    "flytekitplugins.fsspec": {},
    # A command that gets tokens, which no workflow code calls.
    "flytekitplugins.identity_aware_proxy": {},
    "flytekitplugins.identity_aware_proxy.cli": mentioned("cli"),
}
