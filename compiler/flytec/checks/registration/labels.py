"""Labels of launch plans.

Rule: flyteadmin's `validateLabels`, by k8s.io/apimachinery's `IsQualifiedName` and `IsValidLabelValue`. Annotations are
not looked at.
"""

import re
from collections.abc import Iterator, Mapping

from flytec.checks.finding import Finding
from flytec.codes import INVALID_LABEL

MAX_LABELS = 16
_NAME = re.compile(r"(?=.{1,63}\Z)[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?", re.ASCII)
_PREFIX = re.compile(r"(?=.{1,253}\Z)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*", re.ASCII)
_PLAIN = "1 to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends"


def label_findings(labels: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the labels of a launch plan, at `spec.labels`."""
    if len(labels) > MAX_LABELS:
        yield Finding(
            code=INVALID_LABEL,
            field="spec.labels",
            message=f"the launch plan has {len(labels)} labels, expected at most {MAX_LABELS}",
            hint="Make annotations of those that nothing selects by.",
        )
    for key, value in sorted(labels.items()):
        field = f"spec.labels.values[{key!r}]"
        if not is_qualified_name(key):
            message = f"the label's key is {key!r}, expected {_PLAIN}, and no more than a DNS name and '/' in front"
            yield Finding(code=INVALID_LABEL, field=field, message=message)
        if not is_label_value(value):
            message = f"label {key!r} is {value!r}, expected nothing, or {_PLAIN}"
            yield Finding(code=INVALID_LABEL, field=field, message=message)


def is_qualified_name(key: str) -> bool:
    """Whether Kubernetes takes `key` for the key of a label."""
    prefix, slash, name = key.rpartition("/")
    return bool(_NAME.fullmatch(name)) and (not slash or bool(_PREFIX.fullmatch(prefix)))


def is_label_value(value: str) -> bool:
    """Whether Kubernetes takes `value` for the value of a label."""
    return not value or bool(_NAME.fullmatch(value))
