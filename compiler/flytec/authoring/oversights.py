"""What flytekit takes of a conditional without a word, but leaves out of the workflow or confuses."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from flytec.authoring.conditional import ConditionalSection
from flytec.authoring.promise import Promise
from flytec.codes import LOST_NODE, MERGED_OPERANDS, Code
from flytec.diagnostics import Diagnostic, Location, Severity


def oversights(sections: Iterable[ConditionalSection]) -> list[Diagnostic]:
    """Warnings about all conditionals of a workflow's body, once it has run."""
    sections = tuple(sections)
    kept = {id(case.output_node) for section in sections for case in section.cases}
    return [warning for section in sections for warning in _oversights(section, kept)]


def _oversights(section: ConditionalSection, kept: Container[int]) -> Iterator[Diagnostic]:
    if not section.closed:
        yield _warning(
            LOST_NODE,
            f"conditional {section.name!r} has no else_, so it and all calls after it are not in the workflow",
            section.location,
            "end it with .else_().then(...) or .else_().fail(...)",
        )
        return
    for node in section.nodes:
        if id(node) not in kept:
            yield _warning(
                LOST_NODE,
                f"{node.metadata.name} is called in conditional {section.name!r}, but no branch ends with it, "
                "so it is not in the workflow",
                node._location,
                "call it before the conditional, or make the branch a workflow of its own",
            )
    yield from _merged_operands(section)


def _merged_operands(section: ConditionalSection) -> Iterator[Diagnostic]:
    """A warning for each operand that is bound as another attribute of the same output."""
    first: dict[tuple[str, str], Promise] = {}
    for promise in section.operands():
        known = first.setdefault((promise.ref.node_id, promise.ref.var), promise)
        if known.attr_path != promise.attr_path:
            yield _warning(
                MERGED_OPERANDS,
                f"conditional {section.name!r} compares {_path(known)} and {_path(promise)}, which are bound as one, "
                f"so that {_path(known)} is read for both",
                section.location,
                "pass one of them through a task",
            )


def _path(promise: Promise) -> str:
    return ".".join(map(str, (promise.ref.node_id or "the input", promise.ref.var, *promise.attr_path)))


def _warning(code: Code, message: str, at: Location | None, hint: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, severity=Severity.WARNING, location=at, hint=hint)
