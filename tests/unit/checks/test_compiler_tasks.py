"""Tasks, as the server compiles them."""

import pytest

from flytec.checks.compiler.tasks import check_task_compiles
from flytec.ir import pb
from flytec.ir.codec import struct_of
from messages import INT, identifier, interface, line

AT = "template.container"


def check(task: pb.TaskTemplate) -> list[str]:
    return [line(finding) for finding in check_task_compiles(task)]


def container(image: str = "i", args: tuple[str, ...] = ("run",), **more: object) -> pb.TaskTemplate:
    held = pb.Container(image=image, args=args, **more)  # type: ignore[arg-type]
    return pb.TaskTemplate(id=identifier("t"), interface=interface({"a": INT}), container=held)


def test_what_compiles() -> None:
    assert check(container()) == []
    assert check(container(args=(), command=["run"])) == []
    assert check(pb.TaskTemplate(id=identifier("t"), container=pb.Container(image="i"))) == []
    assert check(pb.TaskTemplate(id=identifier("t"))) == []
    assert check(pb.TaskTemplate(id=identifier("t"), sql=pb.Sql())) == []
    assert check(pb.TaskTemplate(id=identifier("t"), k8s_pod=pb.K8sPod())) == []


def test_what_is_missing() -> None:
    assert check(pb.TaskTemplate(interface=interface({}, {"o": INT}), container=pb.Container())) == [
        "value-required at template.id: the task has no identifier, expected one",
        f"value-required at {AT}.command: the container has neither a command nor args, expected either for a "
        "task with "
        "inputs or outputs",
        f"value-required at {AT}.image: the container has no image, expected one "
        "(Name an image for the task, or a default one for all.)",
    ]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("CPU", "cpu"),
        ("GPU", "gpu"),
        ("MEMORY", "memory"),
        ("STORAGE", "storage"),
        ("EPHEMERAL_STORAGE", "ephemeral storage"),
        ("UNKNOWN", "resource"),
    ],
)
def test_quantities_of_every_kind_have_to_parse(kind: str, label: str) -> None:
    entries = [pb.Resources.ResourceEntry(name=kind, value=value) for value in ("500m", "lots")]
    task = container(resources=pb.Resources(requests=entries, limits=entries[1:]))
    expected = "expected a quantity such as 500m, 2 or 1Gi"
    assert check(task) == [
        f"unrecognized-value at {AT}.resources.requests[1].value: the {label} request is 'lots', {expected}",
        f"unrecognized-value at {AT}.resources.limits[0].value: the {label} limit is 'lots', {expected}",
    ]


def pod(spec: dict[str, object]) -> list[str]:
    return check(pb.TaskTemplate(id=identifier("t"), k8s_pod=pb.K8sPod(pod_spec=struct_of(spec))))


def test_pods() -> None:
    assert pod({"containers": [{"name": "primary"}], "unknown": 1}) == []
    assert pod({"containers": []}) == []
    at = "template.k8s_pod.pod_spec.containers[0]"
    assert pod({"containers": [{"name": "Upper"}]}) == [
        f"invalid-value at {at}.name: the container's name is 'Upper', expected 1 to 63 of a-z, 0-9 and '-', with a "
        "letter or digit at both ends"
    ]
    (text,) = pod({"containers": [{"name": "a", "image": 1}]})
    assert text.startswith(f"invalid-value at {at}.image: ")
    (text,) = pod({"containers": [{"name": "a", "resources": {"requests": {"cpu": "lots"}}}]})
    assert text.startswith(f"invalid-value at {at}.resources.requests['cpu']: ")
