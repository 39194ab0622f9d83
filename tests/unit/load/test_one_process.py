"""The Python API, called again and again in one process: each call loads afresh, and the process stays as it was."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from layouts import lay_out

# Of the same length whatever the task is called, so that only its contents tell that the file changed.
FLOW = """
    import os, sys
    from flytekit import task
    from pack.helper import NAME

    print("loud")
    os.write(1, b"loud too\\n")
    os.environ["LEFT"] = "behind"
    sys.path.append("/left/behind")
    os.chdir("/")

    @task(environment={"NAME": NAME})
    def one() -> str:
        return NAME
"""
CALLER = """
    from flytec import ImageConfig, SerializationSettings, serialize_to_folder

    def write(name):
        for path in (Path("pack/flow.py"), Path("pack/helper.py")):
            path.write_text(path.read_text().replace("one", name))

    def serialize(folder):
        Path(folder).mkdir()
        settings = SerializationSettings(image_config=ImageConfig.auto_default_image())
        serialize_to_folder(["pack"], settings, ".", folder)
        return sorted(path.name for path in Path(folder).iterdir())

    def state():
        return os.getcwd(), dict(os.environ), list(sys.path), list(sys.meta_path), sorted(sys.modules)

    first, before = serialize("first"), state()
    write("two")
    second = serialize("second")
    print(json.dumps([first, second, state() == before, rest()]))
"""
IMPORTS = "    import json, os, sys\n    from pathlib import Path\n"
PLAIN = """
    def rest(): return None
"""
# The process's own flytekit is there before and after, and works.
WITH_FLYTEKIT = """
    import flytekit
    from flytekit import task, workflow

    @task
    def t(n: int) -> int:
        return n + 1

    @workflow
    def wf(n: int) -> int:
        return t(n=n)

    def rest(): return [wf(n=1), sys.modules["flytekit"] is flytekit, flytekit.task.__module__]
"""
# A library that is neither the user's nor flytec's got hold of flytekit.
WITH_LIBRARY = """
    sys.path.append(str(Path("site-packages").absolute()))
    import flytekit, library

    def rest():
        import library as again
        return [again is library, library.task is flytekit.task]
"""


WITH_LIBRARY_AFTERWARDS = """
    sys.path.append(str(Path("site-packages").absolute()))

    def rest():
        import flytekit, library
        return [library.task is flytekit.task]
"""
LIBRARY = "from flytekit import task\nNAME = 'one'"


@pytest.mark.parametrize(
    ("around", "helper", "rest"),
    [
        (PLAIN, "NAME = 'one'", None),
        (PLAIN, "import parts.inner.empty\nNAME = 'one'", None),
        (WITH_FLYTEKIT, "NAME = 'one'", [2, True, "flytekit.core.task"]),
        (WITH_LIBRARY, "from library import NAME", [True, True]),
        (WITH_LIBRARY_AFTERWARDS, "from library import NAME", [True]),
    ],
    ids=["plain", "namespace", "flytekit", "library", "library_afterwards"],
)
def test_each_call_starts_afresh(tmp_path: Path, around: str, helper: str, rest: object) -> None:
    files = {
        "pack/__init__.py": "",
        "pack/helper.py": helper,
        "parts/__init__.py": "",
        "parts/inner/empty.py": "",
        "pack/flow.py": FLOW,
        "main.py": f"{IMPORTS}{around}{CALLER}",
        "site-packages/library.py": LIBRARY,
    }
    lay_out(tmp_path, files)
    ended = subprocess.run(
        [sys.executable, "main.py"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == "loud\nloud too\n" * 2
    assert json.loads(ended.stdout) == [["0_pack.flow.one_1.pb"], ["0_pack.flow.two_1.pb"], True, rest]
