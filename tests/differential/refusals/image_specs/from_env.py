# flytekit: accepts
"""An image of this machine's Python and packages."""

from flytekit import ImageSpec, task

SPEC = ImageSpec.from_env(pinned_packages=["click"])  # expect: FTC200 ImageSpec.from_env names an image by the Python and the packages of the machine that compiles


@task
def plain() -> None: ...
