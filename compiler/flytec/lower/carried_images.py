"""The images that dynamic tasks carry: in the container a specified image is found by its id, and not named again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.image_spec import ImageSpec
from flytec.diagnostics import UserError
from flytec.settings.images import Image, ImageConfig

if TYPE_CHECKING:
    from flytec.lower.lowering import Lowering


def carry_images(lowering: Lowering) -> None:
    """Adds the specified images of all declared tasks to the images of the settings, for what is lowered from now on.

    The id is that of the specification as it was written: what flytekit takes may hold the folder of the sources,
    which the container does not know. An image that has no name is left to the task that it belongs to.
    """
    settings = lowering.settings
    images = settings.image_config
    if images.images is None:
        images = ImageConfig.create_from(images.default_image)
    known = list(images.images or ())
    before = len(known)
    for entity in lowering.recorder.entities:
        if not isinstance(entity, PythonAutoContainerTask) or not isinstance(entity.container_image, ImageSpec):
            continue
        try:
            image = Image.look_up_image_info(entity.container_image.id, entity.get_image(settings))
        except UserError:
            continue
        if image not in known:
            known.append(image)
    if len(known) == before:
        return
    builder = settings.new_builder()
    builder.image_config = ImageConfig(default_image=images.default_image, images=known)
    lowering.settings = builder.build()
