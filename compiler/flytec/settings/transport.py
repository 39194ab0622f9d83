"""The transport form of settings: JSON, gzipped, in base64."""

import base64
import gzip
import zlib
from io import BytesIO

from flytec.codes import INVALID_TRANSPORT
from flytec.diagnostics import CannotRunError, cannot_run

TRANSPORT_LIMIT_BYTES = 16 * 1024 * 1024
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def pack(text: str) -> str:
    """The transport form of `text`, without a time stamp.

    GzipFile and not gzip.compress: they differ in the header's byte for the operating system, and flytekit uses this.
    """
    buffer = BytesIO()
    with gzip.GzipFile(mode="wb", fileobj=buffer, mtime=0) as stream:
        stream.write(text.encode("utf-8"))
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def unpack(transport: str) -> str:
    """The text in a transport string; blanks and line breaks in it do not count.

    Raises CannotRunError FTC602 for what is not base64, gzip or UTF-8, and for more than TRANSPORT_LIMIT_BYTES, of
    which at most one byte too many is ever inflated.
    """
    try:
        packed = base64.b64decode("".join(transport.split()), validate=True)
    except ValueError:
        raise refused("it is not base64") from None
    try:
        return _inflate(packed).decode("utf-8")
    except UnicodeDecodeError as error:
        raise refused(f"its content is not UTF-8 ({error.reason} at byte {error.start})") from None


def refused(reason: str) -> CannotRunError:
    """The error for a transport string that is no serialized context because of `reason`."""
    return cannot_run(
        INVALID_TRANSPORT,
        f"serialized context: {reason}, expected JSON in gzip in base64",
        hint="Pass the value of serialized_context unchanged.",
    )


def _inflate(packed: bytes) -> bytes:
    member = zlib.decompressobj(wbits=_GZIP_WINDOW)
    try:
        content = member.decompress(packed, TRANSPORT_LIMIT_BYTES + 1)
    except zlib.error:
        raise refused("it is not gzip, or damaged") from None
    if len(content) > TRANSPORT_LIMIT_BYTES:
        raise refused(f"it inflates past {TRANSPORT_LIMIT_BYTES} bytes")
    if not member.eof:
        raise refused("its gzip data ends early")
    if member.unused_data:
        raise refused(f"{len(member.unused_data)} bytes follow its gzip data")
    return content
