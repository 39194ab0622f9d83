# flytekit: ValueError
from flytekit import AuthRole, LaunchPlan, SecurityContext, workflow
from flytekit.models.security import Identity


@workflow
def wf() -> None: ...


LaunchPlan.create(  # expect: FTC201 launch plan 'plan' has an auth_role and a security_context
    "plan",
    wf,
    auth_role=AuthRole(assumable_iam_role="x"),
    security_context=SecurityContext(run_as=Identity(iam_role="y")),
)
