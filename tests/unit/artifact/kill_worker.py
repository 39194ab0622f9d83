"""Kills a run of `write_artifact` before each of its calls into the system, and says what it finds.

    python kill_worker.py SCENARIO FOLDER

Prints one JSON object: how many kills there were, and what was wrong after which of them. Each run is a fork, ended
by SIGKILL from within a profile hook, so the code under test knows nothing of it.
"""

import json
import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from flytec.artifact import write
from flytec.artifact.write import write_artifact
from programs import INFO, tasks

OLD, NEW, LAST = tasks("a", "b", "c", version="v1"), tasks("b", "d", version="v2"), tasks("z", version="v3")
FOREIGN = {"mine.txt": b"mine"}
SYSTEM = {"posix", "_io", "fcntl"}


def snapshot(folder: Path) -> dict[str, bytes] | None:
    """Names and bytes of all files; None where there is no folder."""
    if not folder.exists():
        return None
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


class Scenario:
    """A folder in some state, and the run that is killed."""

    def __init__(self, name: str, base: Path) -> None:
        self.name, self.base, self.out = name, base, base / "out"
        self.in_place = name == "in_place"
        self.two_steps = name == "two_steps"
        self.fresh = name == "fresh"
        if self.two_steps:
            write.exchange = lambda *_: False  # type: ignore[assignment]
        self.prepare()
        self.old = snapshot(self.out)
        self.write_new()
        self.new = snapshot(self.out)

    def prepare(self) -> None:
        shutil.rmtree(self.base, ignore_errors=True)
        self.base.mkdir()
        if self.fresh:
            return
        write_artifact(OLD, self.out, manifest=INFO)
        for name, data in FOREIGN.items():
            (self.out / name).write_bytes(data)
        if self.in_place:
            (self.out / "sub").mkdir()

    def write_new(self) -> None:
        write_artifact(NEW, self.out, manifest=INFO)

    def is_sound(self) -> bool:
        """Whether the folder is the old one whole or the new one whole, as far as the scenario promises it."""
        now = snapshot(self.out)
        if now in (self.old, self.new):
            return True
        if self.two_steps:
            return now is None
        if self.in_place and now is not None:
            known = (*(self.old or {}).items(), *(self.new or {}).items())
            return all(item in known for item in now.items()) and FOREIGN.items() <= now.items()
        return False

    def is_new_and_tidy(self) -> bool:
        around = sorted(path.name for path in self.base.iterdir())
        inside = {path.name for path in self.out.iterdir()} - {"sub"}
        return (
            snapshot(self.out) == self.new and around == ["out", "out.manifest.json"] and inside == set(self.new or {})
        )

    def knows_its_files(self) -> bool:
        """Whether yet another run still knows what was ours: nothing of it is left, and foreign files are."""
        write_artifact(LAST, self.out, manifest=INFO)
        foreign = {} if self.fresh else FOREIGN
        return (snapshot(self.out) or {}).keys() == {"0_z_1.pb", *foreign}


def run_killed(call: Callable[[], None], at: int) -> bool:
    """Runs `call` in a fork that dies at its `at`-th step; False if it ended before that."""
    child = os.fork()
    if not child:
        steps = iter(range(at))

        def hook(_frame: FrameType, event: str, function: Any) -> None:
            if event != "c_call":
                return
            owner = getattr(function, "__module__", None) or type(getattr(function, "__self__", None)).__module__
            if owner in SYSTEM and next(steps, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(hook)
        call()
        sys.setprofile(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        raise RuntimeError("the run failed by itself")
    return os.WIFSIGNALED(status)


def main(name: str, base: Path) -> dict[str, Any]:
    scenario = Scenario(name, base)
    wrong: list[str] = []
    at = 0
    while True:
        scenario.prepare()
        if not run_killed(scenario.write_new, at):
            break
        if not scenario.is_sound():
            wrong.append(f"{at}: neither old nor new: {sorted(snapshot(scenario.out) or ())}")
        # The run that cleans up is killed as well, each time somewhere else.
        run_killed(scenario.write_new, at * 7 % 40)
        if not scenario.is_sound():
            wrong.append(f"{at}: neither old nor new after a second kill: {sorted(snapshot(scenario.out) or ())}")
        scenario.write_new()
        if not scenario.is_new_and_tidy():
            wrong.append(f"{at}: not put right: {sorted(base.rglob('*'))}")
        if not scenario.knows_its_files():
            wrong.append(f"{at}: does not know its files: {sorted(snapshot(scenario.out) or ())}")
        at += 1
    return {"kills": at, "wrong": wrong}


if __name__ == "__main__":
    # A kill does not lose what the system has been given, so there is nothing to wait for.
    warnings.simplefilter("error")
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
