"""The packages that `-k` names, for the commands that take them so."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from flytec.cli.invocation import Invocation
    from flytec.load.plan import LoadPlan
    from flytec.settings import ToolSettings


def plan_named_packages(tool: ToolSettings, invocation: Invocation, cwd: Path, command: str) -> LoadPlan:
    """The modules of the packages that options, settings or a configuration file name.

    Raises:
        click.UsageError: none are named.
        CannotRunError: one is not found.
    """
    from flytec.load.discover import plan_packages
    from flytec.settings import get_config_file, workflow_packages

    root = (cwd / tool.source_root) if tool.source_root else cwd
    config = get_config_file(str(invocation.config)) if invocation.config else None
    packages = tool.packages or workflow_packages(config, environ=os.environ)
    if not packages:
        raise click.UsageError(f"no package is named; flytec -k PACKAGE {command} ... was expected")
    return plan_packages(packages, source_root=root, cwd=cwd)
