"""Images by each builder that runs here, pushed to a real registry, pulled back by skopeo, and used."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from base_images import document, unpack
from flytec.images.builders import BUILDERS
from images.debian import missing
from images.rootfs import python_layout
from layouts import lay_out
from wheels import flytekit_wheel, write_wheel

FLYTEC = str(Path(sys.executable).with_name("flytec"))
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine != "x86_64", reason="the base is linux/amd64"
)


FLOWS = """
    import steps
    from flytekit import ImageSpec, task, workflow

    @task
    def load(n: int) -> int:
        return steps.double(n)

    @task(container_image=ImageSpec(
        name="trainer",
        registry="{registry}",
        base_image="{base}",
        packages=["old"],
        pip_extra_args="--no-index --find-links {wheels}",
        env={{"STAGE": "test"}},
    ))
    def train(n: int) -> int:
        return n

    @workflow
    def wf(n: int) -> int:
        return train(n=load(n=n))
"""


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    flytekit_wheel(folder)
    write_wheel(folder, "old")
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> str:
    return f"oci:{python_layout(tmp_path_factory.mktemp('base'), wheels)}:base"


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("registry")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    settings = {
        "version": 0.1,
        "log": {"level": "error"},
        "storage": {"filesystem": {"rootdirectory": str(folder / "data")}},
        "http": {"addr": host},
    }
    (folder / "config.yml").write_text(json.dumps(settings))
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(["docker-registry", "serve", folder / "config.yml"], stdout=log, stderr=log)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex((host.partition(":")[0], int(host.partition(":")[2]))) == 0:
                    break
            assert process.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield f"{host}/acme"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module", autouse=True)
def programs() -> None:
    if reason := missing():
        pytest.skip(reason)


@pytest.fixture(scope="module", autouse=True)
def storage(programs: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A place of their own for the images that buildah keeps."""
    folder = tmp_path_factory.mktemp("storage")
    places = f'runroot = "{folder}/run"\ngraphroot = "{folder}/graph"\n'
    (folder / "storage.conf").write_text(f'[storage]\ndriver = "overlay"\n{places}')
    patch = pytest.MonkeyPatch()
    patch.setenv("CONTAINERS_STORAGE_CONF", str(folder / "storage.conf"))
    yield
    subprocess.run(["buildah", "rmi", "--all", "--force"], capture_output=True, check=False)
    patch.undo()


@pytest.fixture(scope="module", params=list(BUILDERS))
def builder(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if reason := BUILDERS[name].missing():
        pytest.skip(reason)
    return name


@pytest.fixture
def project(tmp_path: Path, registry: str, base: str, builder: str, wheels: Path) -> Path:
    # pip runs in the image with docker and buildah, where the base has the wheels.
    place = str(wheels) if builder == "oci" else "/wheels"
    flows = FLOWS.format(registry=registry, base=base, wheels=place)
    requirements = f"--no-index\n--find-links {place}\nflytekit\n"
    return lay_out(
        tmp_path / "project",
        {"flows.py": flows, "steps.py": "def double(n): return 2 * n\n", "requirements.txt": requirements},
    )


def flytec(project: Path, *arguments: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(project.parent),
        "CONTAINERS_STORAGE_CONF": os.environ["CONTAINERS_STORAGE_CONF"],
        "XDG_CACHE_HOME": str(project.parent / "cache"),
    }
    done = subprocess.run(
        [FLYTEC, *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def pulled(reference: str, folder: Path) -> tuple[Path, dict[str, object]]:
    """The files of an image in a registry, as a container has them, and its settings."""
    layout = folder / "pulled"
    folder.mkdir()
    command = ["skopeo", "copy", "--quiet", "--src-tls-verify=false", f"docker://{reference}", f"oci:{layout}:image"]
    subprocess.run(command, check=True)
    digest = json.loads((layout / "index.json").read_bytes())["manifests"][0]["digest"]
    settings = document(layout, document(layout, digest)["config"]["digest"])["config"]
    return unpack(layout, digest, folder / "root"), settings


def imported(root: Path, settings: dict[str, object], module: str) -> str:
    """Where the entry point's import finds flytekit and `module`, in the unpacked tree."""
    env = dict(row.split("=", 1) for row in settings["Env"])  # type: ignore[attr-defined]
    paths = ":".join(f"{root}{path}" for path in env["PYTHONPATH"].split(":"))
    code = f"import sys, flytekit, {module}; print(flytekit.__file__, {module}.__file__)"
    command = [sys.executable, "-S", "-B", "-c", code]
    done = subprocess.run(command, env={"PYTHONPATH": paths}, capture_output=True, text=True, check=True, cwd=root)
    return done.stdout.strip().replace(str(root), "")


def test_build_push_and_use(project: Path, builder: str, registry: str, base: str, tmp_path: Path) -> None:
    common = ["build", "flows.py", "wf", "--builder", builder, "--push", "--registry", registry, "--base-image", base]
    trainer, flows = flytec(project, *common).splitlines()
    assert flows.startswith(f"{registry}/flytekit@sha256:")
    assert trainer.startswith(f"{registry}/trainer@sha256:")

    root, settings = pulled(flows, tmp_path / "standard")
    assert (root / "root" / "flows.py").read_text() == (project / "flows.py").read_text()
    assert imported(root, settings, "flows") == "/opt/flytec/flytekit/__init__.py /root/flows.py"
    assert settings["WorkingDir"] == "/root"

    root, settings = pulled(trainer, tmp_path / "trainer")
    assert imported(root, settings, "old") == "/opt/flytec/flytekit/__init__.py /opt/flytec/old/__init__.py"
    assert sorted(path.name for path in (root / "root").iterdir()) == ["flows.py", "steps.py"]
    assert "STAGE=test" in settings["Env"]  # type: ignore[operator]

    assert flytec(project, *common).splitlines() == [trainer, flows]


def test_a_fast_image_holds_no_sources(project: Path, builder: str, registry: str, base: str, tmp_path: Path) -> None:
    common = ["build", "--fast", "flows.py", "wf", "--builder", builder, "--push", "--registry", registry]
    for reference in flytec(project, *common, "--base-image", base).splitlines():
        root, settings = pulled(reference, tmp_path / reference.rpartition(":")[2])
        assert list((root / "root").iterdir()) == []
        assert imported(root, settings, "json").startswith("/opt/flytec/flytekit/__init__.py ")


def test_compiled_messages_name_what_was_built(
    project: Path, builder: str, registry: str, base: str, tmp_path: Path
) -> None:
    common = ["flows.py", "wf", "--builder", builder, "--push", "--registry", registry, "--base-image", base]
    result = json.loads(flytec(project, "build", *common, "--format", "json"))
    trainer, flows = result["images"]
    image = f"{flows['repository']}:{flows['tag']}"
    flytec(project, "compile", "flows.py", "--output", str(tmp_path / "out"), "--image", image, "--resolve-images")
    shown = json.loads(flytec(project, "inspect", str(tmp_path / "out"), "--format", "json"))
    images = {row["id"]["name"]: row["task"]["containers"][0]["image"] for row in shown["entities"] if "task" in row}
    assert images == {"flows.load": flows["reference"], "flows.train": trainer["reference"]}
