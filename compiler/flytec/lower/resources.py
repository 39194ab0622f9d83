"""Resources of containers and nodes: quantities, accelerators, shared memory."""

from __future__ import annotations

from typing import Any

from flytec.authoring.accelerators import BaseAccelerator, MultiInstanceGPUAccelerator
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.ir import pb
from flytec.settings.resources import Resources

_SHARED_MEMORY_NAME = "flyte-shared-memory"
_SHARED_MEMORY_PATH = "/dev/shm"

# In the order of flytekit's node overrides.
_OVERRIDE_ORDER = (
    ("cpu", pb.Resources.ResourceName.CPU),
    ("mem", pb.Resources.ResourceName.MEMORY),
    ("gpu", pb.Resources.ResourceName.GPU),
    ("ephemeral_storage", pb.Resources.ResourceName.EPHEMERAL_STORAGE),
)


def fill_override_resources(target: pb.Resources, requests: Resources | None, limits: Resources | None) -> None:
    """Requests and limits that override a task's; a quantity of zero stays.

    Raises:
        UserError: FTC201 for a pair where a single quantity is expected.
    """
    target.SetInParent()
    _fill_entries(target.requests, "requests", requests, _OVERRIDE_ORDER, keep_zero=True)
    _fill_entries(target.limits, "limits", limits, _OVERRIDE_ORDER, keep_zero=True)


def lower_extended_resources(
    accelerator: BaseAccelerator | None, shared_memory: bool | str | None
) -> pb.ExtendedResources | None:
    """Accelerator and shared memory, `None` without either; shared memory may be given a size."""
    has_memory = shared_memory is True or isinstance(shared_memory, str)
    if accelerator is None and not has_memory:
        return None
    return pb.ExtendedResources(
        gpu_accelerator=None if accelerator is None else _accelerator(accelerator),
        shared_memory=_shared_memory(shared_memory) if has_memory else None,
    )


def _accelerator(accelerator: BaseAccelerator) -> pb.GPUAccelerator:
    if not isinstance(accelerator, BaseAccelerator):
        raise user_error(
            INVALID_DECLARATION,
            f"accelerator is {accelerator!r}, expected one of flytekit.extras.accelerators",
            hint='name the device with GPUAccelerator("...")',
        )
    match accelerator:
        case MultiInstanceGPUAccelerator(leaves_partition_open=False, partition_size=None):
            return pb.GPUAccelerator(device=accelerator.device, unpartitioned=True)
        case MultiInstanceGPUAccelerator(leaves_partition_open=False):
            return pb.GPUAccelerator(device=accelerator.device, partition_size=accelerator.partition_size)
        case _:
            return pb.GPUAccelerator(device=accelerator.device)


def _shared_memory(size: bool | str | None) -> pb.SharedMemory:
    return pb.SharedMemory(
        mount_name=_SHARED_MEMORY_NAME,
        mount_path=_SHARED_MEMORY_PATH,
        size_limit=size if isinstance(size, str) else None,
    )


def _fill_entries(
    target: Any, what: str, resources: Resources | None, order: tuple[tuple[str, Any], ...], *, keep_zero: bool
) -> None:
    if resources is None:
        return
    for attribute, name in order:
        value = getattr(resources, attribute)
        if value is None:
            continue
        if isinstance(value, (list, tuple)):
            raise user_error(
                INVALID_DECLARATION,
                f"{what} has {attribute}={value!r}, expected a single quantity",
                hint="pass pairs of request and limit in resources=",
            )
        if value or keep_zero:
            target.add(name=name, value=str(value))
