"""Fingerprints: what tells one finding from all others, and stays the same when lines move.

They are the keys of a baseline, and what code scanning services match the findings of two runs by. So a fingerprint
holds no line and no position: not those of nodes, whose ids count the calls before them, and none that a message has.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from flytec.diagnostics import Diagnostic

_LENGTH = 16
# `flows.py:12`, the node ids that flytekit counts, `nodes[3]`.
_POSITIONS = re.compile(r"(?<=\w):\d+\b|\b(?<![.\w])f?n\d+\b|\[\d+\]")


def fingerprints(findings: Iterable[Diagnostic]) -> list[str]:
    """One hexadecimal text a finding; equals in all but their places are told apart by a number, in the order given."""
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        base = fingerprint(finding)
        made.append(f"{base}.{seen[base]}" if seen[base] else base)
        seen[base] += 1
    return made


def fingerprint(finding: Diagnostic) -> str:
    """The fingerprint that a finding shares with those that equal it in all but their places."""
    parts = (finding.code.id, about(finding), _POSITIONS.sub("#", finding.message))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()[:_LENGTH]


def about(finding: Diagnostic) -> str:
    """The entity that a finding is about; the file where it is about none, and nothing where it has no place."""
    if finding.subject is not None:
        return str(finding.subject)
    return finding.location.path if finding.location else ""
