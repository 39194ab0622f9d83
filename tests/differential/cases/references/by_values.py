from typing import List

from flytekit import LaunchPlanReference, TaskReference, WorkflowReference, get_reference_entity, kwtypes, task, workflow
from flytekit.core.launch_plan import ReferenceLaunchPlan
from flytekit.core.task import ReferenceTask
from flytekit.core.workflow import ReferenceWorkflow
from flytekit.models.core.identifier import ResourceType

scale = get_reference_entity(
    ResourceType.TASK, "shared", "production", "scale", "v1", inputs=kwtypes(values=List[float]), outputs=kwtypes(o0=float)
)
release = get_reference_entity(
    resource_type=ResourceType.LAUNCH_PLAN,
    project="shared",
    domain="production",
    name="shared.release.plan",
    version="v2",
    inputs=kwtypes(tag=str, size=int),
    outputs=kwtypes(url=str, digest=str),
)
direct = ReferenceTask("p", "d", "direct", "1", inputs=kwtypes(n=int), outputs=kwtypes(result=int))
plan = ReferenceLaunchPlan("p", "d", "plan", "1", inputs={}, outputs={})
not_used = ReferenceWorkflow("p", "d", "wf", "1", inputs=kwtypes(n=int), outputs={})

known = [
    TaskReference("p", "d", "n", "v"),
    WorkflowReference("p", "d", "n", "v"),
    LaunchPlanReference("p", "d", "n", "v"),
]
assert [reference.resource_type for reference in known] == [1, 2, 3]
assert (release.name, release.id.version, release.reference.project) == ("shared.release.plan", "v2", "shared")


@task
def seed(tag: str) -> int:
    return len(tag)


@workflow
def wf(tag: str) -> str:
    scaled = scale(values=[1.0, 2.0])
    result = direct(n=seed(tag=tag))
    out = release(tag=tag, size=result)
    plan()
    return out.url
