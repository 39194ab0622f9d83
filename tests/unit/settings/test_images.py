"""Images and image configurations; that they answer as flytekit's is in test_parity."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from flytec.settings import Image, ImageConfig, default_image_reference
from flytec.settings.images import parse_reference
from unit.settings.errors import refusal


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("repo", ("repo", None, None)),
        ("repo:tag", ("repo", "tag", None)),
        ("host:5000/repo", ("host:5000/repo", None, None)),
        ("host:5000/repo:tag", ("host:5000/repo", "tag", None)),
        ("repo@sha256:1", ("repo", None, "sha256:1")),
        ("repo:tag@sha256:1", ("repo:tag", None, "sha256:1")),
    ],
)
def test_reference_splits_into_name_tag_and_digest(reference: str, parts: tuple[str, str | None, str | None]) -> None:
    assert parse_reference(reference) == parts


def test_image_without_version_is_refused() -> None:
    assert refusal(lambda: Image.look_up_image_info("spark", "host:5000/repo")) == [
        "FTC603 invalid-image: image 'spark': 'host:5000/repo' has no version, "
        "expected REPOSITORY:TAG or REPOSITORY@DIGEST | Add a tag or a digest."
    ]


def test_tag_and_digest_are_refused_together() -> None:
    assert refusal(lambda: Image("x", "repo", "1", "sha256:2")) == [
        "FTC603 invalid-image: image 'x' has tag '1' and digest 'sha256:2', expected one of them at most "
        "| Drop the tag."
    ]


def test_wrong_arguments_are_all_named() -> None:
    assert refusal(lambda: Image(1, fqn=None, tag=b"x")) == [  # type: ignore[arg-type]
        "FTC601 invalid-setting: Image: fqn is None, expected a string | Correct fqn.",
        "FTC601 invalid-setting: Image: name is 1, expected a string | Correct name.",
        "FTC601 invalid-setting: Image: tag is b'x', expected a string | Correct tag.",
    ]


def test_images_in_a_configuration_must_be_images() -> None:
    assert refusal(lambda: ImageConfig("repo:1", [Image("x", "y"), "z"])) == [  # type: ignore[arg-type, list-item]
        "FTC601 invalid-setting: ImageConfig: default_image is 'repo:1', expected an instance of Image "
        "| Correct default_image.",
        "FTC601 invalid-setting: ImageConfig: images[1] is 'z', expected an instance of Image | Correct images[1].",
    ]


def test_create_from_refuses_a_reference() -> None:
    assert refusal(lambda: ImageConfig.create_from("repo:1")) == [  # type: ignore[arg-type]
        "FTC603 invalid-image: default_image is 'repo:1', expected an Image or None "
        "| Make an Image of it with Image.look_up_image_info()."
    ]


def test_second_default_image_is_refused() -> None:
    assert refusal(lambda: ImageConfig.validate_image(None, "--image", ("a:1", "default=b:2"))) == [
        "FTC603 invalid-image: --image: a:1 and b:2 are both the default image, expected one "
        "| Give the other a name, as NAME=REFERENCE."
    ]


def test_wrong_value_names_the_option_it_came_by() -> None:
    parameter = SimpleNamespace(name="image_config")

    assert refusal(lambda: ImageConfig.validate_image(None, parameter, ("x=repo",))) == [
        "FTC603 invalid-image: image_config: image 'x': 'repo' has no version, "
        "expected REPOSITORY:TAG or REPOSITORY@DIGEST | Add a tag or a digest."
    ]


@pytest.mark.parametrize(
    ("python_version", "flytekit_version", "environ", "reference"),
    [
        ((3, 8), "1.16.31", {}, "cr.flyte.org/flyteorg/flytekit:py3.8-1.16.31"),
        ((3, 12), "1.15.0", {}, "cr.flyte.org/flyteorg/flytekit:py3.12-1.15.0"),
        ((3, 12), "1.16.0.dev3", {}, "cr.flyte.org/flyteorg/flytekit:py3.12-latest"),
        ((3, 99), "1.16.31", {"FLYTE_INTERNAL_IMAGE": "own:1"}, "own:1"),
        ((3, 11), "1.16.31", {"FLYTE_INTERNAL_IMAGE": ""}, "cr.flyte.org/flyteorg/flytekit:py3.11-1.16.31"),
    ],
)
def test_default_image(
    python_version: tuple[int, int], flytekit_version: str, environ: dict[str, str], reference: str
) -> None:
    assert reference == default_image_reference(
        python_version=python_version, flytekit_version=flytekit_version, environ=environ
    )


def test_python_without_a_default_image_is_refused() -> None:
    assert refusal(lambda: default_image_reference(python_version=(3, 13), flytekit_version="1.16.31", environ={})) == [
        "FTC603 invalid-image: there is no default image for Python 3.13, expected 3.8 to 3.12 | Name an image."
    ]


def test_named_image_needs_no_default_image_for_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 13, 0))

    assert ImageConfig.validate_image(None, "image", ("a:1",)).default_image == Image("default", "a", "1")


def test_auto_names_file_and_line_of_a_wrong_image(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("admin: {}\nimages:\n  good: a:1\n  bad: [a, b]\n")

    assert refusal(lambda: ImageConfig.auto(str(path))) == [
        f"{path}:4: FTC605 invalid-config-file: images: 'bad' is ['a', 'b'], "
        "expected a name and a reference, both strings | Correct the file."
    ]
