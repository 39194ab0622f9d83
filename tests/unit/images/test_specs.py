"""Recipes of image specifications, field by field, and of the project's own image."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flytec.authoring.image_spec import ImageSpec
from flytec.authoring.recorder import Recorder, recording
from flytec.diagnostics import CannotRunError, UserError
from flytec.images.recipe import Dependencies, ImageFile
from flytec.images.reference import Reference, parse_image
from flytec.images.registry import Access, Registry
from flytec.images.specs import Options, Project, project_recipe, spec_recipe
from layouts import lay_out
from unit.images.building import said, source

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(autouse=True)
def compiling() -> Iterator[None]:
    with recording(Recorder()):
        yield


def options(cwd: Path = Path(), **given: Any) -> Options:
    return Options(flytekit_version="1.16.31", cwd=cwd, **given)


def test_every_field_of_a_specification(tmp_path: Path) -> None:
    lay_out(tmp_path, {"data/b.txt": "b", "data/deep/a.txt": "a", "run.sh": "", "requirements.txt": "old\n"})
    (tmp_path / "run.sh").chmod(0o700)
    spec = ImageSpec(
        name="Trainer",
        registry="ghcr.io/Acme",
        base_image="python:3.11",
        python_version="3.11.4",
        env={"A": "1"},
        packages=["numpy"],
        requirements="requirements.txt",
        apt_packages=["git"],
        platform="linux/arm64",
        pip_index="https://host/simple",
        pip_extra_index_url=["https://other/simple"],
        pip_extra_args="--pre --find-links 'a b'",
        pip_secret_mounts=[("netrc", "/root/.netrc")],
        commands=["true"],
        entrypoint=["tini"],
        copy=["data", "run.sh"],
        registry_config="auth.json",
        python_exec="/usr/bin/python3.11",
        tag_format="{spec_hash}-dev",
    )
    spec._tag = "tag"
    recipe, findings = spec_recipe(spec, options(tmp_path))
    assert findings == ()
    assert (recipe.name, recipe.target) == ("ghcr.io/acme/trainer:tag", "ghcr.io/acme/trainer:tag")
    assert (recipe.base, recipe.platforms) == ("python:3.11", ("linux/arm64",))
    assert (recipe.python_version, recipe.python) == ("3.11", "/usr/bin/python3.11")
    assert recipe.env == {"A": "1", "_F_IMG_ID": spec.id}
    assert recipe.dependencies == Dependencies(
        packages=("numpy", "flytekit==1.16.31"),
        file=tmp_path / "requirements.txt",
        index_url="https://host/simple",
        extra_index_urls=("https://other/simple",),
        extra_args=("--pre", "--find-links", "a b"),
    )
    assert [(file.path, oct(file.mode)) for file in recipe.files] == [
        ("/root/data/b.txt", "0o644"),
        ("/root/data/deep/a.txt", "0o644"),
        ("/root/run.sh", "0o755"),
    ]
    assert (recipe.system_packages, recipe.commands, recipe.entrypoint) == (("git",), ("true",), ("tini",))
    assert (recipe.secret_mounts, recipe.registry_config) == ((("netrc", "/root/.netrc"),), "auth.json")


@pytest.mark.parametrize("given", [["flytekit"], ["flytekit>=1.10"], ["Flytekit[x] @ file:///a.whl"]])
def test_flytekit_is_added_unless_it_is_named(given: list[str]) -> None:
    recipe, _ = spec_recipe(ImageSpec(base_image="x", packages=given), options())
    assert recipe.dependencies is not None
    assert recipe.dependencies.packages == tuple(given)
    recipe, _ = spec_recipe(ImageSpec(base_image="x", packages=["flytekitplugins-spark"]), options())
    assert recipe.dependencies is not None
    assert recipe.dependencies.packages == ("flytekitplugins-spark", "flytekit==1.16.31")


@pytest.mark.parametrize(
    ("spec", "base", "python_version"),
    [
        ({}, f"docker.io/library/python:{HERE}-slim-bookworm", None),
        ({"python_version": "3.12"}, "docker.io/library/python:3.12-slim-bookworm", "3.12"),
        ({"conda_packages": ["x"]}, "docker.io/library/debian:bookworm-slim", HERE),
    ],
)
def test_a_specification_without_a_base(spec: dict[str, Any], base: str, python_version: str | None) -> None:
    recipe, _ = spec_recipe(ImageSpec(**spec), options())
    assert (recipe.base, recipe.python_version) == (base, python_version)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"cuda": "12", "cudnn": "8"},
            "FTC541 unsupported-recipe image flytekit has cuda and cudnn, "
            "which flytekit's builder does not take either",
        ),
        (
            {"python_exec": "python", "conda_packages": ["x"]},
            "FTC541 unsupported-recipe image flytekit has python_exec beside conda packages, expected one of the two",
        ),
        (
            {"packages": ["x"], "requirements": "uv.lock"},
            "FTC541 unsupported-recipe image flytekit has packages beside the lock file uv.lock, "
            "expected one of the two",
        ),
        (
            {"copy": ["../x"]},
            "FTC540 source-outside-root copy of image flytekit has '../x', expected a path below the working folder",
        ),
        (
            {"copy": ["data"]},
            "FTC100 source-not-found copy of image flytekit has 'data', which does not exist",
        ),
        (
            {"copy": ["/etc/passwd"]},
            "FTC540 source-outside-root copy of image flytekit has '/etc/passwd', "
            "expected a path below the working folder",
        ),
        (
            {"platform": "linux/vax"},
            "FTC532 wrong-platform platform of image flytekit is 'linux/vax', expected one of linux/amd64, "
            "linux/arm64, linux/arm, linux/386, linux/ppc64le, linux/riscv64, linux/s390x",
        ),
    ],
)
def test_fields_that_no_builder_follows(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    lay_out(tmp_path, {"uv.lock": ""})
    spec = ImageSpec(**fields)
    spec._tag = "tag"
    with pytest.raises(CannotRunError) as error:
        spec_recipe(spec, options(tmp_path))
    assert said(error.value) == [message]


def test_what_is_copied(tmp_path: Path) -> None:
    files = ["real/a.txt", "data/sub/b.txt", "data.txt", "other/c.txt", "m.py"]
    lay_out(tmp_path, dict.fromkeys(files, ""))
    (tmp_path / "data" / "folder").symlink_to("../real")
    (tmp_path / "data" / "file").symlink_to("../m.py")
    (tmp_path / "data" / "nowhere").symlink_to("not_there")
    os.mkfifo(tmp_path / "data" / "pipe")
    spec = ImageSpec(base_image="x", copy=["./data/", Path("other/c.txt")])
    spec._tag = "tag"
    recipe, findings = spec_recipe(spec, options(tmp_path))
    assert [(file.path, file.source) for file in recipe.files] == [
        ("/root/data/file", f"{tmp_path}/m.py"),
        ("/root/data/folder/a.txt", f"{tmp_path}/real/a.txt"),
        ("/root/data/sub/b.txt", f"{tmp_path}/data/sub/b.txt"),
        ("/root/other/c.txt", f"{tmp_path}/other/c.txt"),
    ]
    assert [(row.severity.value, row.location and row.location.path) for row in findings] == [
        ("warning", "data/nowhere"),
        ("warning", "data/pipe"),
    ]


def test_all_of_the_working_folder_can_be_copied(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a/b.txt": "", "c.txt": ""})
    spec = ImageSpec(base_image="x", copy=["."])
    spec._tag = "tag"
    recipe, _ = spec_recipe(spec, options(tmp_path))
    assert [file.path for file in recipe.files] == ["/root/a/b.txt", "/root/c.txt"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("..", "FTC500 invalid-link it is a link to .., which lies outside of the source tree; "),
        (".", "FTC500 invalid-link it is a link to data, which holds it, so that its files never end"),
    ],
)
def test_links_that_cannot_be_copied(tmp_path: Path, target: str, message: str) -> None:
    lay_out(tmp_path, {"top/data/a.txt": ""})
    (tmp_path / "top" / "data" / "link").symlink_to(f"../{target}" if target == ".." else target)
    spec = ImageSpec(base_image="x", copy=["data"])
    spec._tag = "tag"
    with pytest.raises(UserError) as error:
        spec_recipe(spec, options(tmp_path / "top"))
    (finding,) = said(error.value)
    assert finding.startswith(message.replace("to ..,", "to ../..,"))


def test_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    gone = ImageFile("/root/gone.py", str(tmp_path / "gone.py"))
    project = Project(name="p", base="x", requirements=None, python_version=None, sources=(gone,))
    with pytest.raises(CannotRunError) as error:
        project_recipe(project, options(tmp_path))
    assert said(error.value) == ["FTC501 unreadable-source it cannot be read: No such file or directory"]


def test_options_that_have_no_effect() -> None:
    _, findings = spec_recipe(ImageSpec(base_image="x", builder_options={"a": 1}), options())
    assert [row.message for row in findings] == ["builder_options of image flytekit have no effect"]


def test_the_projects_tag_does_not_depend_on_the_machine(tmp_path: Path) -> None:
    tags = set()
    for name in ("one", "two"):
        file = lay_out(tmp_path / name, {"requirements.txt": "-r more.txt\n", "more.txt": "x\n"}) / "requirements.txt"
        sources = (source(tmp_path / name, "a.py"),)
        project = Project(name="flows", base="python:3.11", requirements=file, python_version=None, sources=sources)
        tags.add(project_recipe(project, options(platform="linux/amd64")).tag)
    assert len(tags) == 1


@pytest.mark.parametrize("change", ["more", "source", "mode", "fast", "base", "env", "platform"])
def test_the_projects_tag_follows_its_parts(tmp_path: Path, change: str) -> None:
    def tag(changed: bool) -> str:
        more = "y\n" if changed and change == "more" else "x\n"
        file = lay_out(tmp_path, {"requirements.txt": "-r more.txt\n", "more.txt": more}) / "requirements.txt"
        row = source(tmp_path, "a.py", "y\n" if changed and change == "source" else "x\n")
        row = ImageFile(row.path, row.source, 0o755 if changed and change == "mode" else 0o644)
        project = Project(
            name="flows",
            base="other" if changed and change == "base" else "python:3.11",
            requirements=file,
            python_version=None,
            sources=() if changed and change == "fast" else (row,),
            env={"A": "1"} if changed and change == "env" else {},
        )
        platform = "linux/arm64" if changed and change == "platform" else "linux/amd64"
        return project_recipe(project, options(platform=platform)).tag

    assert tag(changed=False) != tag(changed=True)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("python", Reference("docker.io", "library/python")),
        ("acme/flows:v1", Reference("docker.io", "acme/flows", "v1")),
        ("localhost/flows", Reference("localhost", "flows")),
        ("host:5000/a/b-c__d:T_1", Reference("host:5000", "a/b-c__d", "T_1")),
        ("[::1]:5000/a", Reference("[::1]:5000", "a")),
        (f"ghcr.io/a:v1@sha256:{'0' * 64}", Reference("ghcr.io", "a", "v1", f"sha256:{'0' * 64}")),
    ],
)
def test_references(text: str, reference: Reference) -> None:
    assert parse_image(text) == reference
    assert parse_image(str(reference)) == reference


@pytest.mark.parametrize(
    ("text", "is_loopback"),
    [
        ("localhost:5000/a", True),
        ("127.0.0.9/a", True),
        ("[::1]:5000/a", True),
        ("localhost.evil.org/a", False),
        ("127.0.0.1.nip.io:5000/a", False),
        ("ghcr.io/a", False),
    ],
)
def test_only_this_machine_is_spoken_to_without_tls(text: str, is_loopback: bool) -> None:
    assert parse_image(text).is_loopback is is_loopback


@pytest.mark.parametrize("text", ["", "A", "a b", "http://host/a", "a:", "a@sha256:1", "-a", "host:5000/"])
def test_text_that_is_no_reference(text: str) -> None:
    with pytest.raises(CannotRunError) as error:
        parse_image(text)
    assert said(error.value) == [
        f"FTC603 invalid-image image {text!r} is malformed, "
        "expected [HOST[:PORT]/]PATH[:TAG][@sha256:DIGEST] in small letters"
    ]


def test_registries_need_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dxf", None)
    with pytest.raises(CannotRunError) as error:
        Registry(parse_image("ghcr.io/acme/flows:v1"), Access(sleep=lambda _: None, tell=lambda _: None))
    assert said(error.value) == [
        "FTC544 images-extra-missing ghcr.io/acme/flows:v1 lies in a registry, "
        "and python-dxf, which speaks with registries, is not installed"
    ]
    assert [row.hint for row in error.value.findings] == ["Run pip install 'flytec[images]'."]
