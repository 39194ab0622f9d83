"""Names of images that an ImageSpec in a YAML file describes; that they are flytekit's is in test_parity."""

from pathlib import Path

import pytest

from flytec.settings import Image
from flytec.settings.image_spec_file import image_name_of_spec_file
from unit.settings.errors import refusal


def named(folder: Path, text: str) -> str:
    path = folder / "spec.yaml"
    path.write_text(text)
    return image_name_of_spec_file(path)


def test_image_is_named_by_its_digest(tmp_path: Path) -> None:
    assert named(tmp_path, "name: Foo\npackages: [a]\n") == "foo:ulLKhCqPwxulqvKWdXaqXA"
    assert named(tmp_path, "name: Foo\nregistry: GHCR.io/me\n").startswith("ghcr.io/me/foo:")


def test_tag_format_wraps_the_digest(tmp_path: Path) -> None:
    assert named(tmp_path, "tag_format: 'v-{spec_hash}-dev'\n") == "flytekit:v-LCTf2liy9XQNw5lTn_RFaA-dev"


def test_builder_and_registry_config_do_not_change_the_name(tmp_path: Path) -> None:
    assert named(tmp_path, "cuda: '1'\n") == named(tmp_path, "cuda: '1'\nbuilder: default\nregistry_config: x\n")


def test_content_of_requirements_changes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("reqs.txt").write_text("numpy\n")
    before = named(tmp_path, "requirements: reqs.txt\n")
    Path("reqs.txt").write_text("pandas\n")

    assert named(tmp_path, "requirements: reqs.txt\n") != before


def test_base_image_is_the_image_of_the_noop_builder(tmp_path: Path) -> None:
    assert named(tmp_path, "builder: noop\nbase_image: base/it:1\n") == "base/it:1"


def test_file_stands_for_an_image_reference(tmp_path: Path) -> None:
    name = named(tmp_path, "name: x\n")

    assert Image.look_up_image_info("n", str(tmp_path / "spec.yaml")).full == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [\n", "the file is no YAML (while parsing a flow node "),
        ("- a\n", "the file holds ['a'], expected the fields of an ImageSpec"),
        ("", "the file holds None, expected the fields of an ImageSpec"),
        ("nmae: x\n", "'nmae' is no field of an ImageSpec, expected one of name, python_version, "),
        ("copy: [a]\n", "copy is set, expected an ImageSpec whose name depends on this file alone"),
        ("source_root: .\n", "source_root is set, expected an ImageSpec whose name depends on this file alone"),
        ("builder: envd\n", "builder is 'envd', expected 'default' or 'noop'"),
        ("builder: noop\n", "base_image is None, expected a reference for the builder 'noop'"),
        ("packages: numpy\n", "packages is 'numpy', expected a list of strings"),
        ("packages: [1]\n", "packages is [1], expected a list of strings"),
        ("registry: a b\n", "registry is 'a b', expected HOST[:PORT][/PATH]"),
        ("name: 1\n", "name is 1, expected a string"),
        ("builder_options: [a]\n", "builder_options is ['a'], expected a mapping"),
        ("requirements: nowhere.txt\n", "requirements is 'nowhere.txt', expected a file that exists"),
    ],
)
def test_what_names_no_image_is_refused(tmp_path: Path, text: str, message: str) -> None:
    start = f"{tmp_path / 'spec.yaml'}: FTC603 invalid-image: {message}"
    (finding,) = refusal(lambda: named(tmp_path, text))

    assert finding.startswith(start)
    assert finding.endswith(" | Correct the file, or name a built image.")
