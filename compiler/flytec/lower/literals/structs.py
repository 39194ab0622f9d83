"""Free data as a `google.protobuf.Struct`, by way of JSON as flytekit does it."""

import json
from typing import Any

from flytec.codes import UNSUPPORTED_TYPE
from flytec.ir import pb
from flytec.lower.literals.kinds import NotCoveredError


def to_struct(data: dict[str, Any], what: str) -> pb.Struct:
    """`data` as a struct; numbers become doubles, tuples lists, keys strings.

    `what` names the data in the error, which is `NotCoveredError`: flytekit notices only when it writes the message.
    """
    try:
        plain = json.loads(json.dumps(data, allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        message = f"{what} holds what JSON cannot say, expected plain data"
        raise NotCoveredError(UNSUPPORTED_TYPE, message, "use strings, numbers, booleans, lists and dicts") from error
    struct = pb.Struct()
    struct.update(plain)
    return struct
