"""Construction, assignment and errors of the serialization settings; that the rest is flytekit's is in test_parity."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from flytec.settings import (
    EntrypointSettings,
    FastSerializationSettings,
    Image,
    ImageConfig,
    Resources,
    ResourceSpec,
    SerializationSettings,
)
from unit.settings.errors import refusal

IMAGES = ImageConfig(Image("default", "repo", "1"))
NAMES = (
    "image_config, project, domain, version, env, default_resources, git_repo, python_interpreter, "
    "flytekit_virtualenv_root, fast_serialization_settings, source_root"
)


def full() -> SerializationSettings:
    return SerializationSettings(
        IMAGES,
        "p",
        "d",
        "v",
        {"A": "1"},
        ResourceSpec(Resources(cpu="1"), Resources(mem=["1", "2"])),
        "git",
        "/venv/bin/python",
        "/root",
        FastSerializationSettings(True, "/dest", "s3://x"),
        "/src",
    )


def test_arguments_go_by_position_in_flytekits_order() -> None:
    by_name = SerializationSettings(
        source_root="/src",
        fast_serialization_settings=FastSerializationSettings(
            enabled=True, destination_dir="/dest", distribution_location="s3://x"
        ),
        flytekit_virtualenv_root="/root",
        python_interpreter="/venv/bin/python",
        git_repo="git",
        default_resources=ResourceSpec(requests=Resources(cpu="1"), limits=Resources(mem=["1", "2"])),
        env={"A": "1"},
        version="v",
        domain="d",
        project="p",
        image_config=IMAGES,
    )

    assert by_name == full()
    assert ", ".join(inspect.signature(SerializationSettings).parameters) == NAMES


def test_defaults() -> None:
    settings = SerializationSettings(IMAGES)

    assert dataclasses.astuple(dataclasses.replace(settings, image_config=ImageConfig())) == (
        (None, None), None, None, None, None, None, None, "/opt/venv/bin/python3", "/opt/venv", None, None,
    )  # fmt: skip
    assert settings.entrypoint_settings == EntrypointSettings("/opt/venv/bin/entrypoint.py")
    assert settings.should_fast_serialize() is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "image_config is missing, expected a value | Give image_config."),
        ({"image_config": "repo:1"}, "image_config is 'repo:1', expected an instance of ImageConfig"),
        ({"image_config": {}}, "image_config is {}, expected an instance of ImageConfig"),
        ({"image_config": IMAGES, "project": 5}, "project is 5, expected a string"),
        ({"image_config": IMAGES, "env": "A=1"}, "env is 'A=1', expected a mapping"),
        ({"image_config": IMAGES, "env": {"A": 1}}, "env.A is 1, expected an instance of str"),
        (
            {"image_config": IMAGES, "default_resources": {}},
            "default_resources is {}, expected an instance of Resource",
        ),
        (
            {"image_config": IMAGES, "fast_serialization_settings": True},
            "fast_serialization_settings is True, expected",
        ),
        ({"image_config": IMAGES, "projct": "x"}, f"'projct' is no setting, expected one of {NAMES} | Write project."),
        ({"image_config": IMAGES, "python_interpreter": 1}, "python_interpreter is 1, expected a string"),
    ],
)
def test_wrong_argument_is_refused(arguments: dict[str, object], message: str) -> None:
    (finding,) = refusal(lambda: SerializationSettings(**arguments))  # type: ignore[arg-type]

    assert finding.startswith(f"FTC601 invalid-setting: SerializationSettings: {message}")


def test_wrong_argument_by_position_is_named_and_cut_short() -> None:
    assert refusal(lambda: SerializationSettings(IMAGES, ["long"] * 99)) == [  # type: ignore[arg-type]
        "FTC601 invalid-setting: SerializationSettings: project is "
        "['long', 'long', 'long', 'long', 'long', 'long', 'long', ..., expected a string | Correct project."
    ]


def test_argument_too_many_is_refused() -> None:
    arguments = [getattr(full(), field.name) for field in dataclasses.fields(SerializationSettings)]

    assert refusal(lambda: SerializationSettings(*arguments, 1)) == [
        "FTC601 invalid-setting: SerializationSettings: positional argument 12 is too many, expected 11 at most "
        "| Remove it."
    ]


def test_interpreter_or_root_is_needed() -> None:
    message = (
        "FTC601 invalid-setting: python_interpreter is None, expected the path of the interpreter in the container"
    )
    rootless = SerializationSettings(IMAGES, python_interpreter=None, flytekit_virtualenv_root="/x")  # type: ignore[arg-type]

    assert refusal(lambda: SerializationSettings(IMAGES, python_interpreter=None)) == [  # type: ignore[arg-type]
        f"{message} | Give python_interpreter."
    ]
    assert refusal(lambda: rootless.entrypoint_settings) == [f"{message} | Give python_interpreter."]


def test_assignment_is_checked() -> None:
    settings = full()
    settings.source_root = "/other"
    settings.env = None

    assert (settings.source_root, settings.env) == ("/other", None)
    assert refusal(lambda: setattr(settings, "source_root", 3)) == [
        "FTC601 invalid-setting: SerializationSettings: source_root is 3, expected a string | Correct source_root."
    ]
    assert refusal(lambda: setattr(settings, "sorce_root", "/x")) == [
        "FTC601 invalid-setting: SerializationSettings: 'sorce_root' is no setting, "
        f"expected one of {NAMES} | Write source_root."
    ]


def test_assigned_interpreter_does_not_move_the_root() -> None:
    settings = SerializationSettings(IMAGES)
    settings.python_interpreter = "/x/bin/python"

    assert settings.flytekit_virtualenv_root == "/opt/venv"
    assert settings.entrypoint_settings.path == "/x/bin/entrypoint.py"


def test_images_cannot_be_assigned_to() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        IMAGES.images = []  # type: ignore[misc]


def test_copies_are_equal() -> None:
    assert copy.deepcopy(full()) == full()
    assert pickle.loads(pickle.dumps(full())) == full()
    assert dataclasses.replace(full(), project="q").project == "q"


def test_context_is_carried_in_a_copy_of_the_environment() -> None:
    settings = full()
    carrying = settings.with_serialized_context()

    assert settings.env == {"A": "1"}
    assert carrying.env == {"A": "1", "_F_SS_C": settings.serialized_context}
    assert SerializationSettings.from_transport(carrying.env["_F_SS_C"]) == settings
    assert carrying.with_serialized_context() is carrying


def test_builder_is_independent_of_its_origin() -> None:
    settings = full()
    builder = settings.new_builder()
    builder.project = "q"
    assert builder.env is not None
    builder.env["B"] = "2"
    built = builder.with_fast_serialization_settings(FastSerializationSettings()).build()

    assert (built.project, built.env, built.should_fast_serialize()) == ("q", {"A": "1", "B": "2"}, False)
    assert settings == full()


def test_builder_checks_when_it_builds() -> None:
    builder = full().new_builder()
    builder.version = 7  # type: ignore[assignment]

    assert refusal(builder.build) == [
        "FTC601 invalid-setting: SerializationSettings: version is 7, expected a string | Correct version."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "malformed JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1)), "
              "expected an object | Pass the text that to_json() returned."),
        ("[" * 100_000, "malformed JSON (maximum recursion depth exceeded"),
        ("[]", " is [], expected a mapping | Correct SerializationSettings."),
        ('{"image_config": {"images": [{}]}}', "image_config.images[0].fqn is missing, expected a value"),
        ('{"image_config": {}, "env": {"A": null}}', "env.A is None, expected an instance of str | Correct env.A."),
        ('{"image_config": {}, "default_resources": {"requests": {}, "limits": {"mem": 0.5}}}',
         "Resources: mem is 0.5, expected str or int, or a pair of them | Correct default_resources."),
    ],
)  # fmt: skip
def test_wrong_json_is_refused(text: str, message: str) -> None:
    assert any(message in finding for finding in refusal(lambda: SerializationSettings.from_json(text)))
