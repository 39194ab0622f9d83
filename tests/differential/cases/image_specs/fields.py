"""Every field of an ImageSpec, and what makes one of another."""

from flytekit import ImageSpec, task
from flytekit.constants import CopyFileDetection

BASE = ImageSpec(name="Base", registry="GHCR.io/Acme", packages=["pandas"], python_version="3.11")
SPECS = [
    ImageSpec(),
    BASE,
    ImageSpec(name="below", base_image=BASE),
    ImageSpec(base_image="python:3.11", source_copy_mode=CopyFileDetection.NO_COPY),
    ImageSpec(
        name="everything",
        python_version="3.12",
        builder="default",
        env={"A": "1", "B": "2"},
        registry="localhost:30000/acme",
        packages=["numpy==1.26", "git+https://example.org/x"],
        conda_packages=["cudatoolkit"],
        conda_channels=["conda-forge"],
        requirements="requirements-of-images.txt",
        apt_packages=["git"],
        cuda="12.1",
        cudnn="8",
        base_image="ubuntu:22.04",
        platform="linux/arm64",
        pip_index="https://pypi.example.org/simple",
        pip_extra_index_url=["https://extra.example.org/simple"],
        pip_secret_mounts=[(".netrc", "/root/.netrc")],
        pip_extra_args="--no-cache",
        registry_config="registry.json",
        entrypoint=[],
        commands=["echo 'quoted'"],
        tag_format="{spec_hash}-dev",
        source_copy_mode=CopyFileDetection.NO_COPY,
        python_exec="/usr/bin/python3",
        runtime_packages=["rich", "httpx"],
        builder_options={"opt": {"nested": [1, 2.5, None, True]}},
        builder_config={"uv_image": "uv:1"},
    ),
    ImageSpec(packages=["a"]).with_packages("b").with_packages(["c"]),
    ImageSpec().with_commands("one").with_commands(["two"]).with_apt_packages("curl"),
    ImageSpec(builder_options={"a": 1}).with_builder_options({"b": 2}).force_push(),
    ImageSpec(builder="noop", base_image="ghcr.io/acme/built:v1").with_runtime_packages(["numpy"]),
    ImageSpec(name="on-noop", base_image=ImageSpec(name="n", builder="noop", base_image="ghcr.io/acme/built:v2")),
    ImageSpec(name="files").with_copy("files/one").with_copy(["requirements-of-images.txt"]),
    ImageSpec(copy=["files/one/a.txt", "files/none"], source_root="files"),
]


@task(container_image=SPECS[0])
def t0() -> None: ...


@task(container_image=SPECS[1])
def t1() -> None: ...


@task(container_image=SPECS[2])
def t2() -> None: ...


@task(container_image=SPECS[3])
def t3() -> None: ...


@task(container_image=SPECS[4], environment={"A": "1"})
def t4() -> None: ...


@task(container_image=SPECS[5])
def t5() -> None: ...


@task(container_image=SPECS[6])
def t6() -> None: ...


@task(container_image=SPECS[7])
def t7() -> None: ...


@task(container_image=SPECS[8])
def t8() -> None: ...


@task(container_image=SPECS[9])
def t9() -> None: ...


@task(container_image=SPECS[10])
def t10() -> None: ...


@task(container_image=SPECS[11])
def t11() -> None: ...
