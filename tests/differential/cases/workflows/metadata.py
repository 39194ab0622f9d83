"""Failure policy, interruptible, documentation, default options."""

from flytekit import (
    Annotations,
    Description,
    Documentation,
    Labels,
    Options,
    SourceCode,
    WorkflowFailurePolicy,
    task,
    workflow,
)


@task
def step(n: int) -> int:
    return n


@workflow
def plain(n: int) -> int:
    """Says what it does."""
    return step(n=n)


@workflow()
def empty_parentheses(n: int) -> int:
    return step(n=n)


@workflow(interruptible=True)
def interruptible(n: int) -> int:
    return step(n=n)


@workflow(interruptible=False)
def not_interruptible(n: int) -> int:
    return step(n=n)


@workflow(failure_policy=WorkflowFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE)
def carries_on(n: int) -> int:
    return step(n=n)


@workflow(failure_policy=WorkflowFailurePolicy.FAIL_IMMEDIATELY)
def stops_at_once(n: int) -> int:
    return step(n=n)


@workflow(
    docs=Documentation(
        short_description="Short.",
        long_description=Description(value="Long.", format=Description.DescriptionFormat.HTML),
        source_code=SourceCode(link="https://example.org/acme"),
    )
)
def documented(n: int) -> int:
    return step(n=n)


@workflow(default_options=Options(labels=Labels({"team": "data"}), annotations=Annotations({"a": "b"})))
def with_options(n: int) -> int:
    return step(n=n)
