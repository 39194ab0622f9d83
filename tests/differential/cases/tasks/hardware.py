"""Accelerators and shared memory."""

from flytekit import Resources, task
from flytekit.extras.accelerators import A100, A100_80GB, H100, L4, T4, V5E, GPUAccelerator


@task(limits=Resources(gpu="1"), accelerator=T4)
def constant() -> None: ...


@task(limits=Resources(gpu="1"), accelerator=GPUAccelerator("acme-gpu-9000"))
def custom() -> None: ...


@task(limits=Resources(gpu="1"), accelerator=A100)
def any_partition() -> None: ...


@task(limits=Resources(gpu="1"), accelerator=A100.unpartitioned)
def unpartitioned() -> None: ...


@task(limits=Resources(gpu="1"), accelerator=A100.partition_1g_5gb)
def partition_constant() -> None: ...


@task(limits=Resources(gpu="1"), accelerator=A100.partitioned("2g.10gb"))
def partition_by_name() -> None: ...


@task(accelerator=A100_80GB.partition_3g_40gb)
def big_partition() -> None: ...


@task(accelerator=H100)
def h100() -> None: ...


@task(accelerator=V5E.slice_2x2)
def tpu() -> None: ...


@task(shared_memory=True)
def all_memory() -> None: ...


@task(shared_memory="2Gi")
def some_memory() -> None: ...


@task(accelerator=L4, shared_memory="512Mi", requests=Resources(gpu="1"))
def both() -> None: ...
