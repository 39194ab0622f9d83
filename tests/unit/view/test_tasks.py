from typing import Any

import pytest
from google.protobuf import text_format

from flytec.ir import ours, pb
from flytec.view.tasks import task_view


def view(text: str) -> ours.InspectedTask:
    return task_view(text_format.Parse(text, pb.TaskTemplate()))


def pod(spec: dict[str, Any]) -> ours.InspectedTask:
    template = pb.TaskTemplate()
    template.k8s_pod.primary_container_name = "main"
    template.k8s_pod.pod_spec.update(spec)
    return task_view(template)


def test_a_container_task_shows_what_it_runs() -> None:
    (container,) = view(
        """
        container {
          image: 'img:1' command: 'sh' args: '-c' args: 'exit 0' ports { container_port: 80 }
          env { key: 'B' value: '2' } env { key: 'A' value: '1' }
          resources { requests { name: MEMORY value: '1Gi' } limits { name: GPU value: '1' } }
          data_config { enabled: true input_path: '/in' output_path: '/out' format: YAML }
        }
        """
    ).containers
    assert container.image == "img:1"
    assert list(container.command_line) == ["sh", "-c", "exit 0"]
    assert [(pair.name, pair.value) for pair in container.env] == [("B", "2"), ("A", "1")]
    assert [(pair.name, pair.value) for pair in container.requests] == [("mem", "1Gi")]
    assert [(pair.name, pair.value) for pair in container.limits] == [("gpu", "1")]
    assert list(container.ports) == [80]
    assert container.data_config == "inputs in /in, outputs in /out, as YAML"


def test_a_pod_task_shows_its_primary_container_first() -> None:
    task = pod(
        {
            "containers": [
                {"name": "side", "image": "proxy:1"},
                {
                    "name": "main",
                    "image": "img:1",
                    "command": ["python"],
                    "args": ["-m", "x"],
                    "env": [{"name": "A", "value": "1"}, {"name": "B", "valueFrom": {"k": "v"}}],
                    "resources": {"requests": {"memory": "1Gi", "cpu": 2}},
                },
            ]
        }
    )
    assert [container.name for container in task.containers] == ["main", "side"]
    main = task.containers[0]
    assert list(main.command_line) == ["python", "-m", "x"]
    assert [(pair.name, pair.value) for pair in main.env] == [("A", "1"), ("B", '{"k": "v"}')]
    assert [(pair.name, pair.value) for pair in main.requests] == [("cpu", "2.0"), ("memory", "1Gi")]


@pytest.mark.parametrize(
    "spec",
    [
        {},
        {"containers": None},
        {"containers": "x"},
        {"containers": [1, None, [], {"name": 3, "args": "x", "env": [1], "resources": {"limits": []}}]},
        {"containers": [{"name": float("nan")}]},
    ],
)
def test_any_pod_specification_is_shown(spec: dict[str, Any]) -> None:
    assert pod(spec).pod_spec


def test_execution_cache_and_security_are_shown_where_they_are_set() -> None:
    task = view(
        """
        metadata {
          discoverable: true discovery_version: '1' cache_serializable: true cache_ignore_input_vars: 'b'
          retries { retries: 3 } timeout { seconds: 5400 } interruptible: true deprecated_error_message: 'old'
          generates_deck { value: true } runtime { type: FLYTE_SDK flavor: 'python' version: '1.16.31' }
        }
        security_context {
          run_as { k8s_service_account: 'runner' }
          secrets { group: 'g' key: 'k' group_version: '2' mount_requirement: FILE }
        }
        extended_resources { shared_memory { mount_name: 'shm' mount_path: '/dev/shm' size_limit: '1Gi' } }
        """
    )
    assert task.runtime == "FLYTE_SDK python 1.16.31"
    assert (task.execution.retries, task.execution.timeout, task.execution.deprecated) == (3, "1h30m", "old")
    assert task.execution.interruptible
    assert task.execution.deck
    assert (task.cache.version, task.cache.serialized, list(task.cache.ignored_inputs)) == ("1", True, ["b"])
    assert task.security.service_account == "runner"
    assert list(task.security.secrets) == ["g/k version 2 as file"]
    assert [(pair.name, pair.value) for pair in task.extended_resources] == [
        ("shared_memory", "shm at /dev/shm up to 1Gi")
    ]


def test_what_is_not_set_is_not_shown() -> None:
    assert view("") == ours.InspectedTask()


def test_a_query_is_shown() -> None:
    task = view("sql { statement: 'select 1' dialect: HIVE }")
    assert (task.sql.statement, task.sql.dialect) == ("select 1", "HIVE")
