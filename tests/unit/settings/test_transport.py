"""The transport form: what is refused, and that a bomb is not inflated."""

import base64
import gzip
import tracemalloc
import zlib

import pytest

from flytec.settings import (
    FastSerializationSettings,
    Image,
    ImageConfig,
    Resources,
    ResourceSpec,
    SerializationSettings,
)
from flytec.settings.transport import TRANSPORT_LIMIT_BYTES, pack, unpack
from unit.settings.errors import refusal

MEBIBYTE = bytes(1024 * 1024)


def refused(reason: str) -> list[str]:
    return [
        f"FTC602 invalid-transport: serialized context: {reason}, expected JSON in gzip in base64 "
        "| Pass the value of serialized_context unchanged."
    ]


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def zeros(count: int) -> str:
    """The transport form of `count` zero bytes, made without holding them."""
    stream = zlib.compressobj(level=1, wbits=31)
    parts = [stream.compress(MEBIBYTE) for _ in range(count // len(MEBIBYTE))]
    return encoded(b"".join([*parts, stream.compress(bytes(count % len(MEBIBYTE))), stream.flush()]))


def test_text_comes_back() -> None:
    assert unpack(pack('{"é": "🙂"}')) == '{"é": "🙂"}'


def test_blanks_and_line_breaks_do_not_count() -> None:
    text = pack("x" * 200)

    assert unpack(f" {text[:7]}\r\n\t{text[7:]}\n") == "x" * 200


def test_no_time_stamp_is_in_it() -> None:
    assert base64.b64decode(pack("x"))[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


@pytest.mark.parametrize(
    ("transport", "reason"),
    [
        ("!!!", "it is not base64"),
        ("aGk", "it is not base64"),
        ("é", "it is not base64"),
        ("aGk=", "it is not gzip, or damaged"),
        ("", "its gzip data ends early"),
        (encoded(gzip.compress(b"{}", mtime=0)[:-4]), "its gzip data ends early"),
        (encoded(gzip.compress(b"{}", mtime=0)[:-8] + bytes(8)), "it is not gzip, or damaged"),
        (encoded(gzip.compress(b"{}", mtime=0) + b"more"), "4 bytes follow its gzip data"),
        (encoded(gzip.compress(b"\xff", mtime=0)), "its content is not UTF-8 (invalid start byte at byte 0)"),
    ],
)
def test_what_is_no_transport_string_is_refused(transport: str, reason: str) -> None:
    assert refusal(lambda: unpack(transport)) == refused(reason)


def test_as_much_as_the_limit_is_read() -> None:
    assert len(unpack(zeros(TRANSPORT_LIMIT_BYTES))) == TRANSPORT_LIMIT_BYTES


def test_one_byte_more_than_the_limit_is_refused() -> None:
    transport = zeros(TRANSPORT_LIMIT_BYTES + 1)

    assert refusal(lambda: unpack(transport)) == refused("it inflates past 16777216 bytes")


def test_bomb_is_not_inflated() -> None:
    transport = zeros(6 * TRANSPORT_LIMIT_BYTES)
    tracemalloc.start()
    try:
        refusal(lambda: SerializationSettings.from_transport(transport))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 3 * TRANSPORT_LIMIT_BYTES


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "nope",
            "SerializationSettings: malformed JSON (Expecting value: line 1 column 1 (char 0)), expected an object",
        ),
        ("[]", "SerializationSettings is [], expected a mapping"),
        ("{}", "SerializationSettings: image_config is missing, expected a value"),
        (
            '{"image_config": {}, "version": [], "domain": {}}',
            "SerializationSettings: domain is {}, expected a string; "
            "SerializationSettings: version is [], expected a string",
        ),
    ],
)
def test_content_that_is_no_settings_is_refused(text: str, message: str) -> None:
    assert refusal(lambda: SerializationSettings.from_transport(pack(text))) == [
        f"FTC602 invalid-transport: serialized context: {message} | Pass the value of serialized_context unchanged."
    ]


# Of flytekit 1.16.31.
FLYTEKIT_CONTEXT = (
    "H4sIAAAAAAAC/51Ry04DMQz8FZQz0hZxghv/gbRKd92tIa86zkql4t+xnW7VXrlEnvF4MnEuDqNfYJxyOuDi3p8uboaDb4FHaxiTfNRi67jnJ3"
    "c4JWUISlbIXmfdi9YzLlBZYGoh/AphRvWOKJS/YFKJKzaRo0fzmxWuQBWz4VUxpNVifCjz2XY7eHNqswUlqLnRZFdcJNKpyf0dTKXdckWI1wwC"
    "FmtcAZQjRCAfxsqZ+qu3rAEjPphdZ/7hpnYLal5Z2k1eznzMacTEQIVATk085MLDKi8f9piGrnm1xYczw7e4rEjcfBDJSDnzw5AJfeWxAqEP+O"
    "NZFiqIGdPSXwPJ7wPMUjM1sHVW6XbljD2FOdufVibcN2uGPJnqbkv9A7Ygxv4Bc1TtOloCAAA="
)


def test_context_of_flytekit_loads() -> None:
    settings = SerializationSettings(
        ImageConfig(Image("default", "repo", "1")),
        "p",
        "d",
        "v",
        {"A": "é"},
        ResourceSpec(Resources(cpu="1"), Resources()),
        fast_serialization_settings=FastSerializationSettings(True, "/root"),
    )

    assert SerializationSettings.from_transport(FLYTEKIT_CONTEXT) == settings
    assert unpack(FLYTEKIT_CONTEXT) == settings.to_json()
