"""Whether what a unit refers to is registered by the time the unit is."""

from collections.abc import Callable, Collection, Mapping

from flytec.checks.finding import Finding
from flytec.checks.identity import Hydration
from flytec.checks.known import Key, Known, key_of
from flytec.checks.nodes import Reference, Shape
from flytec.codes import EXTERNAL_REFERENCE, LATE_REFERENCE, UNRESOLVED_REFERENCE
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    """Looks identifiers up among what is registered.

    `arrived` are the keys of what the server has when a unit arrives, `named` those of what else it has, `closed` says
    that there is nothing else. `coming` gives the keys of all units of the set. `known` has what could be learnt of
    those that have arrived.
    """

    hydration: Hydration
    known: Known
    arrived: Collection[Key]
    coming: Callable[[], Collection[Key]]
    closed: bool
    named: Collection[Key] = ()

    def key(self, kind: Kind, identifier: pb.Identifier) -> Key:
        """Under which key the server looks for it: it minds neither resource type nor organization."""
        key = self.hydration.key(key_of(identifier))
        return key if key[0] == kind and not key[5] else (int(kind), *key[1:5], "")

    def finding(self, kind: Kind, identifier: pb.Identifier, field: str, node: str = "") -> Finding | None:
        """What is to be said of a reference, None where it resolves."""
        key = self.key(kind, identifier)
        if key in self.arrived or key in self.named:
            return None
        shown = f"{kind.label} {_shown(identifier)}"
        if key in self.coming():
            return Finding(
                code=LATE_REFERENCE,
                field=field,
                message=f"{shown} comes later in the order of registration, expected it before what refers to it",
                hint="Give its file a name that sorts before this one's.",
                node=node,
            )
        if self.closed or not identifier.name or self.hydration.is_own(key):
            return Finding(
                code=UNRESOLVED_REFERENCE,
                field=field,
                message=f"{shown} is not there, expected it among what is registered before",
                hint="Register it too, or correct the reference.",
                node=node,
            )
        return Finding(
            code=EXTERNAL_REFERENCE,
            field=field,
            message=f"{shown} is not part of what is checked; it has to be registered before",
            hint="Name its message or folder with --known to have it checked.",
            node=node,
            severity=Severity.NOTE,
        )


def required(primary: Shape, subs: Mapping[Key, Shape], hydration: Hydration) -> list[Reference]:
    """The tasks and launch plans that have to be registered before a workflow, as often as they are named.

    Rule: those of its nodes, and of the sub-workflows that it reaches by its nodes; `subs` are all that it carries, by
    their hydrated keys.
    """
    if not subs:
        return [reference for reference in primary.references if reference.kind is not Kind.WORKFLOW]
    used: list[Reference] = []
    seen: set[Key] = set()
    pending = [primary]
    for shape in pending:  # sub-workflows add theirs
        for reference in shape.references:
            if reference.kind is not Kind.WORKFLOW:
                used.append(reference)
                continue
            key = hydration.key(reference.raw)
            sub = subs.get(key)
            if sub is not None and key not in seen:
                seen.add(key)
                pending.append(sub)
    return used


def _shown(identifier: pb.Identifier) -> str:
    where = [part for part in (identifier.project, identifier.domain) if part]
    version = f" of version {identifier.version!r}" if identifier.version else ""
    return f"{identifier.name!r}{version}" + (f" in {'/'.join(where)}" if where else "")
