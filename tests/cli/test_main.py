import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner, Result

from flytec import __version__
from flytec.cli.exit import guarded
from flytec.cli.invocation import Invocation
from flytec.cli.main import COMMANDS, cli
from flytec.diagnostics import InternalError, NothingToCompileError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_help_lists_every_command_with_its_summary() -> None:
    shown = " ".join(run("--help").stdout.split())
    for name, row in COMMANDS.items():
        assert f"{name} {row.summary}" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: cli {name} ")


def test_help_imports_nothing_that_a_run_needs() -> None:
    code = (
        "import json, sys; sys.argv = ['flytec', '--help']\n"
        "from flytec.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in json.loads(ended.stderr)}
    assert loaded & {"pydantic", "google", "flyteidl", "flytecpb", "yaml", "mashumaro", "rich", "ctypes"} == set()
    ours = {name for name in json.loads(ended.stderr) if name.startswith("flytec.")}
    assert {name.split(".")[1] for name in ours} == {"cli", "codes", "diagnostics", "records", "render"}


def test_the_version_is_shown() -> None:
    assert run("--version").stdout == f"flytec {__version__}\n"


def test_packages_come_repeated_or_with_commas() -> None:
    seen: list[Invocation] = []

    @click.command()
    @click.pass_obj
    def probe(invocation: Invocation) -> None:
        seen.append(invocation)

    context = cli.make_context("flytec", ["-k", "a.b,c", "-k", "d", "-c", "flyte.config", "-vv", "inspect"])
    with context:
        assert cli.callback is not None
        cli.callback(**context.params)
        context.invoke(probe)
    (invocation,) = seen
    assert (invocation.pkgs, str(invocation.config), invocation.verbosity) == (("a.b", "c", "d"), "flyte.config", 2)


@pytest.mark.parametrize("name", ["a/b", "a-b", "a\\b", "a..b", "3a", "a b"])
def test_a_package_that_has_no_dotted_name_is_a_usage_error(name: str) -> None:
    result = run("-k", name, "inspect", "x")
    assert result.exit_code == 2
    assert f"{name!r} is no dotted package name; one like 'workflows.training' was expected" in result.stderr


def ended(error: BaseException, capsys: pytest.CaptureFixture[str], verbosity: int = 0) -> tuple[int, str]:
    def fail() -> None:
        raise error

    with pytest.raises(click.exceptions.Exit) as caught:
        guarded(fail, Invocation(verbosity=verbosity))
    return caught.value.exit_code, capsys.readouterr().err


def test_nothing_to_compile_is_exit_code_3(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = ended(NothingToCompileError("no entity is in x", hint="Look elsewhere."), capsys)
    assert code == 3
    assert shown == "error[FTC103 nothing-to-compile]: no entity is in x\n  hint: Look elsewhere.\n"


def test_a_fault_of_our_own_asks_for_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = ended(ZeroDivisionError("division by zero"), capsys)
    assert code == 70
    assert shown == (
        "error[FTC900 internal-error]: ZeroDivisionError: division by zero; this is a fault of flytec's own\n"
        "  hint: Please report it, with the input and the traceback that `flytec -v` shows.\n"
    )
    code, shown = ended(ZeroDivisionError("division by zero"), capsys, verbosity=1)
    assert code == 70
    assert shown.startswith("Traceback (most recent call last):\n")
    assert ended(InternalError("impossible"), capsys)[0] == 70


def test_an_interrupt_is_exit_code_130_without_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(KeyboardInterrupt(), capsys) == (130, "")
