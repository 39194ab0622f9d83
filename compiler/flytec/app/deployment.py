"""What the settings say of the deployment that a program goes to: its limits, and what it has already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from flytec.artifact.manifest import read_manifest
from flytec.checks.identity import Policy
from flytec.checks.known import Key
from flytec.checks.platform import Platform, server_defaults
from flytec.checks.quantity import parse_quantity
from flytec.codes import INVALID_CONFIG_FILE, SOURCE_NOT_FOUND
from flytec.diagnostics import CannotRunError, Location, Severity, cannot_run
from flytec.ir import ours
from flytec.ir.program import Program, Unit
from flytec.records import dataclass
from flytec.settings import ToolSettings
from flytec.settings.check import PlatformSettings

_MANIFEST_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Deployment:
    """The limits of the server, and how a program is registered with it."""

    platform: Platform
    policy: Policy


def deployment_of(tool: ToolSettings, cwd: Path) -> Deployment:
    """The deployment that the settings describe; paths of what it has count from `cwd`.

    Raises:
        CannotRunError: FTC100 for a path that does not exist, FTC401 and FTC605 for one that cannot be read.
    """
    units, named = _known([cwd / path for path in tool.known])
    policy = Policy(
        project=tool.project or "",
        domain=tool.domain or "",
        version=tool.version or "",
        known=Program(units),
        named=named,
        closed=tool.closed,
    )
    return Deployment(platform_of(tool.platform), policy)


def platform_of(settings: PlatformSettings) -> Platform:
    """The limits; those that are set are meant, so going over them is an error."""
    base = server_defaults() if settings.preset else Platform()
    changes: dict[str, Any] = {"task_types": frozenset(settings.task_types), "domains": frozenset(settings.domains)}
    if settings.node_limit is not None:
        changes |= {"nodes": settings.node_limit, "nodes_severity": Severity.ERROR}
    if settings.message_size is not None:
        changes |= {"message_bytes": _whole(settings.message_size), "message_severity": Severity.ERROR}
    if settings.workflow_size is not None:
        changes["workflow_bytes"] = _whole(settings.workflow_size)
    limits: Mapping[str, str | None] = settings.limits.model_dump()
    given = {name: limit for name, limit in limits.items() if limit is not None}
    return replace(base, resources=replace(base.resources, **given), **changes)


def _whole(text: str) -> int:
    quantity = parse_quantity(text)
    assert quantity is not None, "the settings have checked it"
    return quantity.value


def _known(paths: Sequence[Path]) -> tuple[tuple[Unit, ...], frozenset[Key]]:
    if not paths:
        return (), frozenset()
    from flytec.artifact.read import scan

    units: list[Unit] = []
    named: set[Key] = set()
    for path in paths:
        if not path.exists():
            message = f"{path} does not exist; an emitted folder, file or archive, or a manifest was expected"
            raise cannot_run(SOURCE_NOT_FOUND, message, hint="Correct --known.")
        if path.suffix == _MANIFEST_SUFFIX:
            named.update(_key(entry) for entry in _entries(path))
            continue
        reading = scan(path)
        if reading.findings.errors:
            raise CannotRunError(*reading.findings.errors)
        units += reading.program
    return tuple(units), frozenset(named)


def _entries(path: Path) -> Iterable[ours.ManifestEntry]:
    try:
        manifest = read_manifest(path)
    except (OSError, ValueError) as error:
        message = f"this is no manifest ({' '.join(str(error).split())}), expected one that flytec wrote"
        raise cannot_run(INVALID_CONFIG_FILE, message, at=Location(str(path)), hint="Correct --known.") from error
    return manifest.entries if manifest else ()


def _key(entry: ours.ManifestEntry) -> Key:
    identifier = entry.id
    return (entry.resource_type, identifier.project, identifier.domain, identifier.name, identifier.version, "")
