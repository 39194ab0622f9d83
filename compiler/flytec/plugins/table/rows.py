"""How rows of plug-ins are written."""

from flytec.authoring.mention import MentionedName
from flytec.authoring.rows import Mention, Row

_MENTIONED = Mention(MentionedName)


def defined(module: str, names: str) -> dict[str, Row]:
    """Rows for what `flytec.plugins.<module>` defines, by names with spaces between them."""
    return {name: f"flytec.plugins.{module}:{name}" for name in names.split()}


def mentioned(names: str) -> dict[str, Row]:
    """Rows for what only running tasks and the services of the control plane use."""
    return dict.fromkeys(names.split(), _MENTIONED)


def configs(module: str, **classes: str) -> dict[str, str]:
    """Which class of `flytec.plugins.<module>` makes the tasks of which config class."""
    target = f"flytec.plugins.{module}:"
    return {f"{target}{config}": f"{target}{task}" for config, task in classes.items()}
