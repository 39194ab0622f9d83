"""The names that flytekit's serialize command shares with scripts."""

from types import SimpleNamespace

from flytec import settings
from flytec.settings import SerializationMode, key_value_callback
from unit.settings.errors import refusal


def test_context_keys_are_flytekits() -> None:
    assert {name: getattr(settings, name) for name in settings.__all__ if name.startswith("CTX_")} == {
        "CTX_ENV": "env",
        "CTX_FLYTEKIT_VIRTUALENV_ROOT": "flytekit_virtualenv_root",
        "CTX_IMAGE": "image",
        "CTX_LOCAL_SRC_ROOT": "local_source_root",
        "CTX_PACKAGES": "pkgs",
        "CTX_PYTHON_INTERPRETER": "python_interpreter",
    }


def test_modes_are_flytekits() -> None:
    assert [(mode.name, mode.value) for mode in SerializationMode] == [("DEFAULT", 0), ("FAST", 1)]


def test_pairs_are_split_at_the_first_equals_sign_and_stripped() -> None:
    assert key_value_callback(None, "env", [" a = b ", "c=d=e", "a=2"]) == {"a": "2", "c": "d=e"}
    assert key_value_callback(None, "env", []) is None


def test_text_without_equals_sign_names_its_option() -> None:
    assert refusal(lambda: key_value_callback(None, SimpleNamespace(name="env"), ["a=1", " b "])) == [
        "FTC601 invalid-setting: env: ' b ' has no '=', expected KEY=VALUE | Write b=VALUE."
    ]
