# flytekit: ValueError
"""Fields of a wrong type."""

from flytekit import ImageSpec

ImageSpec(packages="pandas")  # expect: FTC201 image flytekit: packages is 'pandas', expected a list of strings
