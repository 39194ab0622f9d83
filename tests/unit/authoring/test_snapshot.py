"""What a call binds stays what it was."""

from dataclasses import dataclass, field

from flytec.authoring.node import input_promises
from flytec.authoring.snapshot import snapshot


@dataclass
class Settings:
    names: list[str] = field(default_factory=list)


class Uncopyable:
    def __deepcopy__(self, memo: dict[int, object]) -> "Uncopyable":
        raise TypeError("there is one of me")


def test_lists_and_dicts_do_not_change_afterwards() -> None:
    inner, value = [1], {"a": 2}
    taken = snapshot([inner, value])
    inner.append(3)
    value["b"] = 4
    assert taken == [[1], {"a": 2}]


def test_objects_do_not_change_afterwards() -> None:
    settings = Settings(["a"])
    taken = snapshot({"settings": settings})
    settings.names.append("b")
    assert taken["settings"].names == ["a"]


def test_promises_are_the_same_promises() -> None:
    promise = input_promises(["n"])["n"]
    taken = snapshot({"list": [promise], "alone": promise})
    assert taken["list"][0] is promise
    assert taken["alone"] is promise


def test_what_cannot_be_copied_is_given_as_it_is() -> None:
    only = Uncopyable()
    assert snapshot([only]) == [only]


def test_classes_stand_for_themselves() -> None:
    assert snapshot(Settings) is Settings
