"""Plug-ins that change nothing of what is compiled, and those that other ones took the place of."""

from collections.abc import Mapping

from flytec.authoring.rows import Refused, Row
from flytec.plugins.table.rows import mentioned

_S3 = mentioned("AsyncS3FileSystem")
_ENVD = mentioned("EnvdImageSpecBuilder")


def _renamed(plugin: str, since: str) -> Refused:
    return Refused(f"it is flytekitplugins.{plugin} since flytekit {since}")


NAMES: Mapping[str, Mapping[str, Row]] = {
    # The names of whole plug-ins.
    "flytekitplugins": {
        "chatgpt": _renamed("openai", "1.12"),
        "flyin": _renamed("flyteinteractive", "1.11"),
        "vscode": _renamed("flyteinteractive", "1.11"),
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
