"""Which paths are remote, by the rule of fsspec, and what to say about the others."""

import re

from flytec.codes import INVALID_LITERAL
from flytec.diagnostics import UserError, user_error

_PROTOCOL = re.compile(r"::|://")


def is_remote(path: object) -> bool:
    """Whether `path` has a protocol other than `file`: what stands before the first `://` or `::`."""
    protocol, *rest = _PROTOCOL.split(str(path), maxsplit=1)
    return bool(rest) and protocol != "file"


def local_path_error(kind: str, path: object) -> UserError:
    """The error for a value that flytekit would upload from this machine while it compiles."""
    return user_error(
        INVALID_LITERAL,
        f"the {kind} {str(path)!r} is on this machine, expected a remote URI",
        hint="put the data where the cluster can read it, and give its URI, such as s3://bucket/key",
    )
