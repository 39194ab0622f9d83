"""Imported by the workers first: flytekit's default builder finds every image built, and asks no registry for it."""

from flytekit.image_spec import DefaultImageBuilder


def never(_builder: DefaultImageBuilder, _image_spec: object) -> bool:
    """Whether an image has to be built."""
    return False


DefaultImageBuilder.should_build = never
