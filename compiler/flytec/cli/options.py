"""Options that the compiling commands share; their names are those of the settings that they set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

SERVER_DEFAULTS = "server-defaults"
F = TypeVar("F", bound=Callable[..., Any])

_IMAGE_HELP = "Container image, as REFERENCE for the default one or NAME=REFERENCE; repeat for several."
_ENV_HELP = "Environment variable of all containers, as KEY=VALUE; repeat for several."


def image_option(function: F) -> F:
    """`-i/--image`."""
    return click.option("-i", "--image", multiple=True, help=_IMAGE_HELP)(function)


def env_option(function: F) -> F:
    """`--env`, also as `--envvars`."""
    return click.option("--env", "--envvars", "env", multiple=True, help=_ENV_HELP)(function)


def bundle_options(function: F) -> F:
    """What decides which files the source archive takes; the names are those of the settings in flytec.package."""
    for option in (
        click.option(
            "--verify", is_flag=True, default=None, help="Import the packed sources in a clean process before writing."
        ),
        click.option(
            "--allow-credential",
            "allow_credentials",
            multiple=True,
            metavar="PATH",
            help="Pack this file though it looks like a credential; repeat for several.",
        ),
        click.option("--max-size", metavar="SIZE", help="The most that the packed files may have, such as 10M."),
        click.option(
            "--explain", "show_files", is_flag=True, default=None, help="List each file, in or out, with the rule."
        ),
        click.option(
            "--keep-default-ignores/--no-default-ignores",
            default=None,
            help="Whether .gitignore, .dockerignore, .flyteignore and caches count; they do by default.",
        ),
        click.option(
            "--ignore", "ignores", multiple=True, metavar="PATTERN", help="Leave out, as in a .gitignore; repeatable."
        ),
        click.option("--deref-symlinks", is_flag=True, default=None, help="Pack what links lead to in their place."),
    ):
        function = option(function)
    return function


BUNDLE_FLAGS = (
    "verify",
    "allow_credentials",
    "max_size",
    "show_files",
    "keep_default_ignores",
    "ignores",
    "deref_symlinks",
    "copy_style",
)
"""The flags of `bundle_options`, and `--copy`."""


def loading_options(function: F) -> F:
    """What decides how modules are loaded."""
    for option in (
        click.option(
            "--frontend",
            type=click.Choice(["stand-in", "flytekit"]),
            help="Load modules with flytec's stand-in for flytekit (the default), or with flytekit itself.",
        ),
        click.option(
            "--plugin",
            "plugins",
            multiple=True,
            metavar="NAME",
            help="A plug-in of flytekit's that the container has and that is not imported, such as polars; repeatable.",
        ),
        click.option(
            "--placeholder",
            "placeholders",
            multiple=True,
            metavar="MODULE",
            help="A module to be replaced by a placeholder though it is installed, such as one that fails; repeatable.",
        ),
        click.option(
            "--missing-imports",
            type=click.Choice(["placeholder", "error"]),
            help="Replace modules that are not installed by placeholders (the default), or fail at their import.",
        ),
        click.option("--target-version", help="The flytekit release that tasks name as their runtime."),
    ):
        function = option(function)
    return function


def set_options(function: F) -> F:
    """What the checks are told of the deployment, and of what it has already."""
    for option in (
        click.option("--closed", is_flag=True, default=None, help="Take the program for all that the server has."),
        click.option(
            "--known",
            multiple=True,
            metavar="PATH",
            help="What the server has already: an emitted folder, file or archive, or a manifest; repeat for several.",
        ),
        click.option(
            "--platform",
            type=click.Choice([SERVER_DEFAULTS]),
            help="Take all limits that the server is compiled with for those of the deployment.",
        ),
    ):
        function = option(function)
    return function


def front_end_options(function: F) -> F:
    """What decides how modules are loaded and checked, and what a run with findings does."""
    for option in (
        set_options,
        click.option("--no-check", is_flag=True, default=None, help="Write also what the control plane will refuse."),
        click.option("--keep-going", is_flag=True, default=None, help="Write what compiles, even if something failed."),
        loading_options,
        click.option("--format", type=click.Choice(["text", "json"]), help="How to print the result."),
    ):
        function = option(function)
    return function


def resolve_option(function: F) -> F:
    """`--resolve-images`."""
    return click.option(
        "--resolve-images", is_flag=True, help="Name images by the digests that their registries have for the tags now."
    )(function)


def compile_options(function: F) -> F:
    """All options of `flytec compile` but its sources and output."""
    for option in (front_end_options, identity_options):
        function = option(function)
    return function


def identity_options(function: F) -> F:
    """What entities are called, and what their containers are."""
    for option in (
        env_option,
        click.option("--version", help="Version of all entities; left to registration by default."),
        click.option("--domain", help="Domain of all entities; left to registration by default."),
        click.option("--project", help="Project of all entities; left to registration by default."),
        image_option,
    ):
        function = option(function)
    return function
