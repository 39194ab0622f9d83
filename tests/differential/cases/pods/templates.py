"""Pod templates of tasks: what the template decides, and what the task does."""

from flytekit import PodTemplate, Resources, dynamic, task, workflow
from kubernetes.client import (
    V1Affinity,
    V1Capabilities,
    V1ConfigMapKeySelector,
    V1Container,
    V1ContainerPort,
    V1EmptyDirVolumeSource,
    V1EnvVar,
    V1EnvVarSource,
    V1ExecAction,
    V1HTTPGetAction,
    V1NodeAffinity,
    V1NodeSelector,
    V1NodeSelectorRequirement,
    V1NodeSelectorTerm,
    V1PodSecurityContext,
    V1PodSpec,
    V1Probe,
    V1ResourceRequirements,
    V1SecurityContext,
    V1Toleration,
    V1Volume,
    V1VolumeMount,
)

SHARED = PodTemplate(
    pod_spec=V1PodSpec(
        containers=[
            V1Container(
                name="main",
                env=[
                    V1EnvVar(name="LEVEL", value="debug"),
                    V1EnvVar(
                        name="NODE",
                        value_from=V1EnvVarSource(config_map_key_ref=V1ConfigMapKeySelector(name="cm", key="k")),
                    ),
                ],
                volume_mounts=[V1VolumeMount(name="scratch", mount_path="/scratch", read_only=False)],
                liveness_probe=V1Probe(_exec=V1ExecAction(command=["true"]), period_seconds=5),
                security_context=V1SecurityContext(capabilities=V1Capabilities(add=["SYS_PTRACE"])),
            ),
            V1Container(
                name="side",
                image="ghcr.io/acme/side:v1",
                command=["serve"],
                args=["--port", "80"],
                ports=[V1ContainerPort(container_port=80)],
                readiness_probe=V1Probe(http_get=V1HTTPGetAction(path="/ok", port=80)),
            ),
            V1Container(name="templated", image="{{.image.trainer.fqn}}:{{.image.default.version}}"),
            V1Container(name="default-image"),
        ],
        init_containers=[V1Container(name="prepare", image="{{.image.trainer.fqn}}", command=["sh", "-c", "true"])],
        volumes=[V1Volume(name="scratch", empty_dir=V1EmptyDirVolumeSource(medium="Memory", size_limit="1Gi"))],
        tolerations=[V1Toleration(key="gpu", operator="Exists", effect="NoSchedule")],
        affinity=V1Affinity(
            node_affinity=V1NodeAffinity(
                required_during_scheduling_ignored_during_execution=V1NodeSelector(
                    node_selector_terms=[
                        V1NodeSelectorTerm(
                            match_expressions=[V1NodeSelectorRequirement(key="zone", operator="In", values=["a", "b"])]
                        )
                    ]
                )
            )
        ),
        security_context=V1PodSecurityContext(run_as_user=1000),
        service_account_name="runner",
        host_network=True,
        node_selector={"disk": "ssd"},
    ),
    primary_container_name="main",
    labels={"team": "data"},
    annotations={"example.org/owner": "me"},
)


@task(pod_template=SHARED)
def shared(a: int) -> int:
    return a


@task(
    pod_template=SHARED,
    environment={"STAGE": "test"},
    requests=Resources(cpu="1", mem="2Gi", ephemeral_storage="3Gi"),
    limits=Resources(gpu="1", cpu="2"),
    container_image="{{.image.trainer.fqn}}:own",
    pod_template_name="named-too",
)
def shared_with_own(a: int) -> int:
    return a


@task(pod_template=PodTemplate())
def empty() -> None: ...


@task(pod_template=PodTemplate(primary_container_name="other", labels={}, annotations={}))
def other_name() -> None: ...


@task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="side", image="side:v1")])))
def added_behind() -> None: ...


@task(
    pod_template=PodTemplate(
        pod_spec=V1PodSpec(
            containers=[
                V1Container(
                    name="primary",
                    image="{{.image.trainer}}",
                    command=["lost"],
                    args=["lost"],
                    resources=V1ResourceRequirements(limits={"cpu": "4"}, requests={"memory": "1Gi"}),
                )
            ]
        )
    )
)
def of_the_template() -> None: ...


@task(
    limits=Resources(mem="1Gi"),
    pod_template=PodTemplate(
        pod_spec=V1PodSpec(
            containers=[V1Container(name="primary", resources=V1ResourceRequirements(limits={"cpu": "4"}))]
        )
    ),
)
def resources_of_the_task() -> None: ...


@dynamic(pod_template=SHARED)
def later(a: int) -> int:
    return shared(a=a)


@workflow
def flow(a: int) -> int:
    empty()
    return later(a=shared_with_own(a=a))
