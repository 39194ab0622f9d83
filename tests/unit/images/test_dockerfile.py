"""The generated Dockerfile, and what docker and buildah are told; the programs themselves are in the way or not."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from base_images import Layout, base_layout
from flytec.diagnostics import CannotRunError
from flytec.images.buildah import BuildahBuilder
from flytec.images.builder import Builder, Built
from flytec.images.builders import BUILDERS, choose_builder
from flytec.images.docker import DockerBuilder
from flytec.images.dockerfile import make_context
from flytec.images.recipe import Dependencies, ImageFile
from layouts import lay_out
from unit.images.building import delivery, recipe, said, source

DIGEST = "sha256:" + "1" * 64


def test_a_plain_project(tmp_path: Path) -> None:
    lay_out(tmp_path, {"requirements.txt": "-r more.txt\n", "more.txt": "old==1\n", "work/": ""})
    given = recipe(
        "python:3.11",
        dependencies=Dependencies(file=tmp_path / "requirements.txt", index_url="https://host/simple"),
        sources=(source(tmp_path / "src", "flows/train.py"), ImageFile("/root/link", "", target="flows")),
        env={"A": 'say "$HOME"'},
        labels={"team": "ml"},
        entrypoint=("tini", "--"),
    )
    context = make_context(given, "python:3.11", tmp_path / "work")
    assert context.dockerfile == (
        "FROM python:3.11 AS base\n"
        "\n"
        "FROM base AS packages\n"
        "USER root\n"
        "RUN --mount=type=bind,source=requirements,target=/tmp/flytec python3 -m pip install --no-cache-dir "
        "--no-compile --disable-pip-version-check --root-user-action ignore --target /opt/flytec "
        "--index-url https://host/simple --requirement /tmp/flytec/requirements.txt\n"
        "\n"
        "FROM base\n"
        "COPY --from=packages /opt/flytec /opt/flytec\n"
        "COPY sources/ /root/\n"
        'ENV PYTHONPATH="/root:/opt/flytec${PYTHONPATH:+:$PYTHONPATH}"\n'
        'ENV PATH="/opt/flytec/bin:$PATH"\n'
        'ENV A="say \\"\\$HOME\\""\n'
        'LABEL "team"="ml"\n'
        'ENTRYPOINT ["tini", "--"]\n'
        "WORKDIR /root\n"
    )
    context.write(tmp_path / "work")
    found = sorted(str(path.relative_to(tmp_path / "work")) for path in (tmp_path / "work").rglob("*"))
    assert found == [
        "Dockerfile",
        "requirements",
        "requirements/more.txt",
        "requirements/requirements.txt",
        "sources",
        "sources/flows",
        "sources/flows/train.py",
        "sources/link",
    ]


def test_programs_in_the_image(tmp_path: Path) -> None:
    given = recipe(
        "debian:12",
        dependencies=Dependencies(packages=("old",), extra_args=("--find-links", "/a b")),
        system_packages=("git", "gcc"),
        conda_packages=("numpy",),
        conda_channels=("nvidia",),
        python_version="3.11",
        commands=("touch /x", "touch /y"),
        secret_mounts=(("netrc", "/root/.netrc"),),
        files=(source(tmp_path / "src", "run.sh"),),
    )
    assert make_context(given, "debian:12", tmp_path).dockerfile == (
        "FROM docker.io/mambaorg/micromamba:2.0.3-debian12-slim AS micromamba\n"
        "\n"
        "FROM debian:12 AS base\n"
        "USER root\n"
        "RUN apt-get update && apt-get install --yes --no-install-recommends git gcc && rm -rf /var/lib/apt/lists/*\n"
        "RUN --mount=from=micromamba,source=/usr/bin/micromamba,target=/usr/bin/micromamba micromamba create --yes "
        "--name runtime --root-prefix /opt/micromamba --channel conda-forge --channel nvidia python=3.11 numpy\n"
        'ENV PATH="/opt/micromamba/envs/runtime/bin:$PATH"\n'
        "RUN id -u flytekit || useradd --create-home --shell /bin/sh flytekit\n"
        "RUN mkdir -p /root && chown flytekit /root\n"
        "\n"
        "FROM base AS packages\n"
        "USER root\n"
        "RUN --mount=type=bind,source=requirements,target=/tmp/flytec "
        "--mount=type=secret,id=secret_0,target=/root/.netrc /opt/micromamba/envs/runtime/bin/python -m pip install "
        "--no-cache-dir --no-compile --disable-pip-version-check --root-user-action ignore --target /opt/flytec "
        "--find-links '/a b' --requirement /tmp/flytec/flytec-packages.txt\n"
        "\n"
        "FROM base\n"
        "COPY --from=packages /opt/flytec /opt/flytec\n"
        "COPY --chown=flytekit files/ /root/\n"
        'ENV PYTHONPATH="/root:/opt/flytec${PYTHONPATH:+:$PYTHONPATH}"\n'
        'ENV PATH="/opt/flytec/bin:$PATH"\n'
        "USER root\n"
        "RUN touch /x && touch /y\n"
        "WORKDIR /root\n"
        "USER flytekit\n"
    )


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path: what a test puts there is what is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def tool(folder: Path, name: str, body: str) -> Path:
    """A program that notes each of its command lines in NAME.log, and then does `body`."""
    path = folder / name
    path.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\necho "$*" >> {path}.log\n{body}\n')
    path.chmod(0o755)
    return path


DOCKER = """
while [ $# -gt 0 ]; do
  if [ "$1" = --metadata-file ]; then echo '%s' > "$2"; echo "step 1/1"; fi
  shift
done
"""


def test_docker_is_told(tmp_path: Path, tools: Path) -> None:
    docker = tool(tools, "docker", DOCKER % json.dumps({"containerimage.digest": DIGEST}))
    log = io.StringIO()
    given = recipe("python:3.11", platforms=("linux/amd64", "linux/arm64"), secret_mounts=(("netrc", "/root/.netrc"),))
    built = DockerBuilder().build(given, delivery(tmp_path, push=True, log=log), {})
    assert (built.digest, built.pushed, log.getvalue()) == (DIGEST, True, "step 1/1\n")
    words = Path(f"{docker}.log").read_text().split()
    words[words.index("--metadata-file") + 1] = words[-1] = "*"
    assert " ".join(words) == (
        "buildx build --progress plain --provenance=false --platform linux/amd64,linux/arm64 "
        "--build-arg SOURCE_DATE_EPOCH=0 --metadata-file * "
        "--output type=image,push=true,name=acme/flows:tag,rewrite-timestamp=true "
        "--secret id=secret_0,src=netrc *"
    )


def test_docker_takes_layouts_and_images_that_it_built(tmp_path: Path, tools: Path) -> None:
    docker = tool(tools, "docker", DOCKER % json.dumps({"containerimage.digest": DIGEST}))
    base = recipe(f"oci:{base_layout(tmp_path / 'base')}:base", name="base:1", repository="base", tag="1")
    bases: dict[str, Built] = {"base:1": DockerBuilder().build(base, delivery(tmp_path), {})}
    assert f"--build-context flytec-base=oci-layout://{tmp_path}/base:base" in Path(f"{docker}.log").read_text()
    assert DockerBuilder().describe(base, delivery(tmp_path), {}).splitlines()[1] == "FROM flytec-base AS base"
    assert (
        DockerBuilder().describe(recipe("base:1"), delivery(tmp_path), bases).splitlines()[1] == "FROM base:1 AS base"
    )


@pytest.mark.parametrize("metadata", ["{}", "[]", "no JSON"])
def test_docker_tells_no_digest(tmp_path: Path, tools: Path, metadata: str) -> None:
    tool(tools, "docker", DOCKER % metadata)
    with pytest.raises(CannotRunError) as error:
        DockerBuilder().build(recipe("x"), delivery(tmp_path), {})
    assert said(error.value) == [
        "FTC539 builder-failed image acme/flows:tag: docker buildx told no digest, "
        "expected containerimage.digest in its metadata"
    ]


@pytest.mark.parametrize(("builder", "verb"), [(DockerBuilder(), "docker buildx"), (BuildahBuilder(), "buildah build")])
def test_a_tool_that_fails(tmp_path: Path, tools: Path, builder: Builder, verb: str) -> None:
    tool(tools, builder.name, "for n in $(seq 30); do echo line $n; done; echo no space left >&2; exit 3")
    log = io.StringIO()
    with pytest.raises(CannotRunError) as error:
        builder.build(recipe("x"), delivery(tmp_path, log=log), {})
    assert said(error.value) == [f"FTC539 builder-failed image acme/flows:tag: {verb} ended with 3, expected 0"]
    (finding,) = error.value.findings
    assert finding.notes == (*(f"line {number}" for number in range(12, 31)), "no space left")
    assert log.getvalue().splitlines()[0] == "line 1"


BUILDAH = """
if [ "$1" = images ]; then echo %s; fi
while [ $# -gt 0 ]; do
  if [ "$1" = --digestfile ]; then %s; fi
  shift
done
"""


def layout_for_two(folder: Path) -> Path:
    """A layout with one image for two platforms."""
    layout = Layout(folder)
    return layout.name(base=layout.index({name: layout.image(architecture=name) for name in ("amd64", "arm64")}))


@pytest.mark.parametrize("builder", [DockerBuilder(), BuildahBuilder()])
def test_a_layout_that_lacks_the_base_is_told_before_the_tool_runs(tmp_path: Path, builder: Builder) -> None:
    base = base_layout(tmp_path / "base")
    messages = []
    for name, platform in ((f"{base}:base", "linux/arm64"), (f"{base}:other", "linux/amd64"), ("none", "linux/amd64")):
        with pytest.raises(CannotRunError) as error:
            builder.build(recipe(f"oci:{name}", platforms=(platform,)), delivery(tmp_path), {})
        messages += said(error.value)
    assert messages == [
        f"FTC532 wrong-platform base image oci:{base}:base is there for linux/amd64, expected linux/arm64",
        f"FTC531 no-base-image base image layout {base} does not have image 'other': it has base",
        "FTC531 no-base-image base image none is no OCI image layout: it has no index.json",
    ]


def test_buildah_is_told(tmp_path: Path, tools: Path) -> None:
    buildah = tool(tools, "buildah", BUILDAH % (DIGEST, f'echo {DIGEST} > "$2"'))
    given = recipe(
        f"oci:{layout_for_two(tmp_path / 'base')}",
        repository="127.0.0.1:5000/flows",
        platforms=("linux/amd64", "linux/arm64"),
        registry_config="auth.json",
    )
    built = BuildahBuilder().build(given, delivery(tmp_path, push=True), {})
    assert (built.digest, built.pushed) == (DIGEST, True)
    rows = [line.split() for line in Path(f"{buildah}.log").read_text().splitlines() if line != "info"]
    rows[0][-1] = rows[1][rows[1].index("--digestfile") + 1] = "*"
    assert [" ".join(row) for row in rows] == [
        "build --format oci --no-cache --timestamp 0 --platform linux/amd64,linux/arm64 "
        "--manifest 127.0.0.1:5000/flows:tag *",
        "manifest push --all --authfile auth.json --digestfile * --tls-verify=false 127.0.0.1:5000/flows:tag "
        "docker://127.0.0.1:5000/flows:tag",
    ]
    assert BuildahBuilder().build(recipe("x"), delivery(tmp_path), {}).digest == DIGEST


@pytest.mark.parametrize(
    ("line", "message", "pushes"),
    [
        (
            "connection reset by peer",
            "FTC534 registry-failed registry 127.0.0.1:5000 failed to write 127.0.0.1:5000/flows:tag: "
            "buildah push ended with 1 (5 tries)",
            5,
        ),
        (
            "unauthorized: authentication required",
            "FTC535 registry-refused registry 127.0.0.1:5000 refused to write 127.0.0.1:5000/flows:tag: "
            "buildah push ended with 1",
            1,
        ),
    ],
)
def test_buildah_cannot_push(tmp_path: Path, tools: Path, line: str, message: str, pushes: int) -> None:
    buildah = tool(tools, "buildah", BUILDAH % (DIGEST, f"echo {line}; exit 1"))
    with pytest.raises(CannotRunError) as error:
        BuildahBuilder().build(recipe("x", repository="127.0.0.1:5000/flows"), delivery(tmp_path, push=True), {})
    assert said(error.value) == [message]
    assert [row.notes for row in error.value.findings] == [(line,)]
    assert sum(row.startswith("push") for row in Path(f"{buildah}.log").read_text().splitlines()) == pushes


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (None, "docker is not installed"),
        ('[ "$1" != buildx ]', "docker has no buildx"),
        ('[ "$1" != info ]', "docker's daemon does not answer"),
    ],
)
def test_a_docker_that_does_not_run(tools: Path, body: str | None, message: str) -> None:
    if body is not None:
        tool(tools, "docker", body)
    with pytest.raises(CannotRunError) as error:
        choose_builder("docker")
    assert said(error.value) == [f"FTC538 builder-missing builder docker does not run here: {message}"]


@pytest.mark.parametrize(("runtime", "isolated"), [("", True), ("crun", False)])
def test_buildah_without_a_runtime_changes_the_root(tmp_path: Path, tools: Path, runtime: str, isolated: bool) -> None:
    info = json.dumps({"host": {"OCIRuntime": runtime}})
    tool(tools, "buildah", f"if [ $1 = info ]; then echo '{info}'; fi")
    command, *_ = BuildahBuilder().describe(recipe("x"), delivery(tmp_path), {}).splitlines()
    assert ("--isolation chroot" in command) is isolated


def test_a_buildah_that_does_not_run(tools: Path) -> None:
    tool(tools, "buildah", "[ $1 != info ]")
    with pytest.raises(CannotRunError) as error:
        choose_builder("buildah")
    assert said(error.value) == ["FTC538 builder-missing builder buildah does not run here: buildah info fails"]


def test_a_buildah_that_is_not_there(tools: Path) -> None:
    with pytest.raises(CannotRunError) as error:
        choose_builder("buildah")
    assert said(error.value) == ["FTC538 builder-missing builder buildah does not run here: buildah is not installed"]


def test_auto_takes_the_first_that_runs(tools: Path) -> None:
    assert choose_builder("auto").name == "oci"
    tool(tools, "buildah", "true")
    assert choose_builder("auto").name == "buildah"
    tool(tools, "docker", "true")
    assert choose_builder("auto").name == "docker"
    assert {name: builder.name for name, builder in BUILDERS.items()} == {name: name for name in BUILDERS}


def test_a_plan_of_the_oci_builder(tmp_path: Path) -> None:
    given: dict[str, Any] = {
        "dependencies": Dependencies(packages=("old",), file=Path("requirements.txt")),
        "sources": (source(tmp_path / "src", "a.py"),),
        "labels": {"team": "ml"},
        "entrypoint": ("tini", "--"),
    }
    text = BUILDERS["oci"].describe(recipe("python:3.11", **given), delivery(tmp_path, push=True), {})
    assert text == (
        "image acme/flows:tag\n"
        "  base python:3.11\n"
        "  platforms linux/amd64\n"
        "  packages requirements.txt, old\n"
        "  file /root/a.py\n"
        "  env PYTHONPATH=/root:/opt/flytec\n"
        "  env PATH=/opt/flytec/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n"
        "  label team=ml\n"
        "  entrypoint tini --\n"
        "  push to acme/flows:tag\n"
    )
