# flytekit: AttributeError
"""A node of a task that has no container to put into its pod."""

from flytekit import PodTemplate, SQLTask, workflow

query = SQLTask("query", query_template="select 1")


@workflow
def flow() -> None:
    query().with_overrides(pod_template=PodTemplate())  # expect: FTC201 the pod template of node n0: query is a SQLTask, which has no container to put into a pod
