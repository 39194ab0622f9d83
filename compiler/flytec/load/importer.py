"""Imports the modules of a plan, each of them whatever happens to the others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module

from flytec.authoring.source import user_failure
from flytec.codes import MODULE_EXITED, MODULE_FAILED
from flytec.diagnostics import Diagnostic, FlytecError, Location
from flytec.load.plan import LoadPlan
from flytec.load.session import Session


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading found wrong, and the modules that did not load."""

    findings: tuple[Diagnostic, ...]
    failed_modules: frozenset[str]


def load_modules(plan: LoadPlan, session: Session) -> Loaded:
    """Imports every module of `plan`, in its order."""
    findings: list[Diagnostic] = []
    failed: set[str] = set()
    cwd = os.getcwd()
    for module in plan.modules:
        try:
            import_module(module.name)
        except FlytecError as error:
            failed.add(module.name)
            location, _ = user_failure(error)
            findings.extend(row.at(location or Location(module.path)) for row in error.findings)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            failed.add(module.name)
            findings.append(_failure(error, module.name, module.path))
        finally:
            os.chdir(cwd)
    if session.finder is not None:
        findings.extend(session.finder.findings)
    return Loaded(tuple(findings), frozenset(failed))


def _failure(error: BaseException, name: str, path: str) -> Diagnostic:
    location, frames = user_failure(error)
    if isinstance(error, SyntaxError) and error.filename:
        location, error = Location(error.filename, error.lineno or 0), SyntaxError(error.msg)
    exited = isinstance(error, SystemExit)
    return Diagnostic(
        code=MODULE_EXITED if exited else MODULE_FAILED,
        message=f"module {name} {'exits' if exited else f'raises {type(error).__name__}: {error}'}",
        location=location or Location(path),
        frames=frames,
    )
