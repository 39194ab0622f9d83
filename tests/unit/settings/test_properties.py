"""Laws of the wire form, over arbitrary settings."""

from hypothesis import given
from hypothesis import strategies as st

from flytec.settings import (
    FastSerializationSettings,
    Image,
    ImageConfig,
    Resources,
    ResourceSpec,
    SerializationSettings,
)

maybe_text = st.none() | st.text()
quantity = st.text() | st.integers()
amount = st.none() | quantity | st.lists(quantity, min_size=2, max_size=2)
images = st.builds(Image, st.text(), st.text(), tag=maybe_text) | st.builds(
    Image, st.text(), st.text(), digest=maybe_text
)
resources = st.builds(
    Resources,
    cpu=amount | st.floats(allow_nan=False, allow_infinity=False),
    mem=amount,
    gpu=amount,
    ephemeral_storage=amount,
)
settings = st.builds(
    SerializationSettings,
    image_config=st.builds(ImageConfig, st.none() | images, st.none() | st.lists(images, max_size=3)),
    project=maybe_text,
    domain=maybe_text,
    version=maybe_text,
    env=st.none() | st.dictionaries(st.text(), st.text(), max_size=3),
    default_resources=st.none() | st.builds(ResourceSpec, resources, resources),
    git_repo=maybe_text,
    python_interpreter=st.text(),
    flytekit_virtualenv_root=maybe_text,
    fast_serialization_settings=st.none() | st.builds(FastSerializationSettings, st.booleans(), maybe_text, maybe_text),
    source_root=maybe_text,
)


@given(settings)
def test_settings_come_back_from_json(value: SerializationSettings) -> None:
    assert SerializationSettings.from_json(value.to_json()) == value


@given(settings)
def test_settings_come_back_from_transport(value: SerializationSettings) -> None:
    assert SerializationSettings.from_transport(value.serialized_context) == value


@given(settings)
def test_settings_come_back_from_their_schema(value: SerializationSettings) -> None:
    schema = SerializationSettings.schema()

    assert schema.loads(schema.dumps(value)) == value
