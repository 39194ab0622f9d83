# flytekit: FlyteValidationException
from flytekit import workflow


@workflow(failure_policy="never")  # expect: FTC201 failure_policy of workflow wrong_failure_policy.wf is 'never', expected a member of WorkflowFailurePolicy
def wf(n: int) -> int:
    return n
