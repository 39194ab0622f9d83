# flytekit: ValueError
"""A registry that is none."""

from flytekit import ImageSpec

ImageSpec(registry="https://ghcr.io")  # expect: FTC201 image flytekit: registry is 'https://ghcr.io', expected HOST[:PORT][/PATH]
