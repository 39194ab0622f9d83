"""Names of types; their rows are kept beside the types."""

from collections.abc import Mapping

from flytec.authoring.mention import MentionedName
from flytec.authoring.rows import Mention, Refused, Row
from flytec.authoring.types.names import MENTIONED
from flytec.authoring.types.names import NAMES as TYPE_NAMES


def _row(target: str) -> Row:
    if target == MENTIONED:
        return Mention(MentionedName)
    return Refused(target.removeprefix("!")) if target.startswith("!") else target


NAMES: Mapping[str, Mapping[str, Row]] = {
    module: {name: _row(target) for name, target in names.items()} for module, names in TYPE_NAMES.items()
}
