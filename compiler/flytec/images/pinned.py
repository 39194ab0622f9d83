"""A Program whose images are named by their digests instead of their tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flytec.codes import REGISTRY_FAILED, UNRESOLVED_IMAGE
from flytec.diagnostics import CannotRunError, Diagnostic, Severity
from flytec.images.custom_parts import Rename, rename_in_custom, unknown_images
from flytec.images.reference import parse_image
from flytec.images.registry import Access, NotInRegistryError, Registry
from flytec.ir import pb
from flytec.ir.program import Program, Unit
from flytec.ir.references import submessages
from flytec.settings.images import Image, ImageConfig, parse_reference
from flytec.settings.serialization import SERIALIZED_CONTEXT_ENV_VAR, SerializationSettings

_CONTAINER_LISTS = ("containers", "initContainers")


def pinned_program(program: Program, access: Access) -> Program:
    """The program with each image by its digest, as its registry has it now.

    Images stand in containers, pods, overrides of nodes, in the settings that dynamic and eager tasks carry, and in
    what plug-ins tell the server; `kept_images` has those that stay what they are.

    Raises:
        CannotRunError: FTC547 for each image that its registry does not have, FTC603 for malformed ones, and what
            `Registry` raises; a registry that fails is not asked for the next image.
    """
    digests, findings, failing = dict[str, str](), list[Diagnostic](), set[str]()
    for name in image_names(program):
        try:
            digests[name] = _pinned(name, access, failing)
        except CannotRunError as error:
            findings.extend(error.findings)
    if findings:
        raise CannotRunError(*findings)
    return renamed_program(program, digests)


def kept_images(program: Program) -> tuple[Diagnostic, ...]:
    """Warnings FTC547 of images that keep their tags, for nobody knows whether they are images."""
    found = list[Diagnostic]()
    for unit in program:
        if not isinstance(unit.message, pb.TaskSpec):
            continue
        template = unit.message.template
        found += [
            Diagnostic(
                code=UNRESOLVED_IMAGE,
                severity=Severity.WARNING,
                message=f"task {unit.id.name} tells its plug-in of {name!r}, which keeps its tag",
                location=unit.origin,
                hint="Name it by its digest, if it is an image.",
            )
            for name in unknown_images(template.type, template.custom)
            if "@sha256:" not in name
        ]
    return tuple(found)


def image_names(program: Program, *, carried: bool = True) -> tuple[str, ...]:
    """The images that a program names, in order, each once; those in the settings that tasks carry if asked for."""
    found: dict[str, None] = {}

    def note(name: str) -> str:
        found.setdefault(name)
        return name

    for unit in program:
        _rename(_copy(unit.message), note, carried=carried)
    return tuple(found)


def carries_settings(program: Program) -> bool:
    """Whether a task of the program carries settings, to compile in its container: a dynamic or an eager one."""
    return image_names(program) != image_names(program, carried=False) or any(
        pair.key == SERIALIZED_CONTEXT_ENV_VAR
        for unit in program
        for part in submessages(unit.message)
        if part.DESCRIPTOR.full_name == "flyteidl.core.Container"
        for pair in part.env
    )


def renamed_program(program: Program, names: Mapping[str, str]) -> Program:
    """The program with other names for its images; those without one keep theirs."""
    units = []
    for unit in program:
        message = _copy(unit.message)
        _rename(message, lambda name: names.get(name, name), carried=True)
        units.append(Unit(kind=unit.kind, message=message, origin=unit.origin))
    return Program(tuple(units))


def _pinned(name: str, access: Access, failing: set[str]) -> str:
    """The image by its digest; `failing` are the registries that failed, to which one that fails now is added."""
    fqn, _, digest = parse_reference(name)
    if digest is not None:
        return name
    reference = parse_image(name)
    if reference.host in failing:
        return name
    try:
        _, found = Registry(reference, access).manifest(reference.version)
    except CannotRunError as error:
        if any(finding.code is REGISTRY_FAILED for finding in error.findings):
            failing.add(reference.host)
        raise
    except NotInRegistryError:
        raise CannotRunError(
            Diagnostic(
                code=UNRESOLVED_IMAGE,
                message=f"image {name} is not in registry {reference.host}, expected one whose digest can be told",
                hint="Run flytec build --push first, with --fast where sources go along, or correct the image.",
            )
        ) from None
    return f"{fqn}@{found.digest}"


def _copy(message: Any) -> Any:
    copied = type(message)()
    copied.CopyFrom(message)
    return copied


def _rename(message: Any, rename: Rename, *, carried: bool) -> None:
    for part in submessages(message):
        match part.DESCRIPTOR.full_name:
            case "flyteidl.core.Container":
                part.image = rename(part.image) if part.image else part.image
                for pair in part.env if carried else ():
                    if pair.key == SERIALIZED_CONTEXT_ENV_VAR:
                        pair.value = _renamed_context(pair.value, rename)
            case "flyteidl.core.K8sPod":
                _rename_in_pod(part.pod_spec, rename, carried=carried)
            case "flyteidl.core.TaskNodeOverrides":
                part.container_image = rename(part.container_image) if part.container_image else ""
            case "flyteidl.core.TaskTemplate":
                rename_in_custom(part.type, part.custom, rename)
            case _:
                pass


def _rename_in_pod(spec: pb.Struct, rename: Rename, *, carried: bool) -> None:
    for key in _CONTAINER_LISTS:
        if key not in spec.fields:
            continue
        for row in spec.fields[key].list_value.values:
            fields = row.struct_value.fields
            if "image" in fields and fields["image"].string_value:
                fields["image"].string_value = rename(fields["image"].string_value)
            for pair in fields["env"].list_value.values if carried and "env" in fields else ():
                variable = pair.struct_value.fields
                if "name" in variable and variable["name"].string_value == SERIALIZED_CONTEXT_ENV_VAR:
                    variable["value"].string_value = _renamed_context(variable["value"].string_value, rename)


def _renamed_context(text: str, rename: Rename) -> str:
    """The settings that a task carries, with other images; as they were where no image is another."""
    settings = SerializationSettings.from_transport(text)
    config = settings.image_config
    default = _renamed(config.default_image, rename) if config.default_image else None
    images = [_renamed(image, rename) for image in config.images] if config.images is not None else None
    renamed = ImageConfig(default_image=default, images=images)
    if renamed == config:
        return text
    builder = settings.new_builder()
    builder.image_config = renamed
    return builder.build().serialized_context


def _renamed(image: Image, rename: Rename) -> Image:
    name = image.fqn if image.version is None else image.full
    renamed = rename(name)
    if renamed == name:
        return image
    fqn, tag, digest = parse_reference(renamed)
    return Image(name=image.name, fqn=fqn, tag=tag, digest=digest)
