"""The oci builder: what is in an image, that it is the same every time, and what stands in the way."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from base_images import CONFIG, MANIFEST, PYTHON_FILES, Layout, base_layout, document, entries
from flytec.diagnostics import CannotRunError
from flytec.images import blobs as blobs_module
from flytec.images.blobs import Descriptor
from flytec.images.builder import Built
from flytec.images.layout import write_entry
from flytec.images.oci import OciBuilder
from flytec.images.recipe import Dependencies, ImageFile
from registry_server import serving
from unit.images.building import delivery, recipe, said, source
from wheels import flytekit_wheel, write_wheel


def config_of(folder: Path, digest: str) -> dict[str, Any]:
    return document(folder, document(folder, digest)["config"]["digest"])


def test_files_lie_over_the_base(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base")
    sources = (source(tmp_path / "src", "flows/__init__.py"), source(tmp_path / "src", "flows/train.py"))
    files = (ImageFile("/root/run.sh", str(tmp_path / "src" / "flows" / "train.py"), 0o755),)
    link = ImageFile("/root/latest.py", "", target="flows/train.py")
    built = OciBuilder().build(recipe(f"oci:{base}", sources=(*sources, link), files=files), delivery(tmp_path), {})
    found = entries(tmp_path / "layout", built.digest)
    added = {name: oct(entry.mode) for name, entry in found.items() if name.startswith("root/")}
    assert added == {
        "root/flows": "0o755",
        "root/flows/__init__.py": "0o644",
        "root/flows/train.py": "0o644",
        "root/latest.py": "0o777",
        "root/run.sh": "0o755",
    }
    assert found["root/latest.py"].linkname == "flows/train.py"
    assert {(row.uid, row.gid, row.mtime, row.uname) for row in found.values()} == {(0, 0, 0, "")}
    assert "usr/local/bin/python3.11" in found


def test_settings_are_the_bases_with_our_own(tmp_path: Path) -> None:
    config = {
        "Env": ["PATH=/usr/bin", "PYTHONPATH=/lib/extra", "LANG=C"],
        "User": "someone",
        "Labels": {"base": "yes"},
        "Entrypoint": ["/init"],
        "Cmd": ["sh"],
    }
    base = base_layout(tmp_path / "base", config=config)
    write_wheel(tmp_path / "wheels", "old")
    dependencies = Dependencies(packages=("old",), extra_args=("--no-index", "--find-links", str(tmp_path / "wheels")))
    built = OciBuilder().build(
        recipe(
            f"oci:{base}",
            dependencies=dependencies,
            env={"STAGE": "prod", "LANG": "de"},
            labels={"team": "ml"},
            entrypoint=("tini", "--"),
        ),
        delivery(tmp_path),
        {},
    )
    found = config_of(tmp_path / "layout", built.digest)
    assert found["config"] == {
        "Env": [
            "PATH=/opt/flytec/bin:/usr/bin",
            "PYTHONPATH=/root:/opt/flytec:/lib/extra",
            "LANG=de",
            "STAGE=prod",
        ],
        "User": "someone",
        "Labels": {"base": "yes", "team": "ml"},
        "Entrypoint": ["tini", "--"],
        "WorkingDir": "/root",
    }
    assert found["created"] == "1970-01-01T00:00:00Z"
    assert [row["created_by"] for row in found["history"]] == ["flytec build: packages", "flytec build: settings"]


@pytest.mark.parametrize("compression", ["none", "gzip"])
def test_the_same_input_gives_the_same_digest(tmp_path: Path, compression: str) -> None:
    base = base_layout(tmp_path / "base")
    digests = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        names = ["b.py", "a.py"] if number == 1 else ["a.py", "b.py"]
        sources = tuple(source(folder / "src", name) for name in names)
        for file in sources:
            os.utime(file.source, (number, number))
            Path(file.source).chmod(0o600 if number == 1 else 0o644)
        built = OciBuilder().build(
            recipe(f"oci:{base}", sources=sources), delivery(folder, compression=compression), {}
        )
        digests.append(built.digest)
    assert digests[0] == digests[1]


def test_an_image_for_two_platforms_is_an_index(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    images = {name: layout.image(architecture=name) for name in ("amd64", "arm64")}
    layout.name(base=layout.index(images))
    given = recipe(f"oci:{layout.folder}:base", platforms=("linux/amd64", "linux/arm64"))
    built = OciBuilder().build(given, delivery(tmp_path), {})
    rows = document(tmp_path / "layout", built.digest)["manifests"]
    assert [row["platform"] for row in rows] == [
        {"os": "linux", "architecture": "amd64"},
        {"os": "linux", "architecture": "arm64"},
    ]
    for row in rows:
        assert config_of(tmp_path / "layout", row["digest"])["architecture"] == row["platform"]["architecture"]


def test_an_image_may_be_based_on_one_that_was_built(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base")
    lower = recipe(f"oci:{base}", name="lower:1", repository="lower", tag="1", files=(source(tmp_path / "a", "a.txt"),))
    built: dict[str, Built] = {"lower:1": OciBuilder().build(lower, delivery(tmp_path), {})}
    upper = OciBuilder().build(recipe("lower:1", sources=(source(tmp_path / "b", "b.py"),)), delivery(tmp_path), built)
    assert {"root/a.txt", "root/b.py"} < entries(tmp_path / "layout", upper.digest).keys()
    assert upper.base_digest == built["lower:1"].digest


def test_layout_keeps_other_images_and_replaces_its_own(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base")
    for tag, text in (("1", "old"), ("2", "other"), ("1", "new")):
        given = recipe(f"oci:{base}", repository="flows", tag=tag, sources=(source(tmp_path / "s", "a.py", text),))
        built = OciBuilder().build(given, delivery(tmp_path), {})
    rows = json.loads((tmp_path / "layout" / "index.json").read_bytes())["manifests"]
    assert [row["annotations"]["org.opencontainers.image.ref.name"] for row in rows] == ["flows:1", "flows:2"]
    assert rows[0]["digest"] == built.digest


def test_runs_beside_one_another_keep_each_others_images(tmp_path: Path) -> None:
    descriptor = Descriptor(MANIFEST, f"sha256:{'0' * 64}", 1)
    names = [f"image:{number:02}" for number in range(60)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda name: write_entry(tmp_path, name, descriptor, None), names))
    rows = json.loads((tmp_path / "index.json").read_text())["manifests"]
    assert [row["annotations"]["org.opencontainers.image.ref.name"] for row in rows] == names


def test_registry_to_registry(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    image = layout.image()
    with serving() as server:
        for path in (layout.folder / "blobs" / "sha256").iterdir():
            server.blobs[f"sha256:{path.name}"] = path.read_bytes()
        base = server.put("base", "v1", MANIFEST, server.blobs[image["digest"]])
        given = recipe(
            f"{server.host}/base:v1",
            repository=f"{server.host}/acme/flows",
            sources=(source(tmp_path / "src", "a.py"),),
        )
        built = OciBuilder().build(given, delivery(tmp_path, push=True), {})
        assert server.tags("acme/flows") == {"tag": built.digest}
        assert (built.base_digest, built.pushed) == (base, True)
        manifest = json.loads(server.manifests["acme/flows", "tag"][1])
        assert {row["digest"] for row in (*manifest["layers"], manifest["config"])} <= server.blobs.keys()
    assert list((tmp_path / "cache").glob("push-*")) == []


@pytest.mark.parametrize("step", ["POST /v2/acme/flows/blobs", "PUT /v2/acme/flows/blobs", "PUT /v2/acme/flows/man"])
def test_nothing_half_pushed_has_the_name(tmp_path: Path, step: str) -> None:
    base = base_layout(tmp_path / "base")
    with serving() as server:
        server.faults = [(step, 503)] * 5
        given = recipe(f"oci:{base}", repository=f"{server.host}/acme/flows")
        with pytest.raises(CannotRunError) as error:
            OciBuilder().build(given, delivery(tmp_path, push=True), {})
        assert server.tags("acme/flows") == {}
    what = "acme/flows:tag" if "man" in step else "acme/flows"
    assert said(error.value) == [
        f"FTC534 registry-failed registry {server.host} failed to write {server.host}/{what}: "
        "503 Service Unavailable: as the test has it (503) (5 tries)"
    ]


def test_an_index_is_named_when_its_images_are_there(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    layout.name(base=layout.index({name: layout.image(architecture=name) for name in ("amd64", "arm64")}))
    with serving() as server:
        given = recipe(
            f"oci:{layout.folder}", repository=f"{server.host}/flows", platforms=("linux/amd64", "linux/arm64")
        )
        built = OciBuilder().build(given, delivery(tmp_path, push=True), {})
        order = [row for row in server.requests if row.startswith("PUT") and "/manifests/" in row]
    rows = json.loads(server.manifests["flows", "tag"][1])["manifests"]
    assert order == [f"PUT /v2/flows/manifests/{row['digest']}" for row in rows] + ["PUT /v2/flows/manifests/tag"]
    assert server.tags("flows") == {"tag": built.digest}


def refusal(tmp_path: Path, base: str, **fields: Any) -> list[str]:
    with pytest.raises(CannotRunError) as error:
        OciBuilder().build(recipe(base, **fields), delivery(tmp_path), {})
    assert error.value.exit_code == 2
    assert not (tmp_path / "layout" / "index.json").exists()
    return [row.replace(str(tmp_path), "TMP") for row in said(error.value)]


def test_a_base_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path, f"oci:{tmp_path}/none") == [
        "FTC531 no-base-image base image TMP/none is no OCI image layout: it has no index.json"
    ]
    base = base_layout(tmp_path / "base")
    assert refusal(tmp_path, f"oci:{base}:other") == [
        "FTC531 no-base-image base image layout TMP/base does not have image 'other': it has base"
    ]
    layout = Layout(tmp_path / "two")
    layout.name(a=layout.image(), b=layout.image())
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC531 no-base-image base image layout TMP/two does not have one image, but 2: it has a, b"
    ]
    with serving() as server:
        assert refusal(tmp_path, f"{server.host}/base:v9") == [
            f"FTC531 no-base-image base image {server.host}/base:v9 does not exist: "
            f"registry {server.host} does not have it"
        ]
    assert refusal(tmp_path, "Not A Name") == [
        "FTC603 invalid-image image 'Not A Name' is malformed, "
        "expected [HOST[:PORT]/]PATH[:TAG][@sha256:DIGEST] in small letters"
    ]


def test_a_base_for_another_platform(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base", architecture="arm64")
    assert refusal(tmp_path, f"oci:{base}") == [
        "FTC532 wrong-platform base image oci:TMP/base is there for linux/arm64, expected linux/amd64"
    ]
    layout = Layout(tmp_path / "two")
    layout.name(base=layout.index({name: layout.image(architecture=name) for name in ("arm64", "s390x")}))
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC532 wrong-platform base image oci:TMP/two is there for linux/arm64, linux/s390x, expected linux/amd64"
    ]


@pytest.mark.parametrize("platform", ["linux", "windows/amd64", "linux/z80", "linux/amd64/v2/x"])
def test_a_platform_that_is_none(tmp_path: Path, platform: str) -> None:
    base = base_layout(tmp_path / "base")
    assert refusal(tmp_path, f"oci:{base}", platforms=(platform,)) == [
        f"FTC532 wrong-platform the platform of image acme/flows:tag is {platform!r}, expected one of linux/amd64, "
        "linux/arm64, linux/arm, linux/386, linux/ppc64le, linux/riscv64, linux/s390x"
    ]


def test_a_base_that_is_broken(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    image = layout.image()
    layout.name(base=image)
    layer = document(layout.folder, image["digest"])["layers"][0]["digest"]
    path = layout.folder / "blobs" / "sha256" / layer[7:]
    data = path.read_bytes()

    path.unlink()
    message = f"blob {layer} is not there"
    assert refusal(tmp_path, f"oci:{layout.folder}") == [f"FTC533 invalid-base-image base image TMP/base: {message}"]
    path.write_bytes(b"no archive")
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC533 invalid-base-image base image oci:TMP/base: a layer cannot be read (not a gzip file)"
    ]
    path.write_bytes(data + b"\0" * 512)
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        f"FTC533 invalid-base-image base image oci:TMP/base: layer {layer} has other bytes than its digest says"
    ]
    manifest = layout.folder / "blobs" / "sha256" / image["digest"][7:]
    manifest.write_bytes(b"{}")
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        f"FTC533 invalid-base-image base image TMP/base: blob {image['digest']} has other bytes than its digest says"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "index.json is malformed, expected an image index"),
        ('{"manifests": [1]}', "index.json is malformed, expected an image index"),
        ('{"manifests": [{}]}', "index.json has an entry without mediaType, digest and size"),
    ],
)
def test_an_index_that_is_malformed(tmp_path: Path, text: str, said: str) -> None:
    base = base_layout(tmp_path / "base")
    (base / "index.json").write_text(text)
    assert refusal(tmp_path, f"oci:{base}") == [f"FTC533 invalid-base-image base image TMP/base: {said}"]


def test_documents_that_are_malformed(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    layout.name(base=layout.blob(b"{}", MANIFEST))
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC533 invalid-base-image base image oci:TMP/base: its manifest is malformed (KeyError: 'config')"
    ]
    layout.name(base=layout.blob(b"{}", "text/plain"))
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC533 invalid-base-image base image oci:TMP/base: "
        "it is of type 'text/plain', expected an image manifest or index"
    ]
    config = layout.blob(b'{"os": "linux", "architecture": "amd64", "rootfs": {"diff_ids": []}}', CONFIG)
    for kind, text in (
        ("application/x-helm", "it has a layer of type application/x-helm, expected one of a container image"),
        (
            "application/vnd.oci.image.layer.v1.tar",
            "its configuration does not list as many layers as its manifest",
        ),
    ):
        manifest = {"config": config, "layers": [layout.blob(b"", kind)]}
        layout.name(base=layout.blob(json.dumps(manifest).encode(), MANIFEST))
        assert refusal(tmp_path, f"oci:{layout.folder}") == [
            f"FTC533 invalid-base-image base image oci:TMP/base: {text}"
        ]


def test_layers_that_python_cannot_read(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "base")
    config = layout.blob(b'{"os": "linux", "architecture": "amd64", "rootfs": {"diff_ids": ["x"]}}', CONFIG)
    layer = layout.blob(b"", "application/vnd.oci.image.layer.v1.tar+zstd")
    layout.name(base=layout.blob(json.dumps({"config": config, "layers": [layer]}).encode(), MANIFEST))
    assert refusal(tmp_path, f"oci:{layout.folder}") == [
        "FTC533 invalid-base-image base image oci:TMP/base has layers that are compressed with zstd, "
        "which the builder oci cannot read"
    ]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"system_packages": ("git",), "commands": ("true",)}, "apt_packages, commands"),
        ({"conda_packages": ("x",), "conda_channels": ("y",)}, "conda_packages, conda_channels"),
        ({"secret_mounts": (("a", "b"),)}, "pip_secret_mounts"),
        ({"python": "/usr/bin/python"}, "python_exec"),
    ],
)
def test_what_needs_programs_in_the_image(tmp_path: Path, fields: dict[str, Any], named: str) -> None:
    assert refusal(tmp_path, "oci:none", **fields) == [
        f"FTC541 unsupported-recipe image acme/flows:tag has {named}, "
        "for which programs run in the image; builder oci runs none"
    ]


def test_a_python_that_cannot_be_told(tmp_path: Path) -> None:
    dependencies = Dependencies(packages=("x",))
    none = base_layout(tmp_path / "none", layers=({"etc/": ""},))
    assert refusal(tmp_path, f"oci:{none}", dependencies=dependencies) == [
        "FTC542 no-python the Python of base image oci:TMP/none cannot be told, expected one python3.N (found: none)"
    ]
    two = base_layout(tmp_path / "two", layers=({"usr/bin/python3.9": "", "usr/local/bin/python3.11": ""},))
    assert refusal(tmp_path, f"oci:{two}", dependencies=dependencies) == [
        "FTC542 no-python the Python of base image oci:TMP/two cannot be told, "
        "expected one python3.N (found: 3.11, 3.9)"
    ]
    base = base_layout(tmp_path / "base")
    assert refusal(tmp_path, f"oci:{base}", dependencies=dependencies, python_version="3.12") == [
        "FTC542 no-python base image oci:TMP/base has Python 3.11, expected Python 3.12 for image acme/flows:tag"
    ]


def test_a_python_that_a_layer_takes_away(tmp_path: Path) -> None:
    layers = ({"usr/bin/python3.9": ""}, {"usr/bin/.wh.python3.9": "", "usr/local/bin/python3.11": ""})
    base = base_layout(tmp_path / "base", layers=layers)
    wheels = tmp_path / "wheels"
    write_wheel(wheels, "new", requires=["of-311; python_version >= '3.11'"])
    write_wheel(wheels, "of_311")
    dependencies = Dependencies(packages=("new",), extra_args=("--no-index", "--find-links", str(wheels)))
    built = OciBuilder().build(recipe(f"oci:{base}", dependencies=dependencies), delivery(tmp_path), {})
    assert "opt/flytec/of_311/__init__.py" in entries(tmp_path / "layout", built.digest)


def test_a_file_that_changes_before_it_is_copied(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base")
    sources = (source(tmp_path / "src", "a.py", "x = 1\n"),)
    given = recipe(f"oci:{base}", sources=sources)
    source(tmp_path / "src", "a.py", "x = 2\n")
    with pytest.raises(CannotRunError) as error:
        OciBuilder().build(given, delivery(tmp_path), {})
    assert said(error.value) == [
        "FTC504 changing-file files of image acme/flows:tag changed while it was built, "
        "expected those that it is named by"
    ]
    assert not (tmp_path / "layout" / "index.json").exists()


def test_an_output_folder_of_somebody_elses(tmp_path: Path) -> None:
    base = base_layout(tmp_path / "base")
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout" / "thesis.tex").write_text("")
    assert refusal(tmp_path, f"oci:{base}") == [
        "FTC402 foreign-file TMP/layout holds thesis.tex and is no image layout, expected an empty folder or a layout"
    ]


def test_a_disk_that_is_full_leaves_no_half_blob(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = base_layout(tmp_path / "base")

    def full(self: object, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(blobs_module.NewBlob, "write", full)
    with pytest.raises(OSError, match="No space left"):
        OciBuilder().build(recipe(f"oci:{base}", sources=(source(tmp_path / "s", "a.py"),)), delivery(tmp_path), {})
    assert [path for path in (tmp_path / "layout").rglob("*") if path.is_file()] == []


def test_a_warning_of_path_files(tmp_path: Path) -> None:
    write_wheel(tmp_path / "wheels", "old", files={"zz.pth": "import old\n"})
    dependencies = Dependencies(packages=("old",), extra_args=("--no-index", "--find-links", str(tmp_path / "wheels")))
    base = base_layout(tmp_path / "base", layers=[{**PYTHON_FILES, FLYTEKIT: ""}])
    built = OciBuilder().build(recipe(f"oci:{base}", dependencies=dependencies), delivery(tmp_path), {})
    assert [(row.severity.value, row.message) for row in built.findings] == [
        (
            "warning",
            "zz.pth has no effect in the image, for packages lie where PYTHONPATH leads, not in site-packages",
        )
    ]


FLYTEKIT = "usr/local/lib/python3.11/site-packages/flytekit/__init__.py"
LACKING = "image acme/flows:tag lacks flytekit, which starts tasks; its packages or its base should have it"


@pytest.mark.parametrize(
    ("in_base", "packages", "messages"),
    [({}, None, [LACKING]), ({}, ("old",), [LACKING]), ({FLYTEKIT: ""}, None, []), ({}, ("flytekit",), [])],
)
def test_a_warning_of_an_image_that_starts_no_task(
    tmp_path: Path, in_base: dict[str, str], packages: tuple[str, ...] | None, messages: list[str]
) -> None:
    wheels = tmp_path / "wheels"
    write_wheel(wheels, "old")
    flytekit_wheel(wheels)
    found = ("--no-index", "--find-links", str(wheels))
    dependencies = Dependencies(packages=packages, extra_args=found) if packages else None
    base = base_layout(tmp_path / "base", layers=[{**PYTHON_FILES, **in_base}])
    first = recipe(f"oci:{base}", dependencies=dependencies)
    built = OciBuilder().build(first, delivery(tmp_path), {})
    on_it = OciBuilder().build(recipe(first.name, tag="second"), delivery(tmp_path), {first.name: built})
    assert [row.message for row in built.findings] == messages
    assert [row.message for row in on_it.findings] == messages, "an image on it has what it has"
