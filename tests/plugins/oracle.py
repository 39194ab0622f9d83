"""Asks the real plug-ins: `make oracle PLUGIN=spark` writes the expectations of that plug-in afresh.

Each real plug-in is installed with flytekit in an environment of its own under `.cache/plugins`, by uv.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from differential.oracle import REPOSITORY, clean_environment
from plugins.corpus import LIBRARIES, Case, Plugin, as_text, plugins, stamp

BASE = ["flytekit==1.16.31", "kubernetes>=31"]  # pod templates hold the objects of the latter
ENVIRONMENTS = REPOSITORY / ".cache" / "plugins"
EXPORTS = Path(__file__).with_name("exports.py")


def environment(plugin: Plugin) -> Path:
    """The environment that has the real plug-in, made where it is not there yet."""
    wanted = [*BASE, *plugin.requirements]
    key = hashlib.sha256(f"{sys.version} {wanted} {plugin.is_alone}".encode()).hexdigest()[:16]
    folder = ENVIRONMENTS / f"{plugin.name}-{key}"
    done = folder / ".installed"
    if not done.exists():
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)], check=True)
        python = ["--python", str(folder / "bin" / "python")]
        install = [*uv, "pip", "install", "--quiet", *python]
        if plugin.is_alone:
            alone = wanted.pop(len(BASE))
            subprocess.run([*install, "--no-deps", alone], check=True)
        subprocess.run([*install, *wanted], check=True)
        done.touch()
    return folder


def facts(plugin: Plugin) -> dict[str, Any]:
    """What exports.py says of the real plug-in."""
    packages = [requirement.partition("==")[0] for requirement in plugin.requirements]
    told = packages if plugin == LIBRARIES else packages[:1]
    command = [str(environment(plugin) / "bin" / "python"), str(EXPORTS), *told]
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            command, cwd=home, env=_variables(plugin, Path(home)), capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def emitted(plugin: Plugin, case: Case) -> str:
    """What the real plug-in makes of a case."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "out")
        folder.mkdir()
        tree = Path(scratch, "tree")
        shutil.copytree(case.folder, tree, ignore=shutil.ignore_patterns("expected.txt", "__pycache__"))
        arguments = [str(tree) if part == str(case.folder) else part for part in case.arguments(folder)]
        done = subprocess.run(
            [str(environment(plugin) / "bin" / "pyflyte"), *arguments],
            cwd=tree,
            env=_variables(plugin, Path(scratch)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{case.name}: {done.stdout}{done.stderr}"
        return _in_container(as_text(folder), environment(plugin), tree)


def _variables(plugin: Plugin, home: Path) -> dict[str, str]:
    return {**clean_environment(home), "PYTHONPATH": str(plugin.fakes)}


def _in_container(text: str, venv: Path, tree: Path) -> str:
    """Without this machine: flytec, as `pyflyte package`, writes the Python of flytekit images, no source root."""
    text = text.replace(f'\\"source_root\\": \\"{tree}\\"', r"\"source_root\": null")
    return text.replace(f"{venv}/bin/python", "/opt/venv/bin/python3").replace(f"{venv}/", "/opt/venv/")


def exported(exports: dict[str, list[str] | None]) -> str:
    """The lines of `exports.txt`."""
    rows = ((module, names or ()) for module, names in sorted(exports.items()))
    return "".join(f"{module} {name}\n" for module, names in rows for name in names)


def rewrite(plugin: Plugin) -> None:
    """Makes all files of one plug-in anew that the real one decides."""
    known = facts(plugin)
    if plugin != LIBRARIES:
        plugin.exports.write_text(exported(known["exports"]))
    line = stamp(known["python"].rpartition(".")[0], known["versions"], plugin.fakes)
    for case in plugin.cases():
        case.expected.write_text(f"{line}\n{emitted(plugin, case)}")


def main(wanted: list[str]) -> None:
    """Rewrites the plug-ins of these names, all where there is none."""
    rows = {plugin.name: plugin for plugin in (*plugins(), LIBRARIES)}
    for name in wanted or rows:
        rewrite(rows[name])


if __name__ == "__main__":
    main(sys.argv[1:])
