"""The one file of a release: flat, in registration order, whole or not at all."""

import tarfile
from pathlib import Path

import pytest

from flytec.artifact.layout import Attachment
from flytec.diagnostics import CannotRunError
from flytec.package.gzip_stored import StoredGzip
from flytec.package.release import write_release
from flytec.render.diagnostics import finding_lines
from flytec.render.style import Style
from programs import INFO, tasks


def test_units_come_first_and_the_archive_last(tmp_path: Path) -> None:
    archive = tmp_path / "a"
    archive.write_bytes(b"sources")
    attachment = Attachment(name="fast0.tar.gz", path=archive, sha256="0" * 64, size=7)
    release = write_release(tasks(*"abcdefghijk"), [attachment], tmp_path / "new" / "r.tgz", manifest=INFO)
    with tarfile.open(release.path) as packed:
        names = packed.getnames()
    assert names == sorted(names)
    assert (names[0], names[10], names[11]) == ("00_a_1.pb", "10_k_1.pb", "fast0.tar.gz")
    assert [entry.file_name for entry in release.manifest.entries] == names
    assert sorted(path.name for path in release.path.parent.iterdir()) == ["r.tgz", "r.tgz.manifest.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "r.tgz"
    write_release(tasks("a"), [], output, manifest=INFO)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(packing: StoredGzip) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(StoredGzip, "close", full)
    with pytest.raises(CannotRunError) as caught:
        write_release(tasks("b"), [], output, manifest=INFO)
    assert [line for finding in caught.value.findings for line in finding_lines(finding, Style())] == [
        f"{output}: error[FTC404 output-failed]: cannot write the package: No space left on device",
        "  hint: Name an output file in a folder that can be written, with -o.",
    ]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
