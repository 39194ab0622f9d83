# flytekit: accepts
"""Images whose names depend on the machine."""

from flytekit import ImageSpec, task
from flytekit.constants import CopyFileDetection


@task(container_image=ImageSpec(source_copy_mode=CopyFileDetection.ALL))  # expect: FTC200 task machines.every_file: source_copy_mode of image flytekit is CopyFileDetection.ALL: which files that takes depends on the machine
def every_file() -> None: ...
