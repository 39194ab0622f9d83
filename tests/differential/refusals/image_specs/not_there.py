# flytekit: FileNotFoundError
"""A file of requirements that is not there."""

from flytekit import ImageSpec, task


@task(container_image=ImageSpec(requirements="none.txt"))  # expect: FTC201 task not_there.built: image flytekit: requirements is 'none.txt', expected a file that exists
def built() -> None: ...
