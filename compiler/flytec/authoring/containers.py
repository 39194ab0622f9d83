"""Containers as values, made of what users declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flytec.authoring.models_task import Container, DataLoadingConfig, ResourceEntry, ResourceName, Resources
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.settings import resources as declared

# Attributes of `flytekit.Resources`, in flytekit's order.
_QUANTITIES = (
    ("ephemeral_storage", ResourceName.EPHEMERAL_STORAGE),
    ("cpu", ResourceName.CPU),
    ("gpu", ResourceName.GPU),
    ("mem", ResourceName.MEMORY),
)


def container_of(
    image: str,
    spec: declared.ResourceSpec,
    command: Sequence[str] | None,
    args: Sequence[str] | None,
    environment: Mapping[str, str],
    data_loading_config: DataLoadingConfig | None = None,
) -> Container:
    """A container; quantities of zero or none are left out.

    Raises:
        UserError: FTC201 for quantities that are pairs, or not written as text.
    """
    return Container(
        image=image,
        command=command,  # type: ignore[arg-type]
        args=args,  # type: ignore[arg-type]
        resources=Resources(requests=_entries("requests", spec.requests), limits=_entries("limits", spec.limits)),
        env=dict(environment),
        config={},
        data_loading_config=data_loading_config,
    )


def _entries(what: str, resources: declared.Resources) -> list[ResourceEntry]:
    entries = []
    for attribute, name in _QUANTITIES:
        value = getattr(resources, attribute)
        if value is None:
            continue
        if isinstance(value, (list, tuple)):
            raise user_error(
                INVALID_DECLARATION,
                f"{what} has {attribute}={value!r}, expected a single quantity",
                hint="pass pairs of request and limit in resources=",
            )
        if not value:
            continue
        if not isinstance(value, str):
            raise user_error(
                INVALID_DECLARATION,
                f"{what} has {attribute}={value!r}, expected a quantity as text",
                hint=f'write {attribute}="{value}"',
            )
        entries.append(ResourceEntry(name, value))
    return entries
