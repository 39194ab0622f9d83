# flytekit: AssertionError
"""A builder of a plug-in."""

from flytekit import ImageSpec, task


@task(container_image=ImageSpec(builder="envd"))  # expect: FTC200 task builders.built: builder of image flytekit is 'envd', expected 'default' or 'noop'
def built() -> None: ...
