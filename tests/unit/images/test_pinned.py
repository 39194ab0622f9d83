"""Images by their digests, wherever a program names them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from base_images import MANIFEST
from flytec.app.compile import compile_for_output, compile_program
from flytec.app.request import CompileRequest, serialization_settings
from flytec.diagnostics import CannotRunError
from flytec.images.pinned import image_names, pinned_program, renamed_program
from flytec.images.registry import Access
from flytec.ir.program import Program
from flytec.load.discover import plan_sources
from flytec.settings import SERIALIZED_CONTEXT_ENV_VAR, SerializationSettings, ToolSettings
from layouts import lay_out
from registry_server import Registry as Server
from registry_server import serving
from unit.images.building import said

ACCESS = Access(sleep=lambda _: None, tell=lambda _: None)
FLOWS = """
    from flytekit import ContainerTask, PodTemplate, conditional, dynamic, map_task, task, workflow
    from kubernetes.client import V1Container, V1PodSpec

    pod = V1PodSpec(
        containers=[V1Container(name="primary"), V1Container(name="side", image="HOST/side:v1")],
        init_containers=[V1Container(name="init", image="HOST/init:v1")],
    )

    @task
    def plain(n: int) -> int:
        return n

    @task(container_image="HOST/named:v1", pod_template=PodTemplate(pod_spec=pod, primary_container_name="primary"))
    def podded(n: int) -> int:
        return n

    @dynamic
    def grown(n: int) -> int:
        return plain(n=n)

    raw = ContainerTask(name="raw", image="HOST/raw:v1", command=["true"])

    @workflow
    def inner(n: int) -> int:
        return plain(n=n).with_overrides(container_image="HOST/inner:v1")

    @workflow
    def wf(n: int) -> int:
        raw()
        grown(n=n)
        podded(n=n)
        map_task(plain)(n=[1, 2]).with_overrides(container_image="HOST/mapped:v1")
        return (
            conditional("which")
            .if_(n > 1)
            .then(plain(n=n).with_overrides(container_image="HOST/then:v1"))
            .else_()
            .then(inner(n=n))
        )
"""
NAMES = ["default", "init", "inner", "mapped", "named", "raw", "side", "then"]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def program(folder: Path, host: str) -> Program:
    lay_out(folder, {"flows.py": FLOWS.replace("HOST", host)})
    tool = ToolSettings(image=(f"{host}/default:v1", f"other={host}/default@sha256:{'2' * 64}"))
    request = CompileRequest(plan=plan_sources(["flows.py"], cwd=folder), tool=tool)
    compiled = compile_program(request, serialization_settings(request))
    assert [row.message for row in compiled.findings] == []
    return compiled.program


def test_every_image_is_found_and_renamed(tmp_path: Path, server: Server) -> None:
    given = program(tmp_path, server.host)
    digests = {name: server.put(name, "v1", MANIFEST, f'{{"name": "{name}"}}'.encode()) for name in NAMES}
    before = [unit.message.SerializeToString() for unit in given]
    pinned = pinned_program(given, ACCESS)
    kept = f"{server.host}/default@sha256:{'2' * 64}"
    expected = {f"{server.host}/{name}@{digest}" for name, digest in digests.items()}
    assert set(image_names(pinned)) == {*expected, kept}
    assert not any(b":v1" in unit.message.SerializeToString() for unit in pinned)
    assert [unit.message.SerializeToString() for unit in given] == before
    assert [(unit.kind, unit.origin) for unit in pinned] == [(unit.kind, unit.origin) for unit in given]


def test_what_a_dynamic_task_carries_is_renamed(tmp_path: Path, server: Server) -> None:
    given = program(tmp_path, server.host)
    digest = f"sha256:{'3' * 64}"
    name = f"{server.host}/default"
    renamed = renamed_program(given, {f"{name}:v1": f"{name}@{digest}"})
    unit = next(unit for unit in renamed if unit.id.name == "flows.grown")
    (text,) = [pair.value for pair in unit.message.template.container.env if pair.key == SERIALIZED_CONTEXT_ENV_VAR]
    carried = SerializationSettings.from_transport(text).image_config
    assert carried.default_image is not None
    assert carried.default_image.full == f"{name}@{digest}"
    assert [image.full for image in carried.images or ()] == [f"{name}@{digest}", f"{name}@sha256:{'2' * 64}"]


def test_without_new_names_nothing_changes(tmp_path: Path, server: Server) -> None:
    given = program(tmp_path, server.host)
    same = renamed_program(given, {})
    assert [unit.message.SerializeToString(deterministic=True) for unit in same] == [
        unit.message.SerializeToString(deterministic=True) for unit in given
    ]


def test_all_images_that_are_not_there_are_told(tmp_path: Path, server: Server) -> None:
    for name in NAMES[2:]:
        server.put(name, "v1", MANIFEST, b"{}")
    given = program(tmp_path, server.host)
    with pytest.raises(CannotRunError) as error:
        pinned_program(given, ACCESS)
    assert said(error.value) == [
        f"FTC547 unresolved-image image {server.host}/{name}:v1 is not in registry {server.host}, "
        "expected one whose digest can be told"
        for name in ("default", "init")
    ]
    assert error.value.exit_code == 2


def test_a_registry_that_fails_is_asked_once(tmp_path: Path, server: Server) -> None:
    given, waits = program(tmp_path, "127.0.0.1:1"), list[float]()
    with pytest.raises(CannotRunError) as error:
        pinned_program(given, Access(sleep=waits.append, tell=lambda _: None))
    assert said(error.value) == [
        "FTC534 registry-failed registry 127.0.0.1:1 failed to read 127.0.0.1:1/default:v1: "
        "Connection refused (5 tries)"
    ]
    assert waits == [1, 2, 4, 8]


CLUSTERS = """
    from flytekit import PodTemplate, task
    from flytekit.configuration import SerializationSettings
    from flytekit.core.python_function_task import PythonFunctionTask
    from flytekitplugins.dask import Dask, Scheduler, WorkerGroup
    from flytekitplugins.kfpytorch import PyTorch, Worker
    from flytekitplugins.ray import RayJobConfig, WorkerNodeConfig
    from flytekitplugins.spark import Spark
    from kubernetes.client import V1Container, V1PodSpec

    def pod(image: str) -> PodTemplate:
        return PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name="primary", image=image)]))

    @task(task_config=Dask(Scheduler(image="HOST/scheduler:v1"), WorkerGroup(image="HOST/workers:v1")))
    def of_dask() -> None: ...

    @task(task_config=PyTorch(worker=Worker(replicas=1, image="HOST/torch:v1")))
    def of_torch() -> None: ...

    @task(task_config=RayJobConfig([WorkerNodeConfig("a", 1, pod_template=pod("HOST/ray:v1"))]))
    def of_ray() -> None: ...

    @task(task_config=Spark(
        spark_conf={"spark.kubernetes.driver.container.image": "HOST/driver:v1", "spark.app.image": "HOST/no:v1"},
        executor_pod=pod("HOST/executor:v1"),
    ))
    def of_spark() -> None: ...

    class Elsewhere(PythonFunctionTask):
        def __init__(self, function, **options):
            super().__init__(None, function, task_type="elsewhere", **options)

        def get_custom(self, settings: SerializationSettings):
            pinned = "HOST/pinned@sha256:" + "4" * 64
            return {"jobs": [{"baseImage": "HOST/elsewhere:v1"}, {"image": pinned}], "image": {"size": "big"}}

    def elsewhere() -> None: ...

    kept = Elsewhere(elsewhere)
"""


def test_what_plug_ins_tell_the_server_is_renamed(tmp_path: Path, server: Server) -> None:
    lay_out(tmp_path, {"flows.py": CLUSTERS.replace("HOST", server.host)})
    images = ("default", "scheduler", "workers", "torch", "ray", "driver", "executor")
    expected = {f"{server.host}/{name}@{server.put(name, 'v1', MANIFEST, f'{{}} {name}'.encode())}" for name in images}
    tool = ToolSettings(image=(f"{server.host}/default:v1",))
    request = CompileRequest(plan=plan_sources(["flows.py"], cwd=tmp_path), tool=tool, registries=ACCESS)
    compiled = compile_for_output(request, serialization_settings(request))
    assert set(image_names(compiled.program)) == expected
    assert [f"{row.location}: {row.severity.value} {row.message}" for row in compiled.findings] == [
        f"flows.py:37: warning task flows.elsewhere tells its plug-in of '{server.host}/elsewhere:v1', "
        "which keeps its tag"
    ]
    left = [name for unit in compiled.program for name in (b":v1",) if name in unit.message.SerializeToString()]
    assert len(left) == 2, "Spark's own setting, and the task of nobody knows what"
