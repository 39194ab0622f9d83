"""Container images by name: references, and the set of them that a serialization uses."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import WrapValidator, model_validator
from pydantic.dataclasses import dataclass

from flytec.codes import INVALID_IMAGE
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.settings.config_file import ConfigFile, get_config_file
from flytec.settings.default_image import default_image_reference
from flytec.settings.target import FLYTEKIT_TARGET_VERSION
from flytec.settings.validation import FROZEN_CONFIG, infer_missing, null_if_inferred, reporting
from flytec.settings.wire import WireForm
from flytec.settings.wording import shown

DEFAULT_IMAGE_NAME = "default"


@reporting
@dataclass(frozen=True, config=FROZEN_CONFIG)
class Image(WireForm):
    """A container image under a name of the user's: `fqn` is registry, path and repository.

    Raises CannotRunError FTC603 when both `tag` and `digest` are given.
    """

    name: Annotated[str, WrapValidator(null_if_inferred)]
    fqn: Annotated[str, WrapValidator(null_if_inferred)]
    tag: str | None = None
    digest: str | None = None

    _infer_missing = model_validator(mode="before")(infer_missing)

    def __post_init__(self) -> None:
        if self.tag is not None and self.digest is not None:
            raise cannot_run(
                INVALID_IMAGE,
                f"image {self.name!r} has tag {self.tag!r} and digest {self.digest!r}, expected one of them at most",
                hint="Drop the tag.",
            )

    @property
    def full(self) -> str:
        """The reference as a container runtime takes it; the tag of an image without a version reads `None`."""
        return f"{self.fqn}@{self.digest}" if self.digest else f"{self.fqn}:{self.tag}"

    @property
    def version(self) -> str | None:
        """The digest, or else the tag."""
        return self.digest or self.tag

    @staticmethod
    def look_up_image_info(name: str, image_identifier: str, allow_no_tag_or_digest: bool = False) -> "Image":
        """The image that a reference names, or the ImageSpec in a YAML file if there is a file of that name.

        An ImageSpec is named here as flytekit names it, and not built. Raises CannotRunError FTC603 for a reference
        without tag and digest, unless it is allowed to have none.
        """
        reference = image_identifier
        if _is_file(name, reference):
            from flytec.settings.image_spec_file import image_name_of_spec_file

            reference = image_name_of_spec_file(Path(reference))
        fqn, tag, digest = parse_reference(reference)
        if tag is None and digest is None and not allow_no_tag_or_digest:
            raise cannot_run(
                INVALID_IMAGE,
                f"image {name!r}: {reference!r} has no version, expected REPOSITORY:TAG or REPOSITORY@DIGEST",
                hint="Add a tag or a digest.",
            )
        return Image(name=name, fqn=fqn, tag=tag, digest=digest)


@reporting
@dataclass(frozen=True, config=FROZEN_CONFIG)
class ImageConfig(WireForm):
    """The default image and the named ones; `images` lists the default one too when a constructor method made it."""

    default_image: Image | None = None
    images: list[Image] | None = None

    def find_image(self, name: str) -> Image | None:
        """The image of that name: the default one first, then the first of the others."""
        candidates = [*([self.default_image] if self.default_image else []), *(self.images or [])]
        return next((image for image in candidates if image.name == name), None)

    @staticmethod
    def validate_image(_: object, param: object, values: Sequence[str]) -> "ImageConfig":
        """Read `NAME=REFERENCE` and `REFERENCE` strings; one without a name, or named `default`, is the default image.

        Has the shape of a click callback: the first argument is not looked at, `param` (a click parameter or a name)
        only names the option in an error. Without a default among the values, flytekit's own image is taken. Raises
        CannotRunError FTC603 for a reference without a version, and for two default images.
        """
        option = str(getattr(param, "name", None) or param)
        default_image: Image | None = None
        others: list[Image] = []
        for value in values:
            image = _image_of_value(option, value)
            if image.name != DEFAULT_IMAGE_NAME:
                others.append(image)
            elif default_image is None:
                default_image = image
            else:
                raise cannot_run(
                    INVALID_IMAGE,
                    f"{option}: {default_image.full} and {image.full} are both the default image, expected one",
                    hint="Give the other a name, as NAME=REFERENCE.",
                )
        if default_image is None:
            default_image = Image.look_up_image_info(DEFAULT_IMAGE_NAME, flytekit_image())
        return ImageConfig.create_from(default_image=default_image, other_images=others)

    @classmethod
    def create_from(cls, default_image: Image | None, other_images: Iterable[Image] | None = None) -> "ImageConfig":
        """A configuration whose `images` are the default one, if any, and then the others. Raises FTC603."""
        if default_image is not None and not isinstance(default_image, Image):
            raise cannot_run(
                INVALID_IMAGE,
                f"default_image is {default_image!r}, expected an Image or None",
                hint="Make an Image of it with Image.look_up_image_info().",
            )
        return ImageConfig(
            default_image=default_image, images=[*([default_image] if default_image else []), *(other_images or [])]
        )

    @classmethod
    def auto(cls, config_file: str | ConfigFile | None = None, img_name: str | None = None) -> "ImageConfig":
        """`img_name` as the default image, and the `images` section of the configuration file.

        Without `config_file`, the file is looked for where flytekit looks (see `get_config_file`). Images in a file
        need no version. Raises CannotRunError FTC603 for a wrong reference and FTC605 for a wrong file.
        """
        default_image = Image.look_up_image_info(DEFAULT_IMAGE_NAME, img_name) if img_name else None
        config = get_config_file(config_file)
        return cls.create_from(default_image, _images_of(config.images() if config else {}))

    @classmethod
    def from_images(cls, default_image: str | None, m: Mapping[str, str] | None = None) -> "ImageConfig":
        """A configuration of references: the default one, and others by name, which need no version. Raises FTC603."""
        image = Image.look_up_image_info(DEFAULT_IMAGE_NAME, default_image) if default_image else None
        return cls.create_from(image, _images_of(m or {}))

    @classmethod
    def auto_default_image(cls) -> "ImageConfig":
        """`auto` with flytekit's own image as the default one."""
        return cls.auto(img_name=flytekit_image())


def parse_reference(reference: str) -> tuple[str, str | None, str | None]:
    """Split a reference into name, tag and digest; never a tag and a digest, a tag before a digest stays in the name.

    The rule is docker's: what follows the last colon is a tag unless a slash follows it, which makes it a port.
    """
    name, at, digest = reference.rpartition("@")
    if at:
        return name, None, digest
    name, colon, tag = reference.rpartition(":")
    if colon and "/" not in tag:
        return name, tag, None
    return reference, None, None


def _image_of_value(option: str, value: str) -> Image:
    name, separator, reference = value.partition("=")
    try:
        return Image.look_up_image_info(*((name, reference) if separator else (DEFAULT_IMAGE_NAME, value)))
    except CannotRunError as error:
        rows = [replace(row, message=f"{option}: {row.message}") for row in error.findings]
        raise CannotRunError(*rows) from None


def _images_of(references: Mapping[str, str]) -> list[Image]:
    return [
        Image.look_up_image_info(name, reference, allow_no_tag_or_digest=True) for name, reference in references.items()
    ]


def flytekit_image(variant: str = "") -> str:
    """The reference of flytekit's own image for the present Python, or of the `variant` that a plug-in publishes.

    Raises CannotRunError FTC603 for a Python release that there is none for.
    """
    # The methods of ImageConfig have flytekit's signatures, so these two facts have no way in as arguments.
    return default_image_reference(
        python_version=sys.version_info[:2],
        flytekit_version=FLYTEKIT_TARGET_VERSION,
        environ=os.environ,
        variant=variant,
    )


def _is_file(name: str, reference: str) -> bool:
    try:
        return Path(reference).is_file()
    except OSError as error:
        message = f"image {name!r}: {shown(reference)} fails as a file name ({error.strerror}), expected a reference"
        raise cannot_run(INVALID_IMAGE, message, hint="Shorten the reference.") from None
