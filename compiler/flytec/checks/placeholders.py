"""Placeholders of flytectl's that stay as they are, since they stand where it fills none in.

Rule: it replaces `{{ registration.project }}` and the like where they are the whole of a field of an identifier, and
`{{ .remote_package_path }}` and `{{ .dest_dir }}` where they are the whole of an argument of a container.
"""

import re
from collections.abc import Iterator

from flytec.checks.finding import Finding
from flytec.checks.identity import PLACEHOLDERS
from flytec.checks.walk import leaves
from flytec.codes import UNHYDRATED_PLACEHOLDER
from flytec.diagnostics import Severity
from flytec.ir import pb

_PLACEHOLDER = re.compile(r"\{\{\s*registration\.\w+\s*\}\}|\{\{ \.(?:remote_package_path|dest_dir)\s*\}\}")
_ARGUMENTS = ("{{ .remote_package_path }}", "{{ .dest_dir }}")
_ARGS = re.compile(
    r"template\.(?:container\.args|k8s_pod\.pod_spec\.fields\['containers'\]\.list_value\.values\[\d+\]"
    r"\.struct_value\.fields\['args'\]\.list_value\.values)\[\d+\](?:\.string_value)?"
)
_IDENTITY = ("project", "domain", "version")


def may_have_placeholders(data: bytes) -> bool:
    """Whether it is worth the time to go through all of a message, by what it is serialized to."""
    return b"{{ ." in data or b"registration." in data


def placeholder_findings(message: pb.Message) -> Iterator[Finding]:
    """The placeholders of a unit that flytectl leaves alone."""
    for path, owner, name, value in leaves(message, of_identifiers=True):
        found = _PLACEHOLDER.search(value) if isinstance(value, str) else None
        if found and not _is_filled(path, value, owner, name):
            yield Finding(
                code=UNHYDRATED_PLACEHOLDER,
                field=path,
                message=f"the text has {found[0]!r}, which flytectl leaves as it is here; expected a value",
                hint="Write the value, or use it as the whole of an argument or of an identifier's field.",
                severity=Severity.WARNING,
            )


def _is_filled(path: str, text: str, owner: pb.Message, name: str) -> bool:
    if isinstance(owner, pb.Identifier):
        return name in _IDENTITY and text == PLACEHOLDERS[_IDENTITY.index(name)]
    return text in _ARGUMENTS and bool(_ARGS.fullmatch(path))
