# flytekit: ValueError
"""An environment that decorates no function."""

from flytekit import Environment

Environment()("name")  # expect: FTC201 an environment decorates an object of type str, expected a function
