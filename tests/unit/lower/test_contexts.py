"""The settings that dynamic and eager tasks carry."""

from flytec.lower.contexts import with_context
from flytec.settings import ImageConfig, SerializationSettings

SETTINGS = SerializationSettings(
    image_config=ImageConfig.from_images("ghcr.io/acme/flows:v1"),
    project="p",
    version="v1",
    env={"B": "1", "A": "2"},
    source_root="/somewhere/of/this/machine",
)


def test_the_carried_settings_are_the_settings_without_the_folder_of_the_sources() -> None:
    carrying = with_context(SETTINGS)
    assert carrying.env is not None
    assert list(carrying.env) == ["B", "A", "_F_SS_C"]
    expected = SETTINGS.new_builder()
    expected.source_root = None
    assert SerializationSettings.from_transport(carrying.env["_F_SS_C"]) == expected.build()


def test_the_settings_themselves_stay_as_they_are() -> None:
    carrying = with_context(SETTINGS)
    assert SETTINGS.env == {"B": "1", "A": "2"}
    assert carrying.source_root == SETTINGS.source_root


def test_settings_that_carry_some_already_carry_no_others() -> None:
    carrying = with_context(SETTINGS)
    assert with_context(carrying) is carrying
