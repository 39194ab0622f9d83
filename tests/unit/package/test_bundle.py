"""The archive of the sources: its bytes, and everything that keeps one from being written."""

import gzip
import hashlib
import io
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flytec.diagnostics import CannotRunError, FlytecError, UserError
from flytec.package import bundle, contents
from flytec.package.bundle import Policy, pack
from flytec.package.gzip_stored import StoredGzip
from flytec.package.tarball import Tarball
from flytec.render.diagnostics import finding_lines
from flytec.render.style import Style
from flytec.settings.copying import CopyFileDetection
from flytec.tree.listing import list_tree
from flytec.tree.rule_sets import OwnRules
from layouts import lay_out

ALL = CopyFileDetection.ALL


def packed(top: Path, folder: Path, policy: Policy | None = None) -> bundle.Bundle:
    return pack(list_tree(top, [OwnRules()]), folder, ALL, policy or Policy())


def said(error: FlytecError) -> list[str]:
    return [line for finding in error.findings for line in finding_lines(finding, Style())]


def refused(top: Path, folder: Path, policy: Policy | None = None) -> list[str]:
    """What is said where nothing is written."""
    with pytest.raises(UserError) as caught:
        packed(top, folder, policy)
    assert not folder.exists() or list(folder.iterdir()) == []
    return said(caught.value)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "top", {"m.py": "m", "pkg/n.py": "nn"})


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@given(st.lists(st.binary(max_size=70000), max_size=4))
def test_stored_gzip_is_gzip_and_does_not_show_how_it_was_written(pieces: list[bytes]) -> None:
    written = [io.BytesIO(), io.BytesIO()]
    data = b"".join(pieces)
    for stream, calls in zip(written, (pieces, [data]), strict=True):
        packing = StoredGzip(stream)
        for piece in calls:
            packing.write(piece)
        packing.close()
    assert gzip.decompress(written[0].getvalue()) == data
    assert written[0].getvalue() == written[1].getvalue()


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=130)


@given(st.lists(st.tuples(NAMES, st.binary(max_size=1100), st.booleans()), max_size=5), st.lists(NAMES, max_size=2))
def test_tarballs_are_what_tarfile_makes(files: list[tuple[str, bytes, bool]], links: list[str]) -> None:
    ours, theirs = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=theirs, mode="w", format=tarfile.GNU_FORMAT, encoding="utf-8") as reference:
        tarball = Tarball(ours)
        for name, data, executable in files:
            tarball.begin_file(name, len(data), executable=executable)
            if data:
                tarball.add(data)
            info = tarfile.TarInfo(name)
            info.size, info.mtime, info.mode = len(data), 315532800, 0o755 if executable else 0o644
            reference.addfile(info, io.BytesIO(data))
        for target in links:
            tarball.link("link", target)
            info = tarfile.TarInfo("link")
            info.type, info.linkname, info.mtime, info.mode = tarfile.SYMTYPE, target, 315532800, 0o777
            reference.addfile(info)
        tarball.close()
    assert ours.getvalue() == theirs.getvalue()


def test_the_name_is_flytekits_digest(top: Path, out: Path) -> None:
    made = packed(top, out)
    assert made.name == f"fast{hashlib.md5(b'mm.pynnpkgn.py').hexdigest()}.tar.gz"
    assert [path.name for path in out.iterdir()] == [made.name]
    assert made.path.stat().st_mode & 0o777 == 0o644


def test_without_a_copy_style_files_come_before_folders(tmp_path: Path, out: Path) -> None:
    top = lay_out(tmp_path / "top", {"z.py": "", "a/b.py": ""})
    made = pack(list_tree(top, [OwnRules()]), out, None, Policy())
    assert made.digest == hashlib.md5(b"z.pyab.py").hexdigest()
    with tarfile.open(made.path) as archive:
        assert archive.getnames() == ["z.py", "a/b.py"]


def test_the_header_says_nothing_of_the_machine(top: Path, out: Path) -> None:
    data = packed(top, out).path.read_bytes()
    assert data[:11] == b"\x1f\x8b\x08" + b"\0" * 7 + b"\x01"


SECRETS: Mapping[str, tuple[str, str]] = {
    "pkg/.env": ("A=1", "it looks like a file of secret environment variables, by its name"),
    ".env.production": ("A=1", "it looks like a file of secret environment variables, by its name"),
    "prod.env": ("A=1", "it looks like a file of secret environment variables, by its name"),
    "id_rsa": ("x", "it looks like a private key, by its name"),
    "home/.aws/credentials": ("x", "it looks like a file of access keys, by its name"),
    "store.P12": ("x", "it looks like a key store, by its name"),
    "k.pem": ("-----BEGIN RSA PRIVATE KEY-----\n" + "A" * 64, "it holds what looks like a private key"),
    "l.pem": (
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X\n\n" + "A" * 64,
        "it holds what looks like a private key",
    ),
    "aws.py": ("KEY = 'AKIA" + "A1" * 8 + "'", "it holds what looks like an AWS access key"),
    "gh.py": ("ghp_" + "a1" * 18, "it holds what looks like a GitHub token"),
    ".npmrc": ("//r/:_authToken=" + "a1-" * 12, "it holds what looks like an npm token"),
    "google.py": ("AIza" + "a" * 35, "it holds what looks like a Google API key"),
    "slack.py": ("xoxb-" + "1" * 24, "it holds what looks like a Slack token"),
}


@pytest.mark.parametrize("name", SECRETS)
def test_what_looks_like_a_credential_is_an_error_unless_allowed(name: str, top: Path, out: Path) -> None:
    text, what = SECRETS[name]
    lay_out(top, {name: text})
    place = f"{name}:1" if "holds" in what else name
    assert refused(top, out) == [
        f"{place}: error[FTC505 credential]: {what}; whoever gets the archive could read it",
        f"  hint: Ignore the file, or allow it: --allow-credential {name}",
    ]
    assert packed(top, out, Policy(allow_credentials=(name,))).path.exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".env.example", "A="),
        ("environment.py", "AKIA = 'AKIA-SHORT'"),
        ("doc.md", "-----BEGIN PRIVATE KEY----- and so on"),
        ("public.pem", "-----BEGIN PUBLIC KEY-----\n" + "A" * 64),
        ("data.bin", "\0ghp_" + "a1" * 18),
        ("npm.txt", ":_authToken=${NPM_TOKEN_FROM_THE_ENVIRONMENT}"),
    ],
)
def test_what_only_speaks_of_credentials_is_packed(name: str, text: str, top: Path, out: Path) -> None:
    lay_out(top, {name: text})
    assert packed(top, out).path.exists()


def test_too_many_bytes_are_an_error_with_the_largest_folders(tmp_path: Path, out: Path) -> None:
    sizes = {"m.py": 10, "data/raw/x.bin": 3000, "data/y.bin": 1000, "pkg/n.py": 100}
    top = lay_out(tmp_path / "top", {name: "x" * size for name, size in sizes.items()})
    assert refused(top, out, Policy(max_size=2048)) == [
        "error[FTC506 too-large]: the source archive holds 4.0 KiB in 4 files; 2.0 KiB at most were expected",
        "  note: data/: 3.9 KiB in 2 files",
        "  note: data/raw/: 2.9 KiB in 1 file",
        "  note: pkg/: 100 bytes in 1 file",
        "  note: ./: 10 bytes in 1 file",
        "  hint: Ignore what tasks do not need, in .flyteignore, or give the size that it may have: --max-size.",
    ]
    assert packed(top, out, Policy(max_size=4110)).findings.errors == ()


def test_unusually_many_bytes_are_a_warning(top: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flytec.package.budget.USUAL_BYTES", 2)
    (finding,) = packed(top, out).findings
    assert finding.severity.value == "warning"
    assert finding.message == "the source archive holds 3 bytes in 2 files; every task downloads them when it starts"


def test_nothing_to_pack_is_an_error(tmp_path: Path, out: Path) -> None:
    top = lay_out(tmp_path / "top", {"sub/": ""})
    assert refused(top, out) == [
        f"{top}: error[FTC507 nothing-to-pack]: no file is left for the source archive: the source tree is empty; "
        "at least one was expected",
        "  hint: Name the folder that holds the sources, or see with --explain what leaves them out.",
    ]
    lay_out(top, {".git/x": ""})
    assert refused(top, out)[0].endswith(
        "no file is left for the source archive: all is left out by always .git; at least one was expected"
    )


CHANGED = [
    "m.py: error[FTC504 changing-file]: it changed while it was read; a tree that stays as it is was expected",
    "  hint: Run again when nothing writes to it, or ignore it.",
]


@pytest.mark.parametrize("change", ["before", "while", "gone", "pipe"])
def test_files_that_change_are_an_error(change: str, top: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = list_tree(top, [OwnRules()])
    file = top / "m.py"
    if change == "before":
        file.write_text("longer")
    elif change == "while":
        read = os.read

        def reading(descriptor: int, count: int) -> bytes:
            data = read(descriptor, count)
            os.utime(file, ns=(1, 1))
            return data

        monkeypatch.setattr(contents.os, "read", reading)
    else:
        file.unlink()
        if change == "pipe":
            os.mkfifo(file)
    with pytest.raises(CannotRunError) as caught:
        pack(listing, out, ALL, Policy())
    missing = [
        "m.py: error[FTC501 unreadable-source]: it cannot be read: No such file or directory",
        "  hint: Make it readable, or ignore it.",
    ]
    assert said(caught.value) == (missing if change == "gone" else CHANGED)
    assert list(out.iterdir()) == []


def test_an_archive_that_cannot_be_written_leaves_what_was_there(
    top: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = packed(top, out).path
    (top / "m.py").write_text("other")
    monkeypatch.setattr(StoredGzip, "close", full)
    with pytest.raises(CannotRunError) as caught:
        packed(top, out)
    assert said(caught.value) == [
        f"{out}: error[FTC404 output-failed]: cannot write the source archive: No space left on device",
        "  hint: Name an output folder that can be written; for a temporary one, set TMPDIR.",
    ]
    assert list(out.iterdir()) == [before]


def full(packing: StoredGzip) -> None:
    raise OSError(28, "No space left on device")


def test_what_a_killed_run_left_is_overwritten(top: Path, out: Path) -> None:
    lay_out(out, {bundle.DRAFT: "half"})
    assert [path.name for path in out.iterdir()] == [bundle.DRAFT]
    assert [packed(top, out).path] == list(out.iterdir())


def test_errors_of_the_tree_and_credentials_are_told_together(top: Path, out: Path) -> None:
    (top / "out").symlink_to("/")
    lay_out(top, {".env": ""})
    assert [line.split(":")[1] for line in refused(top, out) if "error[" in line] == [
        " error[FTC505 credential]",
        " error[FTC500 invalid-link]",
    ]


def test_a_tree_that_cannot_be_read_is_no_finding_of_the_program(
    top: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("pkg"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(CannotRunError) as caught:
        packed(top, out)
    assert said(caught.value) == [
        "pkg: error[FTC501 unreadable-source]: the folder cannot be read: Permission denied",
        "  hint: Make it readable, or ignore it.",
    ]
