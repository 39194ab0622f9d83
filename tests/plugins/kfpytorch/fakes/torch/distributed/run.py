"""The one function of torchrun that making a task calls."""


def parse_min_max_nnodes(nnodes: str) -> tuple[int, int]:
    """The least and the most of nodes."""
    bounds = [int(part) for part in nnodes.split(":")]
    return bounds[0], bounds[-1]
