"""A builder of images: user code names it only to have it registered."""

from flytekit import task
from flytekitplugins.envd import EnvdImageSpecBuilder  # noqa: F401


@task
def t() -> None: ...
