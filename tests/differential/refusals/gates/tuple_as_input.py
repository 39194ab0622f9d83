# flytekit: RestrictedTypeError
from datetime import timedelta

from flytekit import wait_for_input, workflow


@workflow
def wf():
    wait_for_input("pair", timedelta(1), tuple[int, int])  # expect: FTC205 gate 'pair': tuple[int, int] is a tuple, expected a type that Flyte has
