"""A package of a company's own, which is in its images only."""


class Window:
    """The days that features look back on."""

    def __init__(self, days: int) -> None:
        self.days = days


def traced(function):
    """Notes when the function runs."""
    return function


DAILY = Window(days=1)
