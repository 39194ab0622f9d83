"""What a task asks of its machine: each resource once, no more than its own limit and that of the deployment.

Rule: flyteadmin's task validator. Amounts are compared in whole units, rounded up, so that 1500m of cpu is no more than
1200m; only requests are looked at, and a limit without a request is compared with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from flytec.checks.finding import Finding
from flytec.checks.platform import Platform
from flytec.checks.quantity import parse_quantity
from flytec.codes import INVALID_RESOURCE, OVER_PLATFORM_LIMIT
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.checks.pod_spec import PodContainer

_LABELS: Mapping[int, str] = {1: "cpu", 2: "gpu", 3: "memory", 4: "storage", 5: "ephemeral storage"}
_GPU, _STORAGE = 2, 4
_POD_NAMES: Mapping[str, int] = {
    "CPU": 1,
    "GPU": 2,
    "MEMORY": 3,
    "STORAGE": 4,
    "EPHEMERAL-STORAGE": 5,
    "EPHEMERAL_STORAGE": 5,
}


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity and where in the message it stands."""

    text: str
    value: int
    field: str


def container_findings(resources: pb.Resources, platform: Platform) -> Iterator[Finding]:
    """Judges `template.container.resources`; what is no quantity is left to the workflow compiler's rules."""
    requests: dict[int, _Amount] = {}
    limits: dict[int, _Amount] = {}
    for name, amounts in (("requests", requests), ("limits", limits)):
        for index, entry in enumerate(getattr(resources, name)):
            field = f"template.container.resources.{name}[{index}]"
            yield from _entry_findings(entry, field, name.removesuffix("s"), amounts)
    yield from _comparisons(requests, limits, platform)


def pod_container_findings(container: PodContainer, field: str, platform: Platform) -> Iterator[Finding]:
    """Judges the resources of the container of a pod at `field`; names that Flyte does not know are not looked at."""
    requests = _pod_amounts(container.requests, f"{field}.resources.requests")
    limits = _pod_amounts(container.limits, f"{field}.resources.limits")
    yield from _comparisons(requests, limits, platform)


def _entry_findings(
    entry: pb.Resources.ResourceEntry, field: str, what: str, amounts: dict[int, _Amount]
) -> Iterator[Finding]:
    label = _LABELS.get(entry.name)
    quantity = parse_quantity(entry.value)
    if label is None or (entry.name == _STORAGE and entry.name in amounts):
        return
    if entry.name in amounts:
        yield Finding(
            code=INVALID_RESOURCE,
            field=field,
            message=f"the {label} {what} is given twice, "
            f"{amounts[entry.name].text!r} and {entry.value!r}, expected once",
            hint=f"Keep one of the two {what}s.",
        )
    elif quantity is not None:
        amounts[entry.name] = _Amount(entry.value, quantity.value, field)
        if entry.name == _GPU and quantity.milli % 1000:
            yield Finding(
                code=INVALID_RESOURCE,
                field=field,
                message=f"the gpu {what} is {entry.value}, expected a whole number",
                hint="Ask for whole devices; a part of one is set by the accelerator.",
            )


def _pod_amounts(quantities: Mapping[str, str], field: str) -> dict[int, _Amount]:
    amounts: dict[int, _Amount] = {}
    for key, text in sorted(quantities.items()):
        name, quantity = _POD_NAMES.get(key.upper()), parse_quantity(text)
        if name and quantity is not None:
            amounts[name] = _Amount(text, quantity.value, f"{field}[{key!r}]")
    return amounts


def _comparisons(
    requests: Mapping[int, _Amount], limits: Mapping[int, _Amount], platform: Platform
) -> Iterator[Finding]:
    for name, request in requests.items():
        label, limit = _LABELS[name], limits.get(name)
        if limit and name != _STORAGE:
            yield from _own_limit(label, request, limit, exact=name == _GPU)
        most = _platform_limit(platform, name)
        if not most:
            continue
        for what, amount in (("request", request), ("limit", limit)):
            if amount and amount.value > most.value and (what == "request" or name != _GPU):
                yield _over_platform(label, what, amount, most.text, platform, checked=name != _STORAGE)


def _own_limit(label: str, request: _Amount, limit: _Amount, *, exact: bool) -> Iterator[Finding]:
    if request.value == limit.value if exact else request.value <= limit.value:
        return
    expected = f"as many as its limit, {limit.text}" if exact else f"at most its limit, {limit.text}"
    yield Finding(
        code=INVALID_RESOURCE,
        field=request.field,
        message=f"the {label} request is {request.text}, expected {expected}",
        hint=f"Give the {label} request and limit the same amount.",
    )


def _over_platform(label: str, what: str, amount: _Amount, most: str, platform: Platform, *, checked: bool) -> Finding:
    return Finding(
        code=OVER_PLATFORM_LIMIT,
        field=amount.field,
        message=f"the {label} {what} is {amount.text}, expected at most {most}, the limit of the deployment",
        hint="Ask for less, or have the limits of the deployment raised.",
        severity=platform.resources_severity if checked else Severity.WARNING,
    )


def _platform_limit(platform: Platform, name: int) -> _Amount | None:
    """The deployment's limit of a resource; none where it is unset or zero."""
    held = platform.resources
    text = (held.cpu, held.gpu, held.memory, held.storage, held.ephemeral_storage)[name - 1]
    quantity = parse_quantity(text) if text else None
    return _Amount(text, quantity.value, "") if quantity and quantity.value else None
