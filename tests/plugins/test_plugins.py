"""Programs that use plug-ins compile, with none installed, to what the real plug-ins emit."""

import difflib
import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

from differential.oracle import AS_FLYTEKIT, FLYTEC, RUNAWAY_SECONDS, clean_environment, fresh_folder
from flytec.app.standin import TABLE
from plugins.corpus import EXPECTED, HERE, Case, Plugin, as_text, plugins, read
from plugins.oracle import emitted, exported, facts

PLUGINS = plugins()
CASES = [case for plugin in PLUGINS for case in plugin.cases()]
STAMP = re.compile(r"# flytekit 1\.16\.\d+, flytekitplugins-(\S+) [\d.]+, Python 3\.\d+(, a fake \w+)*")


def compiled(case: Case, scratch: Path) -> str:
    folder = fresh_folder(scratch)
    done = subprocess.run(
        [str(FLYTEC), *case.arguments(folder, *AS_FLYTEKIT)],
        cwd=case.folder,
        env={**clean_environment(scratch), "PYTHONPATH": str(case.stubs)},
        capture_output=True,
        text=True,
        check=False,
        timeout=RUNAWAY_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return as_text(folder)


def difference(expected: str, actual: str) -> str:
    return "\n".join(difflib.unified_diff(expected.splitlines(), actual.splitlines(), "plug-in", "flytec", "", "", 8))


def test_no_plugin_is_installed() -> None:
    """Else these tests would show nothing of what they are to show."""
    assert importlib.util.find_spec("flytekitplugins") is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_are_those_of_the_real_plugin(case: Case, tmp_path: Path) -> None:
    _, expected = read(case)
    problem = difference(expected, compiled(case, tmp_path))
    assert not problem, problem


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_every_name_of_the_real_plugin_has_a_row(plugin: Plugin) -> None:
    rows = [line.split() for line in plugin.exports.read_text().splitlines()]
    assert rows
    assert [f"{module}.{name}" for module, name in rows if name not in TABLE.get(module, {})] == []


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_expectations_say_what_made_them(plugin: Plugin) -> None:
    assert plugin.cases()
    for case in plugin.cases():
        stamp, _ = read(case)
        found = STAMP.fullmatch(stamp)
        assert found, f"{case.name}: {stamp}"
        assert found[1] == plugin.name


def test_every_expectation_has_a_case() -> None:
    known = {case.expected for case in CASES}
    assert [path for path in HERE.rglob(EXPECTED) if path not in known] == []


@pytest.mark.parametrize("plugin", [plugin for plugin in PLUGINS if plugin.is_live], ids=lambda plugin: plugin.name)
def test_the_real_plugin_still_says_so(plugin: Plugin) -> None:
    assert exported(facts(plugin)["exports"]) == plugin.exports.read_text()
    for case in plugin.cases():
        problem = difference(read(case)[1], emitted(plugin, case))
        assert not problem, problem
