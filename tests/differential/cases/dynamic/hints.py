"""What a dynamic task says that it depends on is registered before it, with the settings that it carries."""

from flytekit import LaunchPlan, dynamic, map_task, task, workflow


def plain_first(n: int) -> int:
    return n


@dynamic
def without_hints(n: int) -> int:
    return n


@task
def declared_first(n: int) -> int:
    return n


@workflow
def declared_later_in_effect(n: int) -> int:
    return hinted_only(n=n)


def late_entities():
    yield declared_first
    yield hinted_workflow
    yield hinted_plan
    yield nested


@dynamic(node_dependency_hints=late_entities())
def many(n: int) -> int:
    return n


@dynamic(node_dependency_hints=[])
def none(n: int) -> int:
    return n


@task
def hinted_only(n: int) -> int:
    return n


@task(environment={"OWN": "1"})
def in_workflow(n: int) -> int:
    return n


@task
def mapped(n: int) -> int:
    return n


mapper = map_task(mapped, concurrency=2)


@dynamic(node_dependency_hints=[mapper, declared_later_in_effect])
def nested(n: int) -> int:
    return n


@workflow
def hinted_workflow(n: int) -> int:
    return in_workflow(n=n)


@workflow
def behind_a_plan(n: int = 2) -> int:
    return in_workflow(n=declared_first(n=n))


hinted_plan = LaunchPlan.get_or_create(behind_a_plan, "hinted_plan", default_inputs={"n": 4})


@workflow
def wf(n: int) -> int:
    return many(n=none(n=n))
