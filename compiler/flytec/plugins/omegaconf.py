"""`flytekitplugins.omegaconf`: configurations as inputs and outputs."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum


class OmegaConfTransformerMode(Enum):
    """What a running task gets: a configuration, the dataclass that it was made of, or whichever there is."""

    DictConfig = "DictConfig"
    DataClass = "DataClass"
    Auto = "Auto"


def set_transformer_mode(mode: OmegaConfTransformerMode) -> None:
    """Nothing: what a running task gets does not show in messages."""


@contextmanager
def local_transformer_mode(mode: OmegaConfTransformerMode) -> Iterator[None]:  # noqa: ARG001
    """Nothing, likewise."""
    yield
