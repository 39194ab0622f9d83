"""The schema object; what it shares with marshmallow's is in test_parity."""

import json

from flytec.settings import FastSerializationSettings, Image, ImageConfig, SerializationSettings
from unit.settings.errors import refusal

SETTINGS = SerializationSettings(
    ImageConfig(Image("default", "a", "1")), "p", fast_serialization_settings=FastSerializationSettings(True)
)


def test_nested_settings_are_written_and_read_whole() -> None:
    schema = SerializationSettings.schema()

    assert schema.dump(SETTINGS) == SETTINGS.to_dict()
    assert schema.dumps(SETTINGS, sort_keys=True) == SETTINGS.to_json(sort_keys=True)
    assert schema.load(schema.dump(SETTINGS)) == SETTINGS
    assert schema.loads(schema.dumps(SETTINGS)) == SETTINGS


def test_only_and_exclude_select_fields() -> None:
    schema = SerializationSettings.schema(only=("image_config", "project", "domain"), exclude=("domain",))

    assert schema.dump(SETTINGS) == {"image_config": SETTINGS.image_config.to_dict(), "project": "p"}
    assert schema.load({"image_config": {}, "project": "p"}) == SerializationSettings(ImageConfig(), "p")


def test_load_only_and_dump_only_go_one_way() -> None:
    schema = Image.schema(load_only=("tag",), dump_only=("digest",))

    assert schema.dump(Image("a", "b", "c")) == {"name": "a", "fqn": "b", "digest": None}
    assert schema.load({"name": "a", "fqn": "b", "tag": "c"}) == Image("a", "b", "c")
    assert refusal(lambda: schema.load({"name": "a", "fqn": "b", "digest": "c"})) == [
        "FTC601 invalid-setting: Image: 'digest' is no setting, expected one of name, fqn, tag | Remove it."
    ]


def test_many_takes_lists() -> None:
    schema = Image.schema(many=True)
    images = [Image("a", "b"), Image("c", "d", "e")]

    assert schema.load(schema.dump(images)) == images
    assert json.loads(Image.schema().dumps(images, many=True)) == schema.dump(images)
    assert refusal(lambda: schema.load({})) == [
        "FTC601 invalid-setting: Image: data is of type dict, expected a list since many=True "
        "| Pass a list, or many=False."
    ]


def test_unknown_keys_are_refused_unless_excluded() -> None:
    data = {"name": "a", "fqn": "b", "tga": "c"}

    assert Image.schema().load(data, unknown="exclude") == Image("a", "b")
    assert Image.schema(unknown="include").load(data) == Image("a", "b")
    assert refusal(lambda: Image.schema().load(data)) == [
        "FTC601 invalid-setting: Image: 'tga' is no setting, expected one of name, fqn, tag, digest | Write tag."
    ]
    assert refusal(lambda: Image.schema(unknown="drop")) == [
        "FTC601 invalid-setting: Image.schema: unknown is 'drop', expected one of raise, exclude, include "
        "| Name one of them."
    ]


def test_missing_fields_are_refused_unless_partial_or_inferred() -> None:
    assert Image.schema(partial=True).load({"fqn": "b"}).name is None
    assert Image.schema(infer_missing=True).load({}).fqn is None
    assert Image.schema().load({"fqn": "b"}, partial=("name",)).name is None
    assert Image.schema().validate({"name": "a"}) == {"_schema": ["Image: fqn is missing, expected a value"]}
    assert Image.schema().validate({"name": "a"}, partial=("name",)) == {
        "_schema": ["Image: fqn is missing, expected a value"]
    }


def test_unknown_parameters_values_are_refused() -> None:
    assert refusal(lambda: Image.schema(only=("tga",), exclude=("x",))) == [
        "FTC601 invalid-setting: Image.schema: 'tga' is no setting, expected one of name, fqn, tag, digest "
        "| Write tag.",
        "FTC601 invalid-setting: Image.schema: 'x' is no setting, expected one of name, fqn, tag, digest | Remove it.",
    ]


def test_validate_of_good_data_is_empty_and_context_is_kept() -> None:
    schema = Image.schema(context={"a": 1})

    assert schema.validate({"name": "a", "fqn": "b"}) == {}
    assert schema.context == {"a": 1}


def test_text_that_is_no_json_is_refused() -> None:
    assert refusal(lambda: Image.schema().loads("{")) == [
        "FTC601 invalid-setting: Image: malformed JSON (Expecting property name enclosed in double quotes: "
        "line 1 column 2 (char 1)), expected the text of a schema's dumps() | Correct the text."
    ]
