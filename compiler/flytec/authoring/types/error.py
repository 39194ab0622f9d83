"""`FlyteError`: what a failure handler is told."""

from dataclasses import dataclass


@dataclass
class FlyteError:
    """The message of a failure, and the node that failed."""

    __module__ = "flytekit.types.error.error"

    message: str
    failed_node_id: str
