"""FTC394: files, folders and tables in values whose URI is a path: nothing is there when the task runs elsewhere."""

import re
from collections.abc import Iterator

from flytec.checks.constants import constants
from flytec.checks.finding import Finding
from flytec.checks.walk import leaves
from flytec.codes import LOCAL_PATH
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Unit

_WITH_URI = (pb.Blob, pb.Schema, pb.StructuredDataset)
# A Scalar of one of these kinds, where a BindingData or a Literal has it: as field 1, which stands before its length.
_MAY_HAVE_URI = re.compile(rb"\n[\x80-\xff]*[\x00-\x7f][\x12\x22\x42]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
HINT = "Put the data where the cluster can read it, and give its URI, such as s3://bucket/key."


def local_paths(unit: Unit) -> Iterator[Finding]:
    """A warning for each value of a unit that lies on the machine which compiled it."""
    if not _MAY_HAVE_URI.search(unit.data):
        return
    for constant in constants(unit):
        for leaf in leaves(constant.value):
            if leaf.name == "uri" and isinstance(leaf.owner, _WITH_URI) and is_local(leaf.value):
                yield Finding(
                    code=LOCAL_PATH,
                    field=f"{constant.path}.{leaf.path}",
                    message=f"input {constant.name!r} is {leaf.value!r}, a path on this machine, expected a URI",
                    hint=HINT,
                    severity=Severity.WARNING,
                    node=constant.node,
                )


def is_local(uri: str) -> bool:
    """Whether a URI leads to the file system: it has no scheme, or says so."""
    return bool(uri) and (uri.startswith("file:") or not _SCHEME.match(uri))
