"""Container images: none, plain, and templates over the configured ones."""

from flytekit import task


@task
def configured() -> None: ...


@task(container_image="docker.io/library/python:3.12-slim")
def plain() -> None: ...


@task(container_image="{{.image.default.fqn}}:{{.image.default.version}}")
def default_template() -> None: ...


@task(container_image="{{.image.gpu.fqn}}:{{.image.gpu.version}}")
def named_template() -> None: ...


@task(container_image="{{.image.gpu}}")
def whole_image() -> None: ...


@task(container_image="{{.images.default.fqn}}:spark-{{.images.default.version}}")
def plural_and_text() -> None: ...


@task(container_image="{{.image.default.fqn}}:fixed")
def only_a_name() -> None: ...


@task(container_image="{{.image.pinned.fqn}}")
def digest_name() -> None: ...


@task(container_image="{{.image.pinned}}")
def digest_whole() -> None: ...
