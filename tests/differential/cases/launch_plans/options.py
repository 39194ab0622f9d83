"""Every other argument of a launch plan."""

from flows import no_inputs, scaling
from flytekit import Annotations, AuthRole, ConcurrencyLimitBehavior, ConcurrencyPolicy, Labels, LaunchPlan
from flytekit.models.common import RawOutputDataConfig
from flytekit.models.security import Identity, Secret, SecurityContext

labels = LaunchPlan.create("labels", no_inputs, labels=Labels({"b": "2", "a": "1"}))
annotations = LaunchPlan.create("annotations", no_inputs, annotations=Annotations({"x": "y"}))
empty_labels = LaunchPlan.create("empty_labels", no_inputs, labels=Labels({}), annotations=Annotations({}))
raw_output = LaunchPlan.create(
    "raw_output", no_inputs, raw_output_data_config=RawOutputDataConfig(output_location_prefix="s3://bucket/prefix")
)
parallelism = LaunchPlan.create("parallelism", no_inputs, max_parallelism=25)
no_parallelism = LaunchPlan.create("no_parallelism", no_inputs, max_parallelism=0)
role = LaunchPlan.create("role", no_inputs, auth_role=AuthRole(assumable_iam_role="arn:aws:iam::123:role/x"))
account = LaunchPlan.create("account", no_inputs, auth_role=AuthRole(kubernetes_service_account="runner"))
both_roles = LaunchPlan.create(
    "both_roles", no_inputs, auth_role=AuthRole(assumable_iam_role="arn", kubernetes_service_account="runner")
)
context = LaunchPlan.create(
    "context",
    no_inputs,
    security_context=SecurityContext(
        run_as=Identity(iam_role="role", k8s_service_account="account"),
        secrets=[Secret(group="g", key="k", mount_requirement=Secret.MountType.FILE)],
    ),
)
overwrite = LaunchPlan.create("overwrite", no_inputs, overwrite_cache=True)
not_overwrite = LaunchPlan.create("not_overwrite", no_inputs, overwrite_cache=False)
activated = LaunchPlan.create("activated", no_inputs, auto_activate=True)
limited = LaunchPlan.create(
    "limited", no_inputs, concurrency=ConcurrencyPolicy(max_concurrency=1, behavior=ConcurrencyLimitBehavior.SKIP)
)
limited_by_default = LaunchPlan.create("limited_by_default", no_inputs, concurrency=ConcurrencyPolicy(4))
everything = LaunchPlan.get_or_create(
    name="everything",
    workflow=scaling,
    default_inputs={"by": 3.5},
    fixed_inputs={"n": 1},
    labels=Labels({"team": "x"}),
    annotations=Annotations({"a": "b"}),
    raw_output_data_config=RawOutputDataConfig("gs://bucket"),
    max_parallelism=2,
    security_context=SecurityContext(run_as=Identity(k8s_service_account="sa")),
    overwrite_cache=True,
    auto_activate=True,
    concurrency=ConcurrencyPolicy(max_concurrency=7),
)
