"""The options of `flytec build`; their names are those of the settings that they set."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

import click

TOOL_FLAGS = ("image", "project", "domain", "env", "source_root", "target_version", "format")
PACKAGE_FLAGS = ("ignores", "allow_credentials", "deref_symlinks")
BUILD_FLAGS = (
    "fast",
    "builder",
    "base_image",
    "requirements",
    "python_version",
    "image_name",
    "registry",
    "platform",
    "labels",
    "entrypoint",
    "copy_style",
    "push",
    "output",
    "installer",
    "compression",
    "plain_http",
    "credentials",
)


def build_parameters() -> list[click.Parameter]:
    """The options, made anew for each command that has them."""
    return [*_image_options(), *_delivery_options(), *_source_options(), *_shared_options()]


def _image_options() -> list[click.Parameter]:
    return [
        _switch("--fast", "Leave the sources out: a source archive brings them."),
        _option("--base-image", "Image that the project's own one is based on, as REFERENCE or oci:FOLDER[:NAME]."),
        _option("--requirements", "Lock file or file of requirements; by default the project's."),
        _option("--python-version", "The Python of the base image, such as 3.11, where it cannot be told."),
        _option("--image-name", "Name of the project's own image; 'flytekit' by default."),
        _option("--registry", "Registry for images that name none, as HOST[:PORT][/PATH]."),
        _option("--platform", "Platforms to build for, such as linux/amd64,linux/arm64."),
        click.Option(["--label", "labels"], multiple=True, help="Label of the project's image, as KEY=VALUE; repeat."),
        click.Option(["--entrypoint"], callback=_words, help="Entry point of the project's image, a command line."),
    ]


def _delivery_options() -> list[click.Parameter]:
    return [
        _choice(
            "--builder", ("auto", "oci", "docker", "buildah"), "Who builds; auto takes docker or buildah if it runs."
        ),
        _switch("--push", "Push to the registry."),
        _option("-o", "Folder of the OCI image layout to write.", "--output"),
        _choice("--installer", ("auto", "uv", "pip"), "What the oci builder installs packages with."),
        _choice("--compression", ("none", "gzip"), "How the oci builder packs layers; gzip's bytes depend on zlib."),
        click.Option(["--plain-http/--no-plain-http"], default=None, help="Leave TLS out; for loopback the default."),
        _option("--credentials", "A config.json of docker's; by default the user's own."),
        _switch("--dry-run", "Print the Dockerfile or the layers instead of building."),
    ]


def _source_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--copy", "copy_style"],
            type=click.Choice(["all", "auto"]),
            help="Which sources go into the project's image: all that no ignore rule leaves out, or imported modules.",
        ),
        _option("--local-source-root", "Folder that the sources lie in.", "source_root"),
        click.Option(["--ignore", "ignores"], multiple=True, help="Pattern of files to leave out; repeat for several."),
        click.Option(
            ["--allow-credential", "allow_credentials"],
            multiple=True,
            help="File that may go into the image though it looks like a credential; repeat for several.",
        ),
        _switch("--deref-symlinks", "Copy what links lead to."),
    ]


def _shared_options() -> list[click.Parameter]:
    return [
        click.Option(["-i", "--image"], multiple=True, help="Container image, as in flytec compile; repeat."),
        _option("-p", "Project of all entities.", "--project"),
        _option("-d", "Domain of all entities.", "--domain"),
        click.Option(["--env", "--envvars", "env"], multiple=True, help="Environment variable, as KEY=VALUE; repeat."),
        _option("--target-version", "The flytekit release that images get."),
        _choice("--format", ("text", "json"), "How to print the result."),
    ]


def _option(name: str, help: str, *more: str) -> click.Option:  # noqa: A002 - click's name
    return click.Option([name, *more], help=help)


def _switch(name: str, help: str) -> click.Option:  # noqa: A002
    return click.Option([name], is_flag=True, default=None, help=help)


def _choice(name: str, choices: Sequence[str], help: str) -> click.Option:  # noqa: A002
    return click.Option([name], type=click.Choice(list(choices)), help=help)


def _words(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(value or ""))
    except ValueError as error:
        raise click.BadParameter(f"{error}; a command line was expected") from error
