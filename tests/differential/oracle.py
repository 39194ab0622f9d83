"""Runs one source tree through pyflyte and through flytec and gives what each wrote, parsed.

    oracle = Oracle(scratch)                          # starts one worker process at the first run
    expected = oracle.pyflyte(job)                    # Outcome: exit code, messages by file name, log
    actual = flytec(job, scratch)                     # the installed command, a process a run
    for difference in compare.differences(expected.messages, actual.messages): ...

What pyflyte wrote is kept in `.cache/oracle` under a hash of the sources, the options and flytekit's version.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import IO

from differential.compare import Messages, read_folder

REPOSITORY = Path(__file__).resolve().parents[2]
CACHE = REPOSITORY / ".cache" / "oracle"
DEFAULT_IMAGE = "ghcr.io/acme/flows:v1.2.3"
WORKER = Path(__file__).with_name("worker.py")
AS_FLYTEKIT = ("--no-check",)  # what the server refuses is written all the same
RUNAWAY_SECONDS = 120  # an endless loop fails its own case, and does not hold up the suite
FLYTEC = Path(sys.executable).with_name("flytec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One serialization: the packages under `root`, and the options that both commands take."""

    root: Path
    packages: tuple[str, ...]
    images: tuple[str, ...] = (DEFAULT_IMAGE,)
    env: tuple[str, ...] = ()
    config: str | None = None
    in_container_root: str | None = None

    def arguments(self, folder: Path, *options: str) -> list[str]:
        """The command line without the command's own name; `options` are flytec's own."""
        rows = [f"--pkgs={package}" for package in self.packages]
        rows += ["--config", self.config] if self.config else []
        rows += [
            "serialize",
            *options,
            *(f"--image={image}" for image in self.images),
            *(f"--env={pair}" for pair in self.env),
        ]
        rows += ["--in-container-virtualenv-root", self.in_container_root] if self.in_container_root else []
        return [*rows, "--local-source-root", str(self.root), "workflows", "-f", str(folder)]

    def package_arguments(self, output: Path, copy: str) -> list[str]:
        """The command line of `package`, which both commands take too."""
        rows = [f"--pkgs={package}" for package in self.packages]
        rows += ["--config", self.config] if self.config else []
        rows += ["package", *(f"--image={image}" for image in self.images), *(f"--env={pair}" for pair in self.env)]
        return [*rows, "--source", str(self.root), "--copy", copy, "--output", str(output)]

    def key(self) -> str:
        """A hash over everything that pyflyte's output depends on."""
        digest = hashlib.sha256(f"{version('flytekit')} {sys.version} {self}".encode())
        for path in sorted(self.root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"\0{path.relative_to(self.root)}\0".encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its exit code, the messages it wrote, what it printed, the exceptions it reported."""

    code: int
    messages: Messages
    log: str
    raised: tuple[str, ...] = ()


@dataclass(slots=True)
class Worker:
    """One process that runs a command line again and again; see worker.py."""

    command: Sequence[str]
    process: "subprocess.Popen[str] | None" = None

    def ask(self, request: dict[str, object], home: Path) -> dict[str, object]:
        """The answer to one request; the process is started at the first."""
        if self.process is None:
            self.process = subprocess.Popen(
                [sys.executable, str(WORKER), *self.command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=clean_environment(home),
            )
        requests, answers = _pipes(self.process)
        requests.write(json.dumps(request) + "\n")
        requests.flush()
        line = answers.readline()
        assert line, f"the worker for {self.command[0]} ended"
        answer: dict[str, object] = json.loads(line)
        return answer

    def close(self) -> None:
        """Ends the process."""
        if self.process is not None:
            requests, answers = _pipes(self.process)
            requests.close()
            self.process.wait()
            answers.close()


@dataclass(slots=True)
class Oracle:
    """pyflyte, and flytec with flytekit as its front end: both import flytekit once and fork for each run."""

    scratch: Path
    _pyflyte: Worker = field(
        default_factory=lambda: Worker(("flytekit.clis.sdk_in_container.pyflyte:main", "images_never_built"))
    )
    _frontend: Worker = field(default_factory=lambda: Worker(("flytec.cli.main:cli", "images_never_built")))

    def pyflyte(self, job: Job) -> Outcome:
        """What `pyflyte serialize workflows` makes of `job`, from the cache where it was asked before."""
        return self._kept(job, CACHE / job.key(), job.arguments)

    def pyflyte_package(self, job: Job, copy: str) -> tuple[Outcome, str]:
        """What `pyflyte package` makes of it: its messages, and the name of the archive of the sources, if any."""

        def arguments(folder: Path) -> list[str]:
            return job.package_arguments(folder / "package.tgz", copy)

        kept = CACHE / f"{job.key()}-package-{copy}"
        self._kept(job, kept, arguments, reads=False)
        answer = json.loads((kept / "answer.json").read_text())
        return unpacked(kept / "out" / "package.tgz", answer["code"], (kept / "log").read_text(), self.scratch)

    def _kept(self, job: Job, kept: Path, arguments: Callable[[Path], list[str]], *, reads: bool = True) -> Outcome:
        if not (kept / "answer.json").exists():
            fresh = Path(f"{kept}.{os.getpid()}")
            shutil.rmtree(fresh, ignore_errors=True)
            (fresh / "out").mkdir(parents=True)
            answer = self._run(self._pyflyte, ["pyflyte", *arguments(fresh / "out")], job, fresh / "log")
            (fresh / "answer.json").write_text(json.dumps(answer))
            shutil.rmtree(kept, ignore_errors=True)
            fresh.rename(kept)
        if not reads:
            return Outcome(0, {}, "")
        return _outcome(json.loads((kept / "answer.json").read_text()), kept / "out", kept / "log")

    def flytekit_frontend(self, job: Job) -> Outcome:
        """What `flytec --frontend flytekit serialize workflows` makes of `job`."""
        folder = fresh_folder(self.scratch)
        arguments = ["flytec", *job.arguments(folder, *AS_FLYTEKIT, "--frontend", "flytekit")]
        log = folder.with_suffix(".log")
        return _outcome(self._run(self._frontend, arguments, job, log), folder, log)

    def close(self) -> None:
        """Ends the worker processes."""
        self._pyflyte.close()
        self._frontend.close()

    def _run(self, worker: Worker, argv: list[str], job: Job, log: Path) -> dict[str, object]:
        request: dict[str, object] = {"argv": argv, "cwd": str(job.root), "env": {}, "log": str(log)}
        return worker.ask(request, self.scratch)


def hiding(*packages: str) -> dict[str, str]:
    """The environment of a process that has none of these packages."""
    return {"PYTHONPATH": str(Path(__file__).with_name("hiding")), "HIDDEN_PACKAGES": ",".join(packages)}


def flytec(
    job: Job, scratch: Path, *, options: Sequence[str] = (), environ: Mapping[str, str] = MappingProxyType({})
) -> Outcome:
    """What `flytec serialize workflows` makes of `job`, in a process of its own."""
    folder = fresh_folder(scratch)
    done = subprocess.run(
        [str(FLYTEC), *job.arguments(folder, *AS_FLYTEKIT, *options)],
        cwd=job.root,
        env={**clean_environment(scratch), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=RUNAWAY_SECONDS,
    )
    return Outcome(done.returncode, read_folder(folder), done.stdout + done.stderr)


def flytec_package(job: Job, copy: str, scratch: Path) -> tuple[Outcome, str]:
    """What `flytec package` makes of `job`, in a process of its own."""
    output = fresh_folder(scratch) / "package.tgz"
    done = subprocess.run(
        [str(FLYTEC), *job.package_arguments(output, copy), *AS_FLYTEKIT],
        cwd=job.root,
        env=clean_environment(scratch),
        capture_output=True,
        text=True,
        check=False,
        timeout=RUNAWAY_SECONDS,
    )
    return unpacked(output, done.returncode, done.stdout + done.stderr, scratch)


def unpacked(package: Path, code: int, log: str, scratch: Path) -> tuple[Outcome, str]:
    """The messages in a package, and the name of the archive of the sources in it."""
    folder = fresh_folder(scratch)
    if package.exists():
        with tarfile.open(package) as packed:
            packed.extraction_filter = lambda member, _: member  # the first releases of Python 3.11 do not ask it
            packed.extractall(folder)
    archives = list(folder.glob("fast*"))
    for archive in archives:
        archive.rename(folder.parent / archive.name)
    return Outcome(code, read_folder(folder), log), "".join(archive.name for archive in archives)


def clean_environment(home: Path) -> dict[str, str]:
    """The same surroundings for every run: no settings of the caller's, an empty home, a fixed hash seed."""
    return {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
    }


def fresh_folder(scratch: Path) -> Path:
    """A new empty folder in a new folder of its own under `scratch`."""
    folder = Path(tempfile.mkdtemp(dir=scratch)) / "out"
    folder.mkdir()
    return folder


def _outcome(answer: dict[str, object], folder: Path, log: Path) -> Outcome:
    code, raised = answer["code"], answer["raised"]
    assert isinstance(code, int)
    assert isinstance(raised, list)
    return Outcome(code, read_folder(folder), log.read_text(), tuple(raised))


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
