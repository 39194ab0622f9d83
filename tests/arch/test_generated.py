"""`gen/` is what `buf generate` makes of `proto/`, by the protoc of the installed grpcio-tools."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from arch.source import REPOSITORY

GENERATED = re.compile(r".*_pb2\.pyi?")
BY_HAND = {"__init__.py", "v1/__init__.py", "py.typed"}


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


@pytest.fixture(scope="module")
def buf() -> list[str]:
    found = shutil.which("buf", path=str(Path(sys.executable).parent))
    assert found, "buf-bin is in the dev dependencies"
    return [found]


def run(command: list[str], folder: Path) -> None:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    ended = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_gen_is_what_proto_generates(tmp_path: Path, buf: list[str]) -> None:
    run(
        [*buf, "generate", str(REPOSITORY), "--template", str(REPOSITORY / "buf.gen.yaml"), "--output", str(tmp_path)],
        REPOSITORY,
    )
    committed = files(REPOSITORY / "gen" / "flytecpb")
    made = files(tmp_path / "gen" / "flytecpb")
    assert {name for name in committed if not GENERATED.fullmatch(name)} == BY_HAND
    assert {name: text for name, text in committed.items() if GENERATED.fullmatch(name)} == made


def test_the_schemas_pass_buf_lint(buf: list[str]) -> None:
    run([*buf, "lint"], REPOSITORY)
    run([*buf, "format", "--diff", "--exit-code"], REPOSITORY)


def test_the_oldest_protobuf_that_we_ask_for_takes_the_generated_code() -> None:
    """A message class refuses to load in a runtime that is older than the protoc that wrote it."""
    text = (REPOSITORY / "gen" / "flytecpb" / "v1" / "entity_pb2.py").read_text()
    found = re.search(r"# Protobuf Python Version: (\S+)", text)
    assert found
    assert f'"protobuf>={found[1]}"' in (REPOSITORY / "pyproject.toml").read_text()


def test_the_generator_is_the_one_that_is_pinned() -> None:
    assert f'"grpcio-tools=={version("grpcio-tools")}"' in (REPOSITORY / "pyproject.toml").read_text()
