"""Which modules of flytekit are attributes of their packages, and when: as in flytekit itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flytec.authoring.table import TABLE
from flytec.load.discover import plan_sources
from flytec.load.importer import load_modules
from flytec.load.session import isolated
from flytec.load.standin import NOT_IMPORTED
from layouts import lay_out

SAYS_WHAT_IS_LOADED = "import flytekit, json, sys; print(json.dumps(sorted(sys.modules)))"


def with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def test_what_import_flytekit_leaves_alone() -> None:
    ended = subprocess.run([sys.executable, "-c", SAYS_WHAT_IS_LOADED], capture_output=True, text=True, check=True)
    loaded = set(json.loads(ended.stdout))
    served = {name for module in TABLE for name in with_parents(module) if name.startswith("flytekit.")}
    left_alone = {name for name in served if not NOT_IMPORTED.isdisjoint(with_parents(name))}
    assert sorted(left_alone) == sorted(served - loaded)
    assert NOT_IMPORTED - served == set(), "not in the table"


def load(folder: Path, *modules: str) -> list[str]:
    """What is said about modules of these texts, called a, b ..."""
    lay_out(folder, {f"{name}.py": text for name, text in zip("abc", modules, strict=False)})
    plan = plan_sources(["."], cwd=folder)
    with isolated(plan, TABLE, "1.16.99") as session:
        return [row.message for row in load_modules(plan, session).findings]


@pytest.mark.parametrize(
    "text",
    [
        "from flytekit import testing; testing",
        "import flytekit.testing; flytekit.testing.patch",
        "import flytekit.testing as here; here.patch",
        "from flytekit.testing import patch",
        "import flytekit; flytekit.core.task.task",
        "import flytekit; assert not hasattr(flytekit, 'testing')",
        "import flytekit; assert getattr(flytekit, 'testing', 3) == 3",
        "import flytekit; assert flytekit.__version__ == '1.16.99'",
        "import flytekit, os; assert not os.path.exists(os.path.dirname(flytekit.__file__))",
        "import flytekit, pkgutil; assert list(pkgutil.walk_packages(flytekit.__path__)) == []",
        "import flytekit, inspect; inspect.getmembers(flytekit)",
    ],
)
def test_what_flytekit_has(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == []


def test_what_flytekit_has_only_when_it_was_imported(tmp_path: Path) -> None:
    text = "import flytekit\nflytekit.testing"
    said = "raises AttributeError: module 'flytekit' has no attribute 'testing'; import flytekit.testing to have it"
    assert load(tmp_path, text, "import flytekit.testing", text) == [f"module a {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    from flytekit import tusk\nexcept ImportError as error:\n    raise RuntimeError('no') from error",
        "try:\n    from flytekit import tusk\nexcept ImportError:\n    raise RuntimeError('no') from None",
        "try:\n    import flytekit.tusk\nexcept ImportError:\n    import sys\n    sys.exit('no')",
        "import flytekit\nflytekit.tusk",
    ],
)
def test_what_is_raised_over_a_lack_is_not_told_besides(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == ["flytekit.tusk cannot be compiled: the stand-in does not have it"]


def test_a_plug_in_that_is_not_there_is_told_as_one(tmp_path: Path) -> None:
    assert (
        load(tmp_path, "import flytekitplugins.nope", "from flytekitplugins.nope.deep import X")
        == [
            "flytekitplugins.nope cannot be compiled: the stand-in does not have this plug-in",
        ]
        * 2
    )
