"""What user modules ask of their surroundings is noted with their line, and nothing of it stays."""

import os
import random
import secrets
import time
import uuid
from pathlib import Path
from textwrap import dedent

import pytest

from flytec.diagnostics import Location
from flytec.load.discover import plan_sources
from flytec.load.importer import load_modules
from flytec.load.session import isolated
from flytec.load.watch import Surrounding, Watch, watching


def watched(folder: Path, source: str, *, helper: str = "") -> Watch:
    (folder / "flows.py").write_text(dedent(source))
    if helper:
        (folder / "helper.py").write_text(dedent(helper))
    plan = plan_sources(["flows.py"], cwd=folder)
    with isolated(plan, None) as session:
        loaded = load_modules(plan, session)
    assert loaded.findings == ()
    return session.watch


def notes(watch: Watch) -> list[tuple[str, object, int]]:
    return [(note.what, note.value, note.location.line) for note in watch.notes]


@pytest.fixture(autouse=True)
def stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAGE", "blue")


def test_the_environment(tmp_path: Path) -> None:
    watch = watched(
        tmp_path,
        """\
        import os
        from os import environ, getenv
        a = os.environ["STAGE"]
        b = environ.get("STAGE", "x")
        c = getenv("STAGE")
        d = os.environ.get("NOT_THERE", "x")
        e = "STAGE" in os.environ
        """,
    )
    assert notes(watch) == [("environment variable STAGE", "blue", line) for line in (3, 4, 5)]
    assert {note.surrounding for note in watch.notes} == {Surrounding.ENVIRONMENT}
    assert watch.notes[0].location == Location(str(tmp_path / "flows.py"), 3)


def test_chance(tmp_path: Path) -> None:
    watch = watched(
        tmp_path,
        """\
        import random, secrets
        from uuid import uuid4
        a = uuid4()
        b = random.random()
        c = secrets.token_hex(4)
        """,
    )
    assert [(what, line) for what, _, line in notes(watch)] == [
        ("uuid.uuid4()", 3),
        ("random.random()", 4),
        ("secrets.token_hex()", 5),
    ]
    assert isinstance(watch.notes[0].value, uuid.UUID)


def test_what_is_drawn_after_a_seed_is_the_same_each_time(tmp_path: Path) -> None:
    watch = watched(
        tmp_path,
        """\
        import random
        random.seed(3)
        a = random.random()
        random.seed()
        b = random.random()
        """,
    )
    assert [line for _, _, line in notes(watch)] == [5]


def test_what_libraries_ask_for_is_theirs(tmp_path: Path) -> None:
    """Through the standard library, which reads variables for itself."""
    assert notes(watched(tmp_path, "import tempfile\na = tempfile.gettempdir()\nb = tempfile.mkdtemp()\n")) == []


def test_a_helper_of_the_users_is_the_users(tmp_path: Path) -> None:
    watch = watched(tmp_path, "import helper\n", helper="import os\nx = os.environ['STAGE']\n")
    assert [note.location for note in watch.notes] == [Location(str(tmp_path / "helper.py"), 2)]


def test_a_data_set_that_is_drawn_is_not_kept(tmp_path: Path) -> None:
    watch = watched(tmp_path, "import random\nxs = [random.random() for _ in range(10_000)]\n")
    assert len(watch.notes) == 100


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("from datetime import datetime\nnow = datetime.now()\n", True),
        ("import time\ndef f():\n    def g():\n        return time.time()\n", True),
        ("import datetime\nx = datetime.datetime(2024, 1, 1)\n", False),
    ],
)
def test_whether_a_module_names_the_clock(tmp_path: Path, source: str, names: bool) -> None:
    before = time.time()
    watch = watched(tmp_path, source)
    assert watch.names_the_clock is names
    assert before <= watch.began <= watch.ended <= time.time()


def test_nothing_stays(tmp_path: Path) -> None:
    functions = (random.random, random.seed, uuid.uuid4, secrets.token_hex)
    kind = type(os.environ)
    watch = watched(tmp_path, "import os\nx = os.environ['STAGE']\n")
    assert (random.random, random.seed, uuid.uuid4, secrets.token_hex) == functions
    assert type(os.environ) is kind
    count = len(watch.notes)
    assert os.environ["STAGE"] == "blue"
    assert len(watch.notes) == count


def test_what_a_module_keeps_passes_on() -> None:
    with watching(lambda _: True) as watch:
        draw = random.random
        draw()
    count = len(watch.notes)
    assert 0 <= draw() < 1
    assert len(watch.notes) == count == 1


def test_what_a_module_replaces_stays_replaced() -> None:
    original = random.random
    with watching(lambda _: True):
        random.random = lambda: 0.5
    try:
        assert random.random() == 0.5
    finally:
        random.random = original


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("os.environ['GONE']", "KeyError: 'GONE'"),
        ("random.choice([])", "IndexError: Cannot choose from an empty sequence"),
        ("random.randint(1)", "TypeError: "),
        ("random.random(1)", "TypeError: "),
    ],
)
def test_what_fails_is_the_users_line(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "flows.py").write_text(f"import os, random\n{line}\n")
    plan = plan_sources(["flows.py"], cwd=tmp_path)
    with isolated(plan, None) as session:
        (finding,) = load_modules(plan, session).findings
    assert finding.code.id == "FTC101"
    assert finding.location == Location(str(tmp_path / "flows.py"), 2)
    assert finding.message.startswith(f"module flows raises {said}")
