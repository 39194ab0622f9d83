"""The image that flytekit takes when none is named."""

from collections.abc import Mapping

from flytec.codes import INVALID_IMAGE
from flytec.diagnostics import cannot_run

IMAGE_ENV_VAR = "FLYTE_INTERNAL_IMAGE"
_REPOSITORY = "cr.flyte.org/flyteorg/flytekit"
# The Python releases that flytekit publishes images for.
_PYTHON_VERSIONS = ((3, 8), (3, 9), (3, 10), (3, 11), (3, 12))


def default_image_reference(
    *, python_version: tuple[int, int], flytekit_version: str, environ: Mapping[str, str], variant: str = ""
) -> str:
    """The reference of flytekit's own image, or what FLYTE_INTERNAL_IMAGE in `environ` names instead.

    A development version of flytekit stands for the tag `latest`; `variant` is what the tags of a plug-in's images have
    in front of the version. Raises CannotRunError FTC603 for a Python release that flytekit publishes no image for.
    """
    override = environ.get(IMAGE_ENV_VAR)
    if override:
        return override
    python = ".".join(map(str, python_version))
    if python_version not in _PYTHON_VERSIONS:
        first, last = (".".join(map(str, version)) for version in (_PYTHON_VERSIONS[0], _PYTHON_VERSIONS[-1]))
        raise cannot_run(
            INVALID_IMAGE,
            f"there is no default image for Python {python}, expected {first} to {last}",
            hint="Name an image.",
        )
    suffix = "latest" if "dev" in flytekit_version else flytekit_version
    return f"{_REPOSITORY}:py{python}-{variant}{suffix}"
