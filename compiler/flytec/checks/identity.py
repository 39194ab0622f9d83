"""Under which identity a set of units is registered, and which identifiers come to mean the same by that."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import TypeAlias

from flytec.checks.known import Key, key_of
from flytec.ir import pb
from flytec.ir.program import Program, Unit
from flytec.records import dataclass

PLACEHOLDERS = ("{{ registration.project }}", "{{ registration.domain }}", "{{ registration.version }}")
"""What flytectl replaces in an identifier, where it is the whole of the project, domain or version."""


Triple: TypeAlias = tuple[str, str, str]
"""A project, a domain and a version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How a program is registered.

    `project`, `domain` and `version` are what flytectl is given, empty where that is not known. `known` is what the
    server has already, and `named` are the keys of what else it has, of which no more is known. `closed` says that it
    has nothing else, and that all units are new to it.
    """

    project: str = ""
    domain: str = ""
    version: str = ""
    known: Program = field(default_factory=lambda: Program(()))
    named: frozenset[Key] = frozenset()
    closed: bool = False


class Hydration:
    """What flytectl makes of identifiers: keys in which what will be equal is equal.

    Rule: a project, domain or version that is empty or its placeholder becomes the one of the registration, and an
    entity's own identifier has project and domain of the registration whatever it says. The identity of the
    registration is spelled as the first unit spells it, so that messages of one spelling stay as they are.
    """

    __slots__ = ("_fields", "_keys", "_own", "_policy", "_triples")

    def __init__(self, units: Iterable[Unit], policy: Policy) -> None:
        self._policy = policy
        own = dict.fromkeys([triple_of(unit.id) for unit in units])
        given = (policy.project, policy.domain, policy.version)
        self._fields = tuple(
            _spellings([parts[index] for parts in own], given[index], PLACEHOLDERS[index]) for index in range(3)
        )
        self._keys: dict[Key, Key] = {}
        self._triples: dict[Triple, Triple] = {parts: self._own_triple(parts) for parts in own}
        self._own = frozenset(self._triples.values())

    def key(self, raw: Key) -> Key:
        """The key of a reference, as it is after hydration."""
        key = self._keys.get(raw)
        if key is None:
            project, domain, version = self._fields
            key = self._keys[raw] = (
                raw[0],
                project.get(raw[1], raw[1]),
                domain.get(raw[2], raw[2]),
                raw[3],
                version.get(raw[4], raw[4]),
                raw[5],
            )
        return key

    def own_key(self, unit: Unit) -> Key:
        """The key under which a unit is registered: of its kind, and without an organization."""
        return next(self.own_keys((unit,)))

    def own_keys(self, units: Iterable[Unit]) -> Iterator[Key]:
        """The keys under which units are registered."""
        triples = self._triples
        for unit in units:
            identifier = unit.id
            raw = (identifier.project, identifier.domain, identifier.version)
            project, domain, version = triples.get(raw) or self._own_triple(raw)
            yield (int(unit.kind), project, domain, identifier.name, version, "")

    def is_own(self, key: Key) -> bool:
        """Whether a hydrated key is of the project, domain and version of a unit of the set."""
        return (key[1], key[2], key[4]) in self._own

    def apply(self, identifier: pb.Identifier) -> None:
        """Hydrates an identifier in place."""
        _, identifier.project, identifier.domain, _, identifier.version, _ = self.key(key_of(identifier))

    def _own_triple(self, raw: Triple) -> Triple:
        project, domain, version = raw
        projects, domains, versions = self._fields
        return (
            projects[""] if self._policy.project else projects.get(project, project),
            domains[""] if self._policy.domain else domains.get(domain, domain),
            versions.get(version, version),
        )


def triple_of(identifier: pb.Identifier) -> Triple:
    """The project, domain and version of an identifier."""
    return (identifier.project, identifier.domain, identifier.version)


def _spellings(own: list[str], given: str, placeholder: str) -> dict[str, str]:
    """Each spelling of the registration's project, domain or version, to the one that stands for all of them."""
    concrete = {value for value in own if value and value != placeholder}
    identity = given or (concrete.pop() if len(concrete) == 1 else "")
    alike = {"", placeholder, identity}
    spelled = own[0] if own and own[0] in alike else identity
    return dict.fromkeys(alike, spelled)
