"""What flyteadmin refuses of tasks and workflows before it compiles them; each message in full."""

import dataclasses

import pytest

from flytec.checks.platform import Platform, ResourceLimits, server_defaults
from flytec.diagnostics import Severity
from flytec.ir import pb
from registrations import TASK_NODE, check, task, without, workflow

RAISED = "(Ask for less, or have the limits of the deployment raised.)"


def container(requests: str = "", limits: str = "") -> str:
    def entries(name: str, text: str) -> str:
        pairs = (pair.split("=") for pair in text.split())
        return " ".join(f'{name} {{ name: {key} value: "{value}" }}' for key, value in pairs)

    return f"template {{ container {{ resources {{ {entries('requests', requests)} {entries('limits', limits)} }} }} }}"


def pod(containers: str) -> str:
    return f"""template {{ k8s_pod {{ pod_spec {{ fields {{ key: "containers" value {{ list_value {{ values {{
        struct_value {{ {containers} }} }} }} }} }} }} }} }}"""


def text_field(key: str, text: str) -> str:
    return f'fields {{ key: "{key}" value {{ string_value: "{text}" }} }}'


def quantities(requests: str, limits: str = "") -> str:
    return f"""{text_field("name", "primary")} fields {{ key: "resources" value {{ struct_value {{
        fields {{ key: "requests" value {{ struct_value {{ {requests} }} }} }}
        fields {{ key: "limits" value {{ struct_value {{ {limits} }} }} }} }} }} }}"""


def test_a_valid_task_has_no_finding() -> None:
    assert check(task(), platform=server_defaults()) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("template", "FTC374 template.id: the task has no identifier, at which flytectl crashes; expected one"),
        ("template.id", "FTC374 template.id: the task has no identifier, at which flytectl crashes; expected one"),
        ("template.id.name", "FTC330 template.id.name: the task has no name, expected one"),
        ("template.type", "FTC331 template.type: the task has no type, expected one such as python-task"),
        ("template.metadata", "FTC331 template.metadata: the task has no metadata, expected some, if empty"),
        (
            "template.metadata.runtime.version",
            "FTC331 template.metadata.runtime.version: the task's runtime has no version, "
            "expected that of the SDK it is written for",
        ),
        (
            "template.interface",
            "FTC331 template.interface: the task has no interface, expected one, if without variables",
        ),
    ],
)  # fmt: skip
def test_a_task_without(path: str, expected: str) -> None:
    assert expected in check(without(task(), path))


@pytest.mark.parametrize("path", ["template.metadata.runtime", "template.container", "template.id.version"])
def test_what_a_task_can_do_without(path: str) -> None:
    assert check(without(task(), path), platform=server_defaults()) == []


@pytest.mark.parametrize(
    "more",
    [
        'template { id { name: " ü / any name" version: "1/2" } }',
        'template { container { image: "not an image" } }',
        container("CPU=500m MEMORY=1G", "CPU=2 MEMORY=1Gi"),
        container("CPU=1500m", "CPU=1200m"),  # both are 2 in whole units
        container("CPU=-5"),
        container("STORAGE=1Gi STORAGE=2Gi", "STORAGE=1Mi"),
        container("UNKNOWN=1 UNKNOWN=5"),
        container("", "CPU=64 GPU=8"),  # no request to compare with
        container("GPU=1", "GPU=1"),
        pod(quantities(text_field("nvidia.com/gpu", "9"))),
        pod(quantities(text_field("gpu", "500m"))),
    ],
)
def test_what_the_server_takes(more: str) -> None:
    assert check(task(more), platform=server_defaults()) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            container("CPU=1 CPU=2"),
            "FTC333 template.container.resources.requests[1]: the cpu request is given twice, '1' and '2', "
            "expected once (Keep one of the two requests.)",
        ),
        (
            container("", "MEMORY=1Gi MEMORY=1Gi"),
            "FTC333 template.container.resources.limits[1]: the memory limit is given twice, '1Gi' and '1Gi', expected "
            "once (Keep one of the two limits.)",
        ),
        (
            container("GPU=500m"),
            "FTC333 template.container.resources.requests[0]: the gpu request is 500m, expected a whole number "
            "(Ask for whole devices; a part of one is set by the accelerator.)",
        ),
        (
            container("CPU=2100m", "CPU=1900m"),
            "FTC333 template.container.resources.requests[0]: the cpu request is 2100m, expected at most its limit, "
            "1900m (Give the cpu request and limit the same amount.)",
        ),
        (
            container("EPHEMERAL_STORAGE=2Gi", "EPHEMERAL_STORAGE=1Gi"),
            "FTC333 template.container.resources.requests[0]: the ephemeral storage request is 2Gi, "
            "expected at most its limit, 1Gi (Give the ephemeral storage request and limit the same amount.)",
        ),
        (
            container("GPU=1", "GPU=2"),
            "FTC333 template.container.resources.requests[0]: the gpu request is 1, expected as many as its limit, 2 "
            "(Give the gpu request and limit the same amount.)",
        ),
        (
            pod(quantities(text_field("cpu", "3"), text_field("CPU", "2"))),
            "FTC333 template.k8s_pod.pod_spec.containers[0].resources.requests['cpu']: the cpu request is 3, "
            "expected at most its limit, 2 (Give the cpu request and limit the same amount.)",
        ),
    ],
)
def test_resources(more: str, expected: str) -> None:
    assert check(task(more)) == [expected]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            container("MEMORY=2Gi"),
            f"FTC334 template.container.resources.requests[0]: the memory request is 2Gi, expected at most 1Gi, "
            f"the limit of the deployment {RAISED}",
        ),
        (
            container("CPU=1", "CPU=3"),
            f"FTC334 template.container.resources.limits[0]: the cpu limit is 3, expected at most 2, "
            f"the limit of the deployment {RAISED}",
        ),
        (
            pod(quantities(text_field("ephemeral-storage", "3"))),
            f"FTC334 template.k8s_pod.pod_spec.containers[0].resources.requests['ephemeral-storage']: the ephemeral "
            f"storage request is 3, expected at most 2, the limit of the deployment {RAISED}",
        ),
        (
            container("STORAGE=5"),
            f"warning FTC334 template.container.resources.requests[0]: the storage request is 5, expected at most 4, "
            f"the limit of the deployment {RAISED}",
        ),
    ],
)
def test_limits_of_the_deployment(more: str, expected: str) -> None:
    limits = ResourceLimits(cpu="2", memory="1Gi", gpu="1", storage="4", ephemeral_storage="2")
    assert check(task(more), platform=Platform(resources=limits)) == [expected]
    assert check(task(more)) == []
    warning = Platform(resources=limits, resources_severity=Severity.WARNING)
    assert check(task(more), platform=warning) == [f"warning {expected.removeprefix('warning ')}"]


def test_a_limit_of_zero_is_none() -> None:
    unlimited = Platform(resources=ResourceLimits(cpu="0", memory="", gpu="0"))
    assert check(task(container("CPU=99 GPU=99")), platform=unlimited) == []


def test_task_types_of_the_deployment() -> None:
    platform = Platform(task_types=frozenset({"python-task", "spark"}))
    assert check(task(), platform=platform) == []
    assert check(task('template { type: "sql" }'), platform=platform) == [
        "FTC332 template.type: the task is of type 'sql', expected one that the deployment takes: python-task, spark "
        "(Have the type added to the deployment's task_type_whitelist.)"
    ]


def test_domains_of_the_deployment() -> None:
    assert check(task(), platform=Platform(domains=frozenset({"production", "staging"}))) == [
        "FTC335 template.id.domain: the task is registered in domain 'd', expected one of production, staging"
    ]


def test_a_pod_without_spec() -> None:
    assert "FTC331 template.k8s_pod.pod_spec: the task's pod has no pod_spec, expected one" in check(
        task("template { k8s_pod {} }")
    )


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        (
            "template { metadata { timeout { seconds: 315576000001 } } }",
            "template.metadata.timeout",
            "the duration of 315576000001 seconds has no JSON form, expected at most 10000 years",
        ),
        (
            "template { metadata { timeout { seconds: 1 nanos: -1 } } }",
            "template.metadata.timeout",
            "the duration of 1 seconds has no JSON form, expected at most 10000 years",
        ),
        (
            'template { custom { fields { key: "a" value {} } } }',
            "template.custom.fields['a']",
            "the value has nothing set and so no JSON form, expected null at least",
        ),
        (
            'template { custom { fields { key: "a" value { list_value { values {} } } } } }',
            "template.custom.fields['a'].list_value.values[0]",
            "the value has nothing set and so no JSON form, expected null at least",
        ),
        (
            'template { custom { fields { key: "KEY" value { struct_value { fields { key: "b" value {} } } } } } }'
            .replace("KEY", "k" * 300),
            f"template.custom.fields['{'k' * 300}'].struct_value.fields['b']",
            "the value has nothing set and so no JSON form, expected null at least",
        ),
    ],
)  # fmt: skip
def test_what_has_no_json_form(more: str, field: str, message: str) -> None:
    assert check(task(more)) == [f"FTC359 {field}: {message}"]


@pytest.mark.parametrize(
    "more",
    [
        "template { metadata { timeout { seconds: 315576000000 } } }",
        "template { metadata { timeout {} } }",
        'template { custom { fields { key: "a" value { number_value: nan } } } }',
        'template { custom { fields { key: "a" value { null_value: NULL_VALUE } } } }',
    ],
)
def test_what_has_one(more: str) -> None:
    assert check(task(more)) == []


def test_a_long_description() -> None:
    assert check(task(f'description {{ short_description: "{"ü" * 4000}" }}')) == []
    assert check(task(f'description {{ short_description: "{"ü" * 4001}" }}')) == [
        "FTC358 description.short_description: the short description has 4001 characters, expected at most 4000 "
        "(Shorten the first paragraph of the docstring.)"
    ]


def test_a_large_message() -> None:
    large = task(f'description {{ long_description {{ value: "{"x" * 5000}" }} }}')
    size = large.message.ByteSize() + large.id.ByteSize() + 12
    text = (
        f"FTC356 : the message has {size} bytes, expected at most 5000, what the server receives at once "
        "(Make it smaller, or have the server's maxMessageSizeBytes raised.)"
    )
    assert check(large, platform=Platform(message_bytes=5000)) == [f"warning {text}"]
    assert check(large, platform=dataclasses.replace(server_defaults(), message_bytes=5000)) == [text]
    assert check(large, platform=Platform(message_bytes=size)) == []
    assert check(large, platform=Platform(message_bytes=0)) == []


def nodes(*ids: str) -> str:
    return " ".join(TASK_NODE.replace("n0", name) for name in ids)


def test_many_nodes() -> None:
    text = (
        "FTC355 template.nodes: the workflow has 4 nodes, expected at most 3, the limit of the deployment "
        "(Move parts of it into sub-workflows, or have the server's maxWorkflowNodes raised.)"
    )
    units = (task(), workflow(nodes("a", "b", "c", "d")))
    assert check(*units, platform=Platform(nodes=3)) == [f"warning {text}"]
    assert check(*units, platform=dataclasses.replace(server_defaults(), nodes=3)) == [text]
    assert check(*units, platform=Platform(nodes=4)) == []
    assert check(*units, platform=Platform(nodes=0)) == []


def test_nodes_that_do_not_count() -> None:
    many = workflow(nodes("a", "b", "start-node", "end-node", "b"))
    assert [line for line in check(task(), many, platform=Platform(nodes=2)) if "FTC355" in line] == []


def test_a_large_workflow() -> None:
    unit, used = workflow(), task().message
    assert isinstance(used, pb.TaskSpec)
    size = unit.message.ByteSize() + used.template.ByteSize()
    found = check(task(), unit, platform=Platform(workflow_bytes=100))
    assert found == [
        f"FTC357 : the workflow has {size} bytes with all that it uses, expected at most 100, "
        "the limit of the deployment (Make it smaller, or have the server's workflowSizeLimit raised.)"
    ]
    assert check(task(), unit, platform=Platform(workflow_bytes=size)) == []


def test_overrides_that_fail_when_the_node_runs() -> None:
    override = """template { nodes { id: "n0" task_node {
        reference_id { resource_type: TASK project: "p" domain: "d" name: "t" version: "v" }
        overrides { resources { requests { name: CPU value: "1" } limits { name: CPU value: "lots" } } } } } }"""
    assert check(task(), workflow(override)) == [
        "warning FTC333 template.nodes[0].task_node.overrides.resources.limits[0].value: node 'n0' overrides a "
        "resource with 'lots', which fails when it runs; expected a quantity such as 500m or 1Gi"
    ]
