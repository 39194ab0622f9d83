"""The self-test of a source archive: unpacks it, and imports the compiled modules from there in a clean process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flytec.app.compile import Compiled
from flytec.app.request import CompileRequest
from flytec.app.standin import TABLE, TASK_PLUGINS
from flytec.authoring.recorder import Recorder, recording
from flytec.codes import NOT_IMPORTABLE
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.load.importer import load_modules
from flytec.load.missing import MissingPolicy
from flytec.load.plan import LoadPlan, PlannedModule
from flytec.load.scope import is_installed
from flytec.load.session import isolated
from flytec.package.bundle import Bundle
from flytec.tree.listing import EntryKind, Listing
from flytec.tree.places import paths_below

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from flytec.app.verify import answer; answer(*sys.argv[2:])"
)
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
_NAMES = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def verify_bundle(
    bundle: Bundle, compiled: Compiled, request: CompileRequest, source: Path, environ: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Findings FTC509 for each module that was compiled from below `source` and does not load from the archive alone.

    The process has Python's and the installed modules, placeholders for what was replaced in `compiled`, the variables
    that containers get, and the front end of the request; its working folder is the unpacked tree.
    """
    packed = {entry.path for entry in bundle.listing.entries}
    with tempfile.TemporaryDirectory(prefix="flytec-verify-") as scratch:
        tree = Path(scratch).resolve() / "tree"
        tree.mkdir()
        _unpack(bundle.path, tree)
        question = {
            "tree": str(tree),
            "source": str(source.resolve()),
            "modules": [row for row in _modules(request.plan, source) if row[1] in packed],
            "frontend": request.tool.frontend,
            "target_version": request.tool.target_version,
            "replaced": compiled.replaced,
        }
        rows = _asked(question, Path(scratch), source, {**_kept(environ), **request.tool.env, "HOME": scratch})
    return (
        *missing_modules(request.plan, source, bundle.listing, Severity.ERROR),
        *(_finding(row, bundle.listing, str(tree)) for row in rows),
    )


def missing_modules(
    plan: LoadPlan, source: Path, listing: Listing, severity: Severity = Severity.WARNING
) -> tuple[Diagnostic, ...]:
    """Findings FTC509 for modules that were compiled from below `source` and are not in the archive: no task of theirs
    can run.
    """
    packed = {entry.path for entry in listing.entries}
    return tuple(
        Diagnostic(
            code=NOT_IMPORTABLE,
            severity=severity,
            message=f"module {name} is compiled, and the archive does not hold its file",
            location=Location(path),
            notes=tuple(_reasons(name, listing)),
            hint="Take the file, or do not compile it.",
        )
        for name, path in _modules(plan, source)
        if path not in packed and not _behind_a_link(path, listing)
    )


def _behind_a_link(path: str, listing: Listing) -> bool:
    links = [f"{entry.path}/" for entry in listing.entries if entry.kind is EntryKind.FOLDER_LINK]
    return path.startswith(tuple(links))


def answer(question_file: str, answer_file: str) -> None:
    """The clean process: imports the modules of a question and writes what went wrong."""
    question = json.loads(Path(question_file).read_text(encoding="utf-8"))
    tree = question["tree"]
    plan = LoadPlan(
        roots=(tree,),
        modules=tuple(PlannedModule(name, str(Path(tree, path))) for name, path in question["modules"]),
        looked_in=(tree,),
        cwd=tree,
    )
    table = TABLE if question["frontend"] == "stand-in" else None
    replaced = frozenset(question["replaced"])
    missing = MissingPolicy(replaced, replaces_all=False, is_guarded=True) if replaced else None
    with isolated(plan, table, question["target_version"], TASK_PLUGINS, missing) as session, recording(Recorder()):
        loaded = load_modules(plan, session)
        strays = sorted(_strays(question["source"], tree))
    rows = [
        {
            "message": finding.message,
            "path": finding.location.path.removeprefix(tree + "/") if finding.location else "",
            "line": finding.location.line if finding.location else 0,
            "notes": list(finding.notes),
        }
        for finding in loaded.findings
        if finding.severity.value == "error"
    ]
    rows += [
        {"message": f"{stray} is imported in place of a packed file", "path": "", "line": 0, "notes": []}
        for stray in strays
    ]
    Path(answer_file).write_text(json.dumps(rows), encoding="utf-8")


def _unpack(archive: Path, tree: Path) -> None:
    with tarfile.open(archive) as packed:
        if hasattr(tarfile, "fully_trusted_filter"):  # not in the first releases of Python 3.10 and 3.11
            packed.extractall(tree, filter="fully_trusted")
        else:
            packed.extractall(tree)


def _modules(plan: LoadPlan, source: Path) -> list[tuple[str, str]]:
    """The planned modules that lie below the source tree, each with its path from there."""
    return [(module.name, path) for module in plan.modules for path in paths_below(source, [module.path])]


def _kept(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: environ[name] for name in _KEPT_VARIABLES if name in environ}


def _asked(
    question: Mapping[str, Any], scratch: Path, source: Path, environ: Mapping[str, str]
) -> list[dict[str, Any]]:
    files = (scratch / "question.json", scratch / "answer.json")
    files[0].write_text(json.dumps(question), encoding="utf-8")
    path = [entry for entry in sys.path if entry and not _is_source(entry, source)]
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", _START, json.dumps(path), *map(str, files)],
        cwd=question["tree"],
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if not files[1].exists():
        said = done.stderr.decode(errors="backslashreplace").strip().splitlines()[-1:]
        message = f"the process that imports the packed tree ended with code {done.returncode} before it was done"
        return [{"message": message, "path": "", "line": 0, "notes": said}]
    rows: list[dict[str, Any]] = json.loads(files[1].read_text(encoding="utf-8"))
    return rows


def _is_source(entry: str, source: Path) -> bool:
    place = Path(entry).resolve()
    return place.is_relative_to(source.resolve()) and not is_installed(f"{place}/")


def _strays(source: str, tree: str) -> Iterator[str]:
    """Files of the source tree itself that were imported, by an editable installation for example."""
    for module in list(sys.modules.values()):
        file = getattr(module, "__dict__", {}).get("__file__")
        if not isinstance(file, str) or file.startswith(tree + "/") or is_installed(file):
            continue
        if file.startswith(source + "/"):
            yield file


def _finding(row: Mapping[str, Any], listing: Listing, tree: str) -> Diagnostic:
    message = row["message"].replace(tree, "the packed tree")
    return Diagnostic(
        code=NOT_IMPORTABLE,
        message=f"the packed tree does not load: {message}",
        location=Location(row["path"], row["line"]) if row["path"] else None,
        notes=(*row["notes"], *_reasons(row["message"], listing)),
        hint="Take the file that is missing, or see with --explain what leaves it out.",
    )


def _reasons(message: str, listing: Listing) -> Iterator[str]:
    """What is known of modules that a message names: the rules that left out their files, or folders around them."""
    rules = {row.path: row.rule for row in listing.left_out}
    for name in dict.fromkeys(_NAMES.findall(message)):
        path = name.replace(".", "/")
        parents = [path[:end] + "/" for end, char in enumerate(path) if char == "/"]
        for candidate in (f"{path}.py", f"{path}.pyc", f"{path}/", f"{path}/__init__.py", *parents):
            if candidate in rules:
                yield f"{candidate} is left out by {rules[candidate]}"
