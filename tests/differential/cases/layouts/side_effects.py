"""Prints, environment changes and data at import."""

import json
import logging
import os
import warnings

from flytekit import task, workflow

print("loading side_effects")
logging.getLogger(__name__).warning("a warning")
warnings.warn("another warning", stacklevel=1)
os.environ["SET_AT_IMPORT"] = "yes"
TABLE = json.loads('{"a": 1}')


@task(environment={"A": str(TABLE["a"]), "B": os.environ["SET_AT_IMPORT"]})
def t(n: int) -> int:
    return n


@workflow
def wf(n: int = TABLE["a"]) -> int:
    return t(n=n)
