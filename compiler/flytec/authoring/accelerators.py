"""Accelerators: devices by name, whole or in partitions."""

from __future__ import annotations

import copy
from typing import Any

_ABSENT = object()


class BaseAccelerator:
    """What a task's `accelerator` is; `device` is the name that the cluster knows it by."""

    device: str


class GPUAccelerator(BaseAccelerator):
    """A device without partitions."""

    def __init__(self, device: str) -> None:
        self.device = device


class MultiInstanceGPUAccelerator(BaseAccelerator):
    """A device that can be had in partitions or slices.

    Whether it is partitioned is left open at first; `unpartitioned` asks for the whole, `partitioned` for a part.
    """

    _partition_size: Any = _ABSENT

    @property
    def unpartitioned(self) -> MultiInstanceGPUAccelerator:
        """The whole device."""
        whole = copy.copy(self)
        whole._partition_size = None
        return whole

    @classmethod
    def partitioned(cls, partition_size: str) -> MultiInstanceGPUAccelerator:
        """A part of the device, by the cluster's name of its size."""
        part = cls()
        part._partition_size = partition_size
        return part

    @property
    def leaves_partition_open(self) -> bool:
        """Whether neither the whole nor a part is asked for."""
        return self._partition_size is _ABSENT

    @property
    def partition_size(self) -> str | None:
        """The size of the part, `None` for the whole."""
        size: str | None = None if self.leaves_partition_open else self._partition_size
        return size


def _multi_instance(name: str, device: str, attribute: str, sizes: str) -> MultiInstanceGPUAccelerator:
    """An accelerator whose class has an attribute a size: `partition_1g_5gb` for 1g.5gb, `slice_2x2` for 2x2."""
    base: Any = type(f"_{name}_Base", (MultiInstanceGPUAccelerator,), {"device": device})
    parts = {f"{attribute}_{size.replace('.', '_')}": base.partitioned(size) for size in sizes.split()}
    accelerator: MultiInstanceGPUAccelerator = type(f"_{name}", (base,), parts)()
    return accelerator


A10G = GPUAccelerator("nvidia-a10g")
L4 = GPUAccelerator("nvidia-l4")
L4_VWS = GPUAccelerator("nvidia-l4-vws")
L40S = GPUAccelerator("nvidia-l40s")
K80 = GPUAccelerator("nvidia-tesla-k80")
M60 = GPUAccelerator("nvidia-tesla-m60")
P4 = GPUAccelerator("nvidia-tesla-p4")
P100 = GPUAccelerator("nvidia-tesla-p100")
T4 = GPUAccelerator("nvidia-tesla-t4")
V100 = GPUAccelerator("nvidia-tesla-v100")
H100 = GPUAccelerator("nvidia-h100")
H200 = GPUAccelerator("nvidia-h200")
RTX_PRO_6000 = GPUAccelerator("nvidia-rtx-pro-6000")

# The attributes below are made of the sizes, hence Any: they are not to be declared twice.
A100: Any = _multi_instance("A100", "nvidia-tesla-a100", "partition", "1g.5gb 2g.10gb 3g.20gb 4g.20gb 7g.40gb")
A100_80GB: Any = _multi_instance(
    "A100_80GB", "nvidia-a100-80gb", "partition", "1g.10gb 2g.20gb 3g.40gb 4g.40gb 7g.80gb"
)
V5E: Any = _multi_instance("V5E", "tpu-v5-lite-podslice", "slice", "1x1 2x2 2x4 4x4 4x8 8x8 8x16 16x16")
V5P: Any = _multi_instance(
    "V5P", "tpu-v5p-slice", "slice", "2x2x1 2x2x2 2x4x4 4x4x4 4x4x8 4x8x8 8x8x8 8x8x16 8x16x16 16x16x16 16x16x24"
)
V6E: Any = _multi_instance("V6E", "tpu-v6e-slice", "slice", "1x1 2x2 2x4 4x4 4x8 8x8 8x16 16x16")
