"""`flytec build`: files in, images and one line each out; what stands in the way, in which words."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from base_images import base_layout, document, entries
from flytec.cli.build import _cache_folder
from flytec.diagnostics import CannotRunError
from layouts import lay_out
from registry_server import serving
from wheels import flytekit_wheel

FLYTEC = str(Path(sys.executable).with_name("flytec"))
FLOWS = """
    print("printed by the module")
    import steps.first
    from flytekit import LaunchPlan, task, workflow

    @task
    def load(n: int) -> int:
        return n

    @workflow
    def train(n: int) -> int:
        return load(n=n)

    @task(container_image="acme/named:v1")
    def named() -> None: ...
"""
PROJECT = {
    "flows.py": FLOWS,
    "steps/__init__.py": "",
    "steps/first.py": "",
    "steps/unused.py": "",
    "steps/__pycache__/first.pyc": "",
    "data.csv": "1",
    ".flyteignore": "*.csv\n",
    "pyproject.toml": '[tool.flytec.build]\nbase-image = "oci:base"\n',
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended; `TMP` stands for the folder."""

    code: int
    stdout: str
    stderr: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base_layout(tmp_path / "project" / "base")
    return lay_out(tmp_path / "project", PROJECT)


def flytec(
    folder: Path, *arguments: str, env: Mapping[str, str] = {}, limit: Callable[[], None] | None = None
) -> Ended:
    """Runs the command in folder, where neither docker nor buildah is there."""
    environment = {"PATH": str(folder / "bin"), "HOME": str(folder.parent / "home"), **env}
    done = subprocess.run(
        [FLYTEC, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=limit,
    )
    return Ended(done.returncode, done.stdout, done.stderr.replace(str(folder), "TMP"))


def built(folder: Path, *arguments: str, **options: Any) -> dict[str, Any]:
    """The one image of a run."""
    done = flytec(folder, "build", *arguments, "--format", "json", **options)
    assert done.code == 0, done.stderr
    (image,) = json.loads(done.stdout)["images"]
    return dict(image)


def added(folder: Path, image: Mapping[str, Any]) -> list[str]:
    """The files that are in an image and not in its base."""
    found = entries(folder / "flytec-images", str(image["digest"]))
    return sorted(name for name, entry in found.items() if not entry.isdir() and not name.startswith("usr"))


def test_the_digest_is_the_only_output(folder: Path) -> None:
    first = flytec(folder, "build", "flows.py", "train")
    assert first.code == 0
    assert first.stdout == f"flytekit@{built(folder, 'flows.py', 'train')['digest']}\n"
    assert "printed by the module\n" in first.stderr
    assert flytec(folder, "-q", "build", "flows.py", "load").stdout == first.stdout


def test_the_image_holds_the_sources_without_what_is_ignored(folder: Path) -> None:
    flytec(folder, "build", "flows.py", "train", "--output", "of-another-run")
    image = built(folder, "flows.py", "train")
    assert added(folder, image) == [
        "root/.flyteignore",
        "root/flows.py",
        "root/pyproject.toml",
        "root/steps/__init__.py",
        "root/steps/first.py",
        "root/steps/unused.py",
    ]
    assert image["source_files"] == len(added(folder, image))


def test_the_image_holds_imported_modules(folder: Path) -> None:
    image = built(folder, "flows.py", "train", "--copy", "auto")
    assert added(folder, image) == ["root/flows.py", "root/steps/__init__.py", "root/steps/first.py"]


@pytest.mark.parametrize(
    "arguments", [("--fast", "flows.py", "train"), ("flows.py", "--fast", "train"), ("flows.py", "train", "--fast")]
)
def test_a_fast_image_holds_none_of_them(folder: Path, arguments: tuple[str, ...]) -> None:
    image = built(folder, *arguments)
    assert added(folder, image) == []
    assert "source_files" not in image


def test_settings_of_an_image(folder: Path) -> None:
    image = built(
        folder, "--fast", "flows.py", "train", "--image-name", "Shop", "--registry", "ghcr.io/acme",
        "--label", "team=ml", "--env", "STAGE=prod", "--entrypoint", "tini -- sh -c 'a b'",
    )  # fmt: skip
    assert (image["repository"], image["name"]) == ("ghcr.io/acme/shop", f"ghcr.io/acme/shop:{image['tag']}")
    layout = folder / "flytec-images"
    config = document(layout, document(layout, image["digest"])["config"]["digest"])["config"]
    assert config["Labels"] == {"team": "ml"}
    assert "STAGE=prod" in config["Env"]
    assert config["Entrypoint"] == ["tini", "--", "sh", "-c", "a b"]


def test_the_tag_follows_what_is_in_the_image(folder: Path) -> None:
    first = built(folder, "flows.py", "train")
    assert built(folder, "flows.py", "train") == first
    lay_out(folder, {"steps/first.py": "x = 1\n"})
    second = built(folder, "flows.py", "train")
    assert (second["tag"] != first["tag"], second["digest"] != first["digest"]) == (True, True)


def test_requirements_are_found(folder: Path, tmp_path: Path) -> None:
    flytekit_wheel(tmp_path / "wheels")
    lay_out(folder, {"requirements.txt": f"--no-index\n--find-links {tmp_path}/wheels\nflytekit\n"})
    image = built(folder, "--fast", "flows.py", "train")
    assert "opt/flytec/bin/pyflyte-execute" in added(folder, image)


@pytest.mark.parametrize(
    "project",
    [
        '[project]\nname = "p"\ndependencies = ["flytekit"]\n',
        '[project]\nname = "p"\ndynamic = ["dependencies"]\n',
        '[tool.poetry.dependencies]\nflytekit = "*"\n',
    ],
)
def test_dependencies_that_nothing_lists_are_a_warning(folder: Path, project: str) -> None:
    lay_out(folder, {"pyproject.toml": project})
    ended = flytec(folder, "build", "flows.py", "train", "--base-image", "oci:base", "--dry-run")
    assert (ended.code, ended.stderr.splitlines()[1:]) == (
        0,
        [
            "pyproject.toml: warning[FTC549 unlocked-project]: it has dependencies, and no lock file or "
            "requirements.txt lists them; the image gets none of them",
            "  hint: Run uv lock, or name a file with --requirements.",
        ],
    )
    lay_out(folder, {"requirements.txt": "flytekit\n"})
    ended = flytec(folder, "build", "flows.py", "train", "--base-image", "oci:base", "--dry-run")
    assert "FTC549" not in ended.stderr


def test_what_is_copied_into_an_image_is_looked_through_for_credentials(folder: Path) -> None:
    flows = """
        from flytekit import ImageSpec, task

        @task(container_image=ImageSpec(base_image="oci:base", copy=["my conf"]))
        def load() -> None: ...
    """
    lay_out(folder, {"copying.py": flows, "my conf/.env": "A=1\n", "my conf/key.txt": f"AKIA{'Q' * 16}\n"})
    ended = flytec(folder, "build", "copying.py", "load", "--dry-run")
    assert (ended.code, [line for line in ended.stderr.splitlines() if "hint" not in line]) == (
        1,
        [
            "my conf/.env: error[FTC505 credential]: it looks like a file of secret environment variables, by its "
            "name; whoever gets the image could read it",
            "my conf/key.txt:1: error[FTC505 credential]: it holds what looks like an AWS access key; "
            "whoever gets the image could read it",
        ],
    )
    assert "--allow-credential 'my conf/.env'" in ended.stderr
    allowed = ("--allow-credential", "my conf/.env", "--allow-credential", "my conf/key.txt")
    assert flytec(folder, "build", "copying.py", "load", "--dry-run", *allowed).code == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [("pipe", "and conf/pipe cannot be read: it is no file"), ("x", "and it holds a file whose name is")],
)
def test_what_is_copied_has_to_be_files_with_names(folder: Path, name: str, why: str) -> None:
    flows = """
        from flytekit import ImageSpec, task

        @task(container_image=ImageSpec(base_image="oci:base", copy=["conf"]))
        def load() -> None: ...
    """
    lay_out(folder, {"copying.py": flows, "conf/a.txt": ""})
    if name == "pipe":
        os.mkfifo(folder / "conf" / name)
    else:
        Path(os.fsdecode(os.fsencode(folder) + b"/conf/caf\xe9")).touch()
    ended = flytec(folder, "build", "copying.py", "load", "--dry-run")
    assert ended.code == 1
    assert ended.stderr.startswith(
        f"copying.py:4: error[FTC201 invalid-declaration]: task copying.load: image flytekit: copy is ['conf'], {why}"
    )


SPECS = """
    from flytekit import ImageSpec, dynamic, task, workflow

    lower = ImageSpec(name="lower", base_image="oci:base", env={"A": "1"}, LOCAL)
    upper = ImageSpec(name="upper", base_image=lower, LOCAL)
    other = ImageSpec(name="other", base_image="oci:base", LOCAL)
    ready = ImageSpec(name="ready", base_image="acme/ready:v1", builder="noop")

    @task(container_image=upper)
    def a() -> None: ...

    @task(container_image=other)
    def b() -> None: ...

    @task(container_image=ready)
    def c() -> None: ...

    @workflow
    def wf():
        a()

    @workflow
    def prepared():
        c()

    @dynamic(container_image=other)
    def grown():
        b()

    @task(container_image=lower)
    def d() -> None: ...
"""


@pytest.fixture
def specs(folder: Path, tmp_path: Path) -> Path:
    flytekit_wheel(tmp_path / "wheels")
    local = f'pip_extra_args="--no-index --find-links {tmp_path}/wheels"'
    return lay_out(folder, {"specs.py": SPECS.replace("LOCAL", local)})


@pytest.mark.parametrize(
    ("entity", "names"),
    [
        ("wf", ["lower", "upper"]),
        ("b", ["other"]),
        ("grown", ["lower", "upper", "other", "lower"]),
        ("d", ["lower"]),
    ],
)
def test_every_image_spec_that_is_reached(specs: Path, entity: str, names: list[str]) -> None:
    done = flytec(specs, "build", "specs.py", entity, "--dry-run", "--format", "json")
    assert done.code == 0, done.stderr
    assert [image["repository"] for image in json.loads(done.stdout)["images"]] == names


NAMED = """
    from flytekit import ImageSpec, PodTemplate, task, workflow
    from flytekitplugins.dask import Dask, Scheduler
    from kubernetes.client import V1Container, V1PodSpec

    def described(name: str) -> ImageSpec:
        return ImageSpec(name=name, base_image=ImageSpec(name="below", base_image="oci:base"))

    pod = V1PodSpec(containers=[V1Container(name="side", image=described("side").image_name())])

    @task(container_image="acme/ready:v1", pod_template=PodTemplate(pod_spec=pod, primary_container_name="side"))
    def podded() -> None: ...

    @workflow
    def overridden():
        plain().with_overrides(container_image=described("over").image_name())

    @task(container_image="acme/ready:v1", task_config=Dask(Scheduler(image=described("scheduler").image_name())))
    def clustered() -> None: ...

    @task(container_image="acme/ready:v1")
    def plain() -> None: ...
"""


@pytest.mark.parametrize(
    ("entity", "name"), [("podded", "side"), ("overridden", "over"), ("clustered", "scheduler"), ("plain", "")]
)
def test_image_specs_that_stand_there_by_name(folder: Path, entity: str, name: str) -> None:
    lay_out(folder, {"named.py": NAMED})
    done = flytec(folder, "build", "named.py", entity, "--dry-run", "--format", "json")
    assert done.code == (0 if name else 3), done.stderr
    images = json.loads(done.stdout).get("images", [])
    assert [image["repository"] for image in images] == (["below", name] if name else [])


def test_an_image_that_is_not_built(specs: Path) -> None:
    done = flytec(specs, "build", "specs.py", "prepared")
    assert (done.code, done.stdout) == (3, "")


def test_tags_are_those_that_messages_name(specs: Path) -> None:
    done = flytec(specs, "build", "specs.py", "wf", "--format", "json")
    lower, upper = json.loads(done.stdout)["images"]
    (own,) = json.loads(flytec(specs, "build", "specs.py", "d", "--format", "json").stdout)["images"]
    assert flytec(specs, "compile", "specs.py", "-o", "out").code == 0
    shown = json.loads(flytec(specs, "inspect", "out", "--format", "json").stdout)
    images = {row["id"]["name"]: row["task"]["containers"][0]["image"] for row in shown["entities"] if "task" in row}
    assert (images["specs.a"], images["specs.d"]) == (upper["name"], own["name"])
    assert upper["base_image"] == lower["name"]
    assert upper["base_digest"] == lower["digest"]
    assert added(specs, upper)[-1] == "root/specs.py"


def test_a_registry_that_tasks_do_not_know(specs: Path) -> None:
    done = flytec(specs, "build", "specs.py", "b", "--dry-run", "--registry", "ghcr.io/acme")
    tag = done.stdout.splitlines()[0].rpartition(":")[2]
    assert (
        f"warning[FTC546 other-registry]: image ghcr.io/acme/other:{tag} is what tasks know as other:{tag}\n"
        in done.stderr
    )


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    done = flytec(folder, "build", "flows.py", "train", "--dry-run", "--builder", "docker", "--fast")
    assert done.code == 0
    assert done.stdout.splitlines()[1:5] == [
        "FROM flytec-base AS base",
        "",
        "FROM base",
        'ENV PYTHONPATH="/root${PYTHONPATH:+:$PYTHONPATH}"',
    ]
    assert not (folder / "flytec-images").exists()


def test_help_lists_entities(folder: Path) -> None:
    done = flytec(folder, "build", "flows.py", "--help")
    assert done.code == 0
    assert [line.split()[0] for line in done.stdout.partition("Commands:\n")[2].splitlines()] == [
        "load", "named", "train",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("flows.py", "trian"),
            2,
            "flows.py: error[FTC530 unknown-entity]: no task, workflow or launch plan is named 'trian': "
            "did you mean train?\n  hint: Name one that the file declares.\n",
        ),
        (
            ("steps/first.py", "x"),
            2,
            "steps/first.py: error[FTC530 unknown-entity]: no task, workflow or launch plan is named 'x': "
            "it declares none at its top level\n  hint: Name one that the file declares.\n",
        ),
        (
            ("flows.py", "named"),
            3,
            "error[FTC103 nothing-to-compile]: named runs in images that are named, and describes none\n"
            "  hint: leave the image out for the project's own one, or describe one with ImageSpec\n",
        ),
        (
            ("steps", "x"),
            2,
            "steps: error[FTC108 unusable-source]: the source is a folder, expected a Python file\n"
            "  hint: Name the file that declares the entity.\n",
        ),
        (
            ("flows.py", "train", "--local-source-root", "steps"),
            2,
            "flows.py: error[FTC540 source-outside-root]: the file lies outside of the source root steps\n"
            "  hint: Name a source root that holds it with --local-source-root.\n",
        ),
        (
            ("flows.py", "train", "--platform", "vms/vax"),
            2,
            "error[FTC532 wrong-platform]: --platform is 'vms/vax', expected one of linux/amd64, linux/arm64, "
            "linux/arm, linux/386, linux/ppc64le, linux/riscv64, linux/s390x\n  hint: Name one of them.\n",
        ),
        (
            ("flows.py", "train", "--registry", "https://ghcr.io/acme"),
            2,
            "error[FTC601 invalid-setting]: option --registry is 'https://ghcr.io/acme', expected HOST[:PORT][/PATH]\n"
            "  hint: Correct registry.\n",
        ),
        (
            ("flows.py", "train", "--output", "data.csv"),
            2,
            "error[FTC402 foreign-file]: TMP/data.csv is a file, expected an empty folder or a layout\n"
            "  hint: Name another folder with --output.\n",
        ),
        (
            ("flows.py", "train", "--platform", "linux/arm64"),
            2,
            "error[FTC532 wrong-platform]: base image oci:TMP/base is there for linux/amd64, expected linux/arm64\n"
            "  hint: Pass --platform, or name a base image for that platform.\n",
        ),
        (
            ("flows.py", "train", "--base-image", "oci:none"),
            2,
            "error[FTC531 no-base-image]: base image none is no OCI image layout: it has no index.json\n"
            "  hint: Name a folder that skopeo, buildah or flytec build wrote.\n",
        ),
        (
            ("flows.py", "train", "--push"),
            2,
            "error[FTC545 no-registry]: image flytekit is to be pushed, and no registry is named for it\n"
            "  hint: Pass --registry HOST/PATH, or set registry in the ImageSpec.\n",
        ),
        (
            ("flows.py", "train", "--builder", "buildah"),
            2,
            "error[FTC538 builder-missing]: builder buildah does not run here: buildah is not installed\n"
            "  hint: Start or install it, or pass --builder oci.\n",
        ),
        (
            ("flows.py", "train", "--output", "steps"),
            2,
            "error[FTC402 foreign-file]: TMP/steps holds __init__.py and is no image layout, "
            "expected an empty folder or a layout\n  hint: Name another folder with --output.\n",
        ),
        (
            ("flows.py", "train", "--requirements", "none.txt"),
            2,
            "none.txt: error[FTC536 dependencies-failed]: the file of requirements cannot be read "
            "([Errno 2] No such file or directory: 'TMP/none.txt')\n"
            "  hint: Correct the requirements; lock anew where they are locked.\n",
        ),
        (
            ("flows.py", "train", "--python-version", "snake"),
            2,
            "error[FTC601 invalid-setting]: option --python-version is 'snake', "
            "expected a Python release such as 3.11\n"
            "  hint: Correct python_version.\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_input(folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = flytec(folder, "build", *arguments)
    errors = done.stderr.replace("printed by the module\n", "")
    errors = "".join(line for line in errors.splitlines(keepends=True) if not line.startswith(("build ", "install ")))
    assert (done.code, done.stdout) == (code, "")
    assert errors.replace("TMP/none.txt: error", "none.txt: error") == said


def test_a_module_that_lies_outside_of_the_sources(folder: Path) -> None:
    lay_out(folder, {"more/elsewhere.py": "", "app/main.py": ""})
    lay_out(folder / "app", {"main.py": ""})
    (folder / "app" / "main.py").write_text(
        "import sys\nsys.path.append('more')\nimport elsewhere\nfrom flytekit import task\n\n@task\ndef t(): ...\n"
    )
    done = flytec(folder, "build", "app/main.py", "t")
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr == (
        "more/elsewhere.py: error[FTC540 source-outside-root]: the module is imported, and lies outside of the source "
        "root app; the image would lack it\n"
        "  hint: Name a source root that holds it with --local-source-root, or install it as a package.\n"
    )


def test_a_file_of_secrets(folder: Path) -> None:
    lay_out(folder, {".env": "TOKEN=x\n"})
    done = flytec(folder, "build", "flows.py", "train")
    assert (done.code, done.stdout) == (1, "")
    assert (
        ".env: error[FTC505 credential]: it looks like a file of secret environment variables, by its name"
        in done.stderr
    )
    assert built(folder, "flows.py", "train", "--allow-credential", ".env")["source_files"]


def test_a_program_with_findings(folder: Path) -> None:
    lay_out(folder, {"flows.py": "from flytekit import task\n\n@task\ndef t(x): ...\n"})
    done = flytec(folder, "build", "flows.py", "t", "--format", "json")
    assert done.code == 1
    result = json.loads(done.stdout)
    assert "images" not in result
    assert [row["code"] for row in result["findings"]] == ["FTC203"]


def test_a_registry_that_refuses(folder: Path) -> None:
    with serving() as server:
        server.faults = [("POST", 403)]
        done = flytec(folder, "build", "flows.py", "train", "--push", "--registry", f"{server.host}/acme", "--fast")
        assert server.tags("acme/flytekit") == {}
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        f"error[FTC535 registry-refused]: registry {server.host} refused to write {server.host}/acme/flytekit: "
        "403 Forbidden: as the test has it (403)\n"
        f"  hint: Run docker login {server.host} as someone who may, or name another registry.\n"
    )


def test_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    with pytest.raises(CannotRunError) as error:
        _cache_folder()
    assert [row.hint for row in error.value.findings] == ["Set HOME or XDG_CACHE_HOME."]


def test_a_disk_that_is_full(folder: Path) -> None:
    lay_out(folder, {"large.txt": "x" * 100_000})

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = flytec(folder, "build", "flows.py", "train", limit=limit, env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert (done.code, done.stdout) == (2, "")
    assert "error[FTC404 output-failed]: image flytekit:" in done.stderr
    assert " cannot be built: File too large\n" in done.stderr
    assert not (folder / "flytec-images" / "index.json").exists()
    assert list((folder / "flytec-images").rglob(".new-*")) == []


def test_images_that_cannot_be_resolved_stop_the_compilation(folder: Path) -> None:
    with serving() as server:
        image = f"{server.host}/acme/flows:v1"
        done = flytec(folder, "compile", "flows.py", "-o", "out", "--image", image, "--resolve-images")
    assert (done.code, done.stdout) == (2, "")
    assert (
        f"error[FTC547 unresolved-image]: image {image} is not in registry {server.host}, "
        "expected one whose digest can be told\n"
    ) in done.stderr
    assert not (folder / "out").exists()


@pytest.mark.parametrize("command", [("compile", "flows.py"), ("-k", "flows", "package", "--output")])
def test_images_that_are_resolved(folder: Path, command: tuple[str, ...]) -> None:
    with serving() as server:
        digest = server.put("acme/flows", "v1", "application/vnd.oci.image.manifest.v1+json", b"{}")
        named = server.put("acme/named", "v1", "application/vnd.oci.image.manifest.v1+json", b'{"a": 1}')
        lay_out(folder, {"flows.py": FLOWS.replace("acme/named", f"{server.host}/acme/named")})
        out = "out" if command[0] == "compile" else "out.tgz"
        rest = ("-o", out) if command[0] == "compile" else (out,)
        done = flytec(folder, *command, *rest, "--image", f"{server.host}/acme/flows:v1", "--resolve-images")
    assert done.code == 0, done.stderr
    shown = json.loads(flytec(folder, "inspect", out, "--format", "json").stdout)
    images = {row["id"]["name"]: row["task"]["containers"][0]["image"] for row in shown["entities"] if "task" in row}
    assert images == {
        "flows.load": f"{server.host}/acme/flows@{digest}",
        "flows.named": f"{server.host}/acme/named@{named}",
    }


def test_variables_set_options(folder: Path) -> None:
    image = built(folder, "flows.py", "train", env={"FLYTEC_BUILD_FAST": "1", "FLYTEC_BUILD_IMAGE_NAME": "shop"})
    assert image["repository"] == "shop"
    assert added(folder, image) == []


def test_who_runs_it_does_not_matter(folder: Path) -> None:
    digest = built(folder, "flows.py", "train")["digest"]
    os.utime(folder / "flows.py", (1, 1))
    (folder / "flows.py").chmod(0o600)
    assert built(folder, "flows.py", "train", limit=lambda: os.umask(0o077) and None)["digest"] == digest
