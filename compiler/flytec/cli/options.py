"""Options that the compiling commands share; their names are those of the settings that they set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

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


def front_end_options(function: F) -> F:
    """What decides how modules are loaded and what a run with findings does."""
    for option in (
        click.option("--keep-going", is_flag=True, default=None, help="Write what compiles, even if something failed."),
        click.option(
            "--frontend",
            type=click.Choice(["stand-in", "flytekit"]),
            help="Load modules with flytec's stand-in for flytekit (the default), or with flytekit itself.",
        ),
        click.option("--target-version", help="The flytekit release that tasks name as their runtime."),
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
    for option in (
        front_end_options,
        env_option,
        click.option("--version", help="Version of all entities; left to registration by default."),
        click.option("--domain", help="Domain of all entities; left to registration by default."),
        click.option("--project", help="Project of all entities; left to registration by default."),
        image_option,
    ):
        function = option(function)
    return function
