"""Launch plans: a workflow with inputs, a schedule and execution settings of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, Kind, takes
from flytec.authoring.calls import link_node
from flytec.authoring.entity import Entity, lacking
from flytec.authoring.interface import Interface
from flytec.authoring.launch_options import (
    Annotations,
    AuthRole,
    ConcurrencyPolicy,
    Labels,
    Notification,
    RawOutputDataConfig,
    with_role,
)
from flytec.authoring.node import NodeMetadata
from flytec.authoring.recorder import current_recorder
from flytec.authoring.schedules import LaunchPlanTriggerBase, Schedule
from flytec.authoring.security import SecurityContext
from flytec.authoring.snapshot import snapshot
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_CALL, INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.workflow import WorkflowBase


_KINDS: dict[str, Kind | tuple[Kind, ...]] = {
    "name": str,
    "workflow": Entity,
    "default_inputs": dict[str, object],
    "fixed_inputs": dict[str, object],
    "schedule": Schedule,
    "notifications": list[Notification],
    "labels": Labels,
    "annotations": Annotations,
    "raw_output_data_config": RawOutputDataConfig,
    "max_parallelism": INT32,
    "security_context": SecurityContext,
    "auth_role": AuthRole,
    "trigger": LaunchPlanTriggerBase,
    "overwrite_cache": bool,
    "auto_activate": bool,
    "concurrency": ConcurrencyPolicy,
}


@lacking("interface parameters raw_fixed_inputs")
class LaunchPlan(Entity):
    """A launch plan; `default_inputs` and `fixed_inputs` are Python values that lowering turns into literals.

    A default that is given here comes before the default in the workflow's signature; a fixed input is no input of
    the launch plan any more.
    """

    def __init__(
        self,
        name: str,
        workflow: WorkflowBase,
        *,
        default_inputs: dict[str, Any] | None = None,
        fixed_inputs: dict[str, Any] | None = None,
        schedule: Schedule | None = None,
        notifications: list[Notification] | None = None,
        labels: Labels | None = None,
        annotations: Annotations | None = None,
        raw_output_data_config: RawOutputDataConfig | None = None,
        max_parallelism: int | None = None,
        security_context: SecurityContext | None = None,
        trigger: Any = None,
        overwrite_cache: bool | None = None,
        auto_activate: bool = False,
        concurrency: ConcurrencyPolicy | None = None,
        location: Location | None = None,
    ) -> None:
        self._name = name
        self.workflow = workflow
        # The parameters are those that the workflow has by now: an imperative one may get more inputs.
        self.declared_interface = workflow.python_interface
        self.default_inputs: dict[str, Any] = snapshot(default_inputs or {})
        self.fixed_inputs: dict[str, Any] = snapshot(fixed_inputs or {})
        self.saved_inputs: dict[str, Any] = {**(default_inputs or {}), **(fixed_inputs or {})}
        self.schedule = schedule
        self.notifications = notifications or []
        self.labels = labels
        self.annotations = annotations
        self.raw_output_data_config = raw_output_data_config
        self.max_parallelism = max_parallelism
        self.security_context = security_context
        self.trigger = trigger
        self.overwrite_cache = overwrite_cache
        self.should_auto_activate = auto_activate
        self.concurrency = concurrency
        super().__init__(location=location)

    @staticmethod
    def get_default_launch_plan(ctx: Any, workflow: WorkflowBase) -> LaunchPlan:  # noqa: ARG004
        """The launch plan that bears the workflow's name; made on demand, with the defaults of its signature."""
        known = current_recorder().launch_plans
        if workflow.name not in known:
            known[workflow.name] = default_launch_plan(workflow)
        return known[workflow.name]

    @classmethod
    @takes("a launch plan", "name", "workflow", **_KINDS)
    def create(
        cls,
        name: str,
        workflow: WorkflowBase,
        default_inputs: dict[str, Any] | None = None,
        fixed_inputs: dict[str, Any] | None = None,
        schedule: Schedule | None = None,
        notifications: list[Notification] | None = None,
        labels: Labels | None = None,
        annotations: Annotations | None = None,
        raw_output_data_config: RawOutputDataConfig | None = None,
        max_parallelism: int | None = None,
        security_context: SecurityContext | None = None,
        auth_role: AuthRole | None = None,
        trigger: Any = None,
        overwrite_cache: bool | None = None,
        auto_activate: bool = False,
        concurrency: ConcurrencyPolicy | None = None,
    ) -> LaunchPlan:
        """A new launch plan; every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 for a name that is taken, for inputs that the workflow does not have, and for an auth role
                beside a security context.
        """
        _refuse_unknown_inputs(workflow, default_inputs, fixed_inputs)
        if auth_role and security_context:
            raise _invalid(f"launch plan {name!r} has an auth_role and a security_context", "keep security_context")
        known = current_recorder().launch_plans
        if name in known:
            raise _invalid(f"launch plan {name!r} exists already, made at {known[name].location}", "rename one of them")
        known[name] = cls(
            name,
            workflow,
            default_inputs=default_inputs,
            fixed_inputs=fixed_inputs,
            schedule=schedule,
            notifications=notifications,
            labels=labels,
            annotations=annotations,
            raw_output_data_config=raw_output_data_config,
            max_parallelism=max_parallelism,
            security_context=with_role(security_context, auth_role),
            trigger=trigger,
            overwrite_cache=overwrite_cache,
            auto_activate=auto_activate,
            concurrency=concurrency,
        )
        return known[name]

    @classmethod
    @takes("a launch plan", "workflow", **_KINDS)
    def get_or_create(
        cls,
        workflow: WorkflowBase,
        name: str | None = None,
        default_inputs: dict[str, Any] | None = None,
        fixed_inputs: dict[str, Any] | None = None,
        schedule: Schedule | None = None,
        notifications: list[Notification] | None = None,
        labels: Labels | None = None,
        annotations: Annotations | None = None,
        raw_output_data_config: RawOutputDataConfig | None = None,
        max_parallelism: int | None = None,
        security_context: SecurityContext | None = None,
        auth_role: AuthRole | None = None,
        trigger: Any = None,
        overwrite_cache: bool | None = None,
        auto_activate: bool = False,
        concurrency: ConcurrencyPolicy | None = None,
    ) -> LaunchPlan:
        """The launch plan of that name, made where there is none; without a name, the workflow's default one.

        Raises:
            UserError: FTC201 for settings without a name, and for a launch plan of that name that differs.
        """
        arguments = dict(locals())
        given = {key: value for key, value in arguments.items() if key not in ("cls", "workflow", "name")}
        if name is None:
            _refuse_nameless_settings(given)
            return cls.get_default_launch_plan(None, workflow)
        known = current_recorder().launch_plans.get(name)
        if known is None:
            return cls.create(name, workflow, **given)
        known._refuse_differences(workflow, given)
        return known

    def clone_with(
        self,
        name: str,
        parameters: Any = None,
        fixed_inputs: Any = None,
        schedule: Schedule | None = None,
        notifications: list[Notification] | None = None,
        labels: Labels | None = None,
        annotations: Annotations | None = None,
        raw_output_data_config: RawOutputDataConfig | None = None,
        max_parallelism: int | None = None,
        security_context: SecurityContext | None = None,
        trigger: Any = None,
        overwrite_cache: bool | None = None,
        auto_activate: bool = False,
    ) -> LaunchPlan:
        """A copy under another name; settings that are given and not empty replace this one's.

        Triggers, activation and concurrency are not copied, as in flytekit.

        Raises: FTC201 for inputs, which flytekit takes as messages only.
        """
        if parameters or fixed_inputs:
            text = f"clone_with of launch plan {self.name!r} is given inputs, which flytekit takes as messages only"
            raise _invalid(text, "declare another launch plan with LaunchPlan.get_or_create")
        copied = LaunchPlan(
            name,
            self.workflow,
            default_inputs=self.default_inputs,
            fixed_inputs=self.fixed_inputs,
            schedule=schedule or self.schedule,
            notifications=notifications or self.notifications,
            labels=labels or self.labels,
            annotations=annotations or self.annotations,
            raw_output_data_config=raw_output_data_config or self.raw_output_data_config,
            max_parallelism=max_parallelism or self.max_parallelism,
            security_context=security_context or self.security_context,
            trigger=trigger,
            overwrite_cache=overwrite_cache or self.overwrite_cache,
            auto_activate=auto_activate,
        )
        copied.declared_interface = self.declared_interface
        return copied

    @property
    def name(self) -> str:
        """The name that the launch plan is registered under."""
        return self._name

    @property
    def python_interface(self) -> Interface:
        """The workflow's interface."""
        return self.workflow.python_interface

    def construct_node_metadata(self) -> NodeMetadata:
        """A node that runs the launch plan is named like one that runs its workflow."""
        return self.workflow.construct_node_metadata()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that starts the launch plan; the inputs that it holds are bound, fixed ones are left out."""
        if args:
            raise user_error(
                INVALID_CALL,
                f"{self.name}: {len(args)} positional inputs are given, expected inputs by name only",
                at=caller_location(),
            )
        return link_node(self, {**self.saved_inputs, **kwargs})

    def _refuse_differences(self, workflow: WorkflowBase, given: dict[str, Any]) -> None:
        if workflow is not self.workflow:
            raise _invalid(
                f"launch plan {self.name!r} is of workflow {self.workflow.name}, made at {self.location}; "
                f"it cannot be of {workflow.name} too",
                "rename one of them",
            )
        inputs = {**(given["default_inputs"] or {}), **(given["fixed_inputs"] or {})}
        expected = {
            **{key: given[key] for key in _COMPARED},
            "notifications": given["notifications"] or [],
            "default_inputs": inputs,
            "security_context": with_role(given["security_context"], given["auth_role"]),
            "auto_activate": given["auto_activate"],
        }
        present = {
            **{key: getattr(self, key) for key in _COMPARED},
            "notifications": self.notifications,
            "default_inputs": self.saved_inputs,
            "security_context": self.security_context,
            "auto_activate": self.should_auto_activate,
        }
        for key, value in expected.items():
            if value != present[key]:
                raise _invalid(
                    f"launch plan {self.name!r}, made at {self.location}, has another {key}", "rename one of them"
                )


_COMPARED = (
    "schedule",
    "labels",
    "annotations",
    "raw_output_data_config",
    "max_parallelism",
    "overwrite_cache",
    "concurrency",
)


def default_launch_plan(workflow: WorkflowBase) -> LaunchPlan:
    """A launch plan with the workflow's name and signature defaults, and nothing else.

    Raises:
        UserError: FTC201 for a reference, which has no default launch plan here.
    """
    if not workflow.is_declared:
        raise _invalid(
            f"a launch plan of {workflow.name} has no name, but that workflow is a reference", "name the launch plan"
        )
    options = workflow.default_options
    plan = LaunchPlan(
        workflow.name,
        workflow,
        labels=options.labels if options else None,
        annotations=options.annotations if options else None,
        location=workflow.location,
    )
    plan.saved_inputs = {name: row[1] for name, row in workflow.python_interface.inputs_with_defaults.items()}
    return plan


def _refuse_unknown_inputs(workflow: WorkflowBase, *inputs: dict[str, Any] | None) -> None:
    names = workflow.python_interface.inputs
    for name in (name for values in inputs for name in values or {}):
        if name not in names:
            raise _invalid(
                f"input {name!r} is given to a launch plan of {workflow.name}, which does not have it; "
                f"it has {', '.join(map(repr, names)) or 'none'}"
            )


def _refuse_nameless_settings(given: dict[str, Any]) -> None:
    settings = [
        key for key, value in given.items() if value is not None and key not in ("auto_activate", "concurrency")
    ]
    if settings:
        raise _invalid(
            f"a launch plan without a name has {', '.join(settings)}, but the default launch plan has no settings",
            "name the launch plan",
        )


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)
