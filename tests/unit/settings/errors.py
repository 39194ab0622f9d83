"""How the tests of settings read an error: one line a finding, as a person gets it."""

from collections.abc import Callable

import pytest

from flytec.diagnostics import CannotRunError, FlytecError


def refusal(call: Callable[[], object], kind: type[FlytecError] = CannotRunError) -> list[str]:
    """The findings of the error that `call` raises, each as `[PLACE: ]CODE: MESSAGE | HINT`."""
    with pytest.raises(FlytecError) as caught:
        call()
    assert type(caught.value) is kind
    return [
        f"{f'{row.location}: ' if row.location else ''}{row.code}: {row.message} | {row.hint}"
        for row in caught.value.findings
    ]
