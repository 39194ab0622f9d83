"""A workflow with the sub-workflows that it carries, as the server compiles it.

Rule: `GetRequirements` and `CompileWorkflow` in flytepropeller's `pkg/compiler`.
"""

from collections.abc import Container
from dataclasses import field
from typing import NamedTuple

from flytec.checks.compiler.graph import PATH_LIMIT, survey
from flytec.checks.compiler.report import Report
from flytec.checks.compiler.scope import SubReference
from flytec.checks.compiler.template import PRIMARY, REFERENCE_CODES, check_template, shortened
from flytec.checks.compiler.universe import Universe, index_sub_workflows
from flytec.checks.finding import Finding
from flytec.checks.known import Known, key_of
from flytec.codes import (
    DUPLICATE_ID,
    PATH_EXPLOSION,
    RECURSIVE_WORKFLOW,
    UNREFERENCED_SUB_WORKFLOW,
    VALUE_REQUIRED,
)
from flytec.ir import pb
from flytec.records import dataclass


def check_workflow(spec: pb.WorkflowSpec, known: Known) -> list[Finding]:
    """Everything that the server's compiler refuses of a workflow, and what it takes though it is a mistake.

    `spec` is hydrated: its identifiers are those of the registration. Tasks and launch plans that are not `known` are
    errors, unless `known.assumed` has them: then nothing is held against the nodes that run them. Nothing is changed.
    """
    report = Report()
    if not spec.sub_workflows:
        check_template(spec.template, PRIMARY, Universe(known, {}), report)
        return list(dict.fromkeys(report.findings))
    universe = Universe(known, index_sub_workflows(spec.sub_workflows))
    return list(dict.fromkeys(_Compilation(spec, universe).findings()))


class _Visit(NamedTuple):
    """A template to judge: its place among the sub-workflows, or none for the workflow itself.

    `carrier` is the node of the workflow itself by which it comes to run. What only maps run is not compiled: just what
    it refers to has to be there.
    """

    position: int | None
    carrier: str
    compiled: bool


@dataclass(slots=True)
class _Compilation:
    """One workflow and its sub-workflows; each is judged once, however often it is run."""

    spec: pb.WorkflowSpec
    universe: Universe
    report: Report = field(default_factory=Report)
    nesting: dict[str, list[str]] = field(default_factory=dict)

    def findings(self) -> list[Finding]:
        """All findings, those about the workflow itself first."""
        judged: dict[int | None, bool] = {}
        pending = [_Visit(None, "", True)]
        for visit in pending:  # what a template runs is added
            held = judged.get(visit.position)
            if held or held is visit.compiled:
                continue
            judged[visit.position] = visit.compiled
            for reference in self._judge(visit):
                index = self.universe.subs[reference.key].position
                if held is None:
                    self.nesting.setdefault(_name(index), []).append(_name(visit.position))
                pending.append(_Visit(index, visit.carrier or reference.node, visit.compiled and reference.compiled))
        self._check_list(judged)
        self._check_nesting()
        return self.report.findings

    def _judge(self, visit: _Visit) -> list[SubReference]:
        """Reports what is wrong with a template; returns the sub-workflows that it runs."""
        if visit.position is None:
            return check_template(self.spec.template, PRIMARY, self.universe, self.report)
        template = self.spec.sub_workflows[visit.position]
        report = Report(f"in the sub-workflow {template.id.name!r}, ", visit.carrier)
        references = check_template(template, f"sub_workflows[{visit.position}]", self.universe, report)
        self.report.findings += [
            finding for finding in report.findings if visit.compiled or finding.code in REFERENCE_CODES
        ]
        return references

    def _check_list(self, judged: Container[int | None]) -> None:
        """The list of sub-workflows: each has an identifier of its own, and is run."""
        for index, template in enumerate(self.spec.sub_workflows):
            where = f"sub_workflows[{index}]"
            if not template.HasField("id"):
                self.report.error(VALUE_REQUIRED, f"{where}.id", "a sub-workflow has no identifier, expected one")
            elif self.universe.subs[key_of(template.id)].position != index:
                message = f"the sub-workflow {template.id.name!r} is carried twice, expected once"
                self.report.error(DUPLICATE_ID, f"{where}.id", message)
            elif index not in judged:
                message = f"the sub-workflow {template.id.name!r} is run by no node, expected one that runs it"
                self.report.warning(UNREFERENCED_SUB_WORKFLOW, where, message, hint="Leave it out.")

    def _check_nesting(self) -> None:
        """Sub-workflows within each other: the server walks each as often as it is run, and does not mind circles."""
        found = survey(self.nesting, _name(None))
        if found.cycle:
            names = [self.spec.sub_workflows[int(name)].id.name for name in found.cycle]
            self.report.error(
                RECURSIVE_WORKFLOW,
                f"sub_workflows[{found.cycle[0]}]",
                f"a workflow runs itself, {' -> '.join(shortened(names))}, which crashes the server; expected an end",
                hint="Run a launch plan of it instead, which is a reference.",
            )
        elif found.has_many_paths:
            message = f"sub-workflows are run in more than {PATH_LIMIT:,} ways, which the server walks one by one"
            self.report.warning(PATH_EXPLOSION, "sub_workflows", f"{message}; expected few enough to walk in a second")


def _name(index: int | None) -> str:
    return "" if index is None else str(index)
