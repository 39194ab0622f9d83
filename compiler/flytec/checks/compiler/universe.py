"""What the nodes of a workflow can run: registered tasks and launch plans, and the sub-workflows that it carries."""

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from flytec.checks.compiler.interface import OPAQUE, Described, described
from flytec.checks.known import Key, Known, KnownLaunchPlan, key_of, registered_key
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.records import dataclass


class SubWorkflow(NamedTuple):
    """A sub-workflow, and its place in the list of those that a workflow carries."""

    position: int
    template: pb.WorkflowTemplate


@dataclass(slots=True)
class Universe:
    """Looks up what nodes refer to, each only once."""

    known: Known
    subs: dict[Key, SubWorkflow]
    _described: dict[Key, Described] = field(default_factory=dict)

    def task(self, identifier: pb.Identifier) -> Described | None:
        """A task by its full identifier: the compiler minds what the database does not, its resource type and org."""
        held = self.known.task(key_of(identifier))
        if held is None and registered_key(Kind.TASK, identifier) in self.known.assumed:
            return Described(OPAQUE)
        return held

    def launch_plan(self, identifier: pb.Identifier) -> KnownLaunchPlan | Described | None:
        """A launch plan, OPAQUE where nothing is known of it; the server minds neither resource type nor org."""
        key = registered_key(Kind.LAUNCH_PLAN, identifier)
        plan = self.known.launch_plans.get(key)
        if plan is not None:
            return plan
        return Described(OPAQUE) if key in self.known.assumed else None

    def sub_workflow(self, key: Key) -> Described | None:
        """A sub-workflow's interface; None where it has none."""
        held = self._described.get(key)
        if held is None:
            template = self.subs[key].template
            if not template.HasField("interface"):
                return None
            held = self._described[key] = described(template.interface)
        return held


def index_sub_workflows(templates: Iterable[pb.WorkflowTemplate]) -> dict[Key, SubWorkflow]:
    """Those that have an identifier, by it; of two with one identifier, the first."""
    subs: dict[Key, SubWorkflow] = {}
    for position, template in enumerate(templates):
        if template.HasField("id"):
            subs.setdefault(key_of(template.id), SubWorkflow(position, template))
    return subs
