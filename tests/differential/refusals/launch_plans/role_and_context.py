# flytekit: ValueError
from flytekit import AuthRole, LaunchPlan, SecurityContext, workflow
from flytekit.models.security import Identity


@workflow
def wf() -> None: ...


LaunchPlan.create(  # expect: ?
    "plan",
    wf,
    auth_role=AuthRole(assumable_iam_role="x"),
    security_context=SecurityContext(run_as=Identity(iam_role="y")),
)
