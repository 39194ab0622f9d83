"""What a rule says: which code, where in the message, and what was expected."""

from flytec.codes import Code
from flytec.diagnostics import Severity
from flytec.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding about one unit's message.

    `field` is the path in the message, in the names of its `.proto` file: `template.nodes[3].inputs[0].binding`; empty
    for the message as a whole. `node` is the id of the workflow's own node that it is about, if it is about one: the
    line of that node's call is the best place to show. `message` and `hint` are written as those of a `Diagnostic`.
    """

    code: Code
    field: str
    message: str
    hint: str = ""
    node: str = ""
    severity: Severity = Severity.ERROR
