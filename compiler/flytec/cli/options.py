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
