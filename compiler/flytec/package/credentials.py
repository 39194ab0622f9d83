"""Files that look like credentials, by their names and by well-known forms of keys and tokens in them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Mapping
from dataclasses import field

from flytec.codes import CREDENTIAL
from flytec.diagnostics import Diagnostic, Location
from flytec.records import dataclass
from flytec.tree.listing import Entry

SCANNED_BYTES = 1 << 20
"""How much of each file is looked through, from its beginning."""
_TELLING_BYTES = 8192
"""Where a NUL tells, as git has it, that a file is no text."""

# Every secret holds a run of at least so many of these. Most files have none, and no form has to be looked for in them.
_SECRET_BYTES = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"
_RUNS = bytes(b"x"[0] if byte in _SECRET_BYTES else b" "[0] for byte in range(256))
_ANY_RUN = b"x" * 16

_NAMES: Mapping[str, str] = {
    ".envrc": "a file of secret environment variables",
    "id_rsa": "a private key",
    "id_dsa": "a private key",
    "id_ecdsa": "a private key",
    "id_ed25519": "a private key",
    ".netrc": "a file of passwords",
    "_netrc": "a file of passwords",
    ".pgpass": "a file of passwords",
    ".htpasswd": "a file of passwords",
    ".git-credentials": "a file of passwords",
    ".pypirc": "a file of passwords",
    ".vault-token": "an access token",
    ".dockercfg": "a file of passwords",
    ".docker/config.json": "a file of passwords",
    ".aws/credentials": "a file of access keys",
    ".kube/config": "a file of access keys",
    "application_default_credentials.json": "a file of access keys",
}
_ENDINGS: Mapping[str, str] = {
    ".env": "a file of secret environment variables",
    ".p12": "a key store",
    ".pfx": "a key store",
    ".jks": "a key store",
    ".keystore": "a key store",
    ".kdbx": "a key store",
    ".ppk": "a private key",
}
_BEGINNING = ".env."
_TEMPLATES = (".example", ".sample", ".template", ".dist", ".tmpl", ".schema")
"""Endings of files that show what a file of secrets looks like."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of secret: what any such text holds, which is quick to look for, and what makes it one."""

    what: str
    mark: bytes
    form: re.Pattern[bytes]


def _form(what: str, mark: bytes, form: bytes) -> _Form:
    return _Form(what, mark, re.compile(form))


_FORMS = (
    _form(
        "a private key",
        b"PRIVATE KEY",
        rb"-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----\s+(?:[A-Za-z-]+: .*\s+)*[A-Za-z0-9+/-]{16}",
    ),
    _form("an AWS access key", b"AKIA", rb"\bAKIA[0-9A-Z]{16}\b"),
    _form("a GitHub token", b"ghp_", rb"\bghp_[A-Za-z0-9]{36,}\b"),
    _form("a GitHub token", b"github_pat_", rb"\bgithub_pat_[A-Za-z0-9_]{60,}\b"),
    _form("a GitLab token", b"glpat-", rb"\bglpat-[A-Za-z0-9_-]{20,}"),
    _form("a Slack token", b"xox", rb"\bxox[abeoprs]-[A-Za-z0-9-]{20,}"),
    _form("a Google API key", b"AIza", rb"\bAIza[0-9A-Za-z_-]{35}\b"),
    _form("a Stripe key", b"k_live_", rb"\b[rs]k_live_[0-9A-Za-z]{20,}"),
    _form("a PyPI token", b"pypi-AgE", rb"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
    _form("an npm token", b"npm_", rb"\bnpm_[A-Za-z0-9]{36}\b"),
    _form("an npm token", b":_authToken=", rb":_authToken=[A-Za-z0-9+/_-]{16,}"),
    _form("a Hugging Face token", b"hf_", rb"\bhf_[A-Za-z0-9]{34,}\b"),
    _form("an Anthropic key", b"sk-ant-", rb"\bsk-ant-[A-Za-z0-9_-]{40,}"),
    _form("an OpenAI key", b"T3BlbkFJ", rb"\bsk-[A-Za-z0-9_-]*T3BlbkFJ[A-Za-z0-9_-]+"),
    _form("an Azure storage key", b"AccountKey=", rb"AccountKey=[A-Za-z0-9+/]{86}=="),
)


@dataclass(slots=True)
class CredentialCheck:
    """Looks at each file that goes into `holder`; `allowed` are the paths of files that are meant to."""

    allowed: Collection[str] = ()
    holder: str = "archive"
    findings: list[Diagnostic] = field(default_factory=list)

    def name(self, entry: Entry) -> bool:
        """Whether the file's content is to be looked at too: not where it is allowed, or known by its name."""
        if entry.path in self.allowed:
            return False
        what = named_like(entry.path)
        if what:
            self._report(entry, f"it looks like {what}, by its name")
        return not what

    def content(self, entry: Entry, piece: bytes) -> None:
        """Looks through the beginning of a file, if it is text."""
        if b"\0" in piece[:_TELLING_BYTES] or _ANY_RUN not in piece.translate(_RUNS):
            return
        for form in _FORMS:
            if form.mark in piece and (found := form.form.search(piece)):
                line = piece.count(b"\n", 0, found.start()) + 1
                self._report(entry, f"it holds what looks like {form.what}", line)
                return

    def _report(self, entry: Entry, what: str, line: int = 0) -> None:
        message = f"{what}; whoever gets the {self.holder} could read it"
        hint = f"Ignore the file, or allow it: --allow-credential {shlex.quote(entry.path)}"
        self.findings.append(
            Diagnostic(code=CREDENTIAL, message=message, hint=hint, location=Location(entry.path, line))
        )


def named_like(path: str) -> str:
    """What a file of this path is by its name; empty for any other."""
    path = path.lower()
    if path.endswith(_TEMPLATES):
        return ""
    folder, _, name = path.rpartition("/")
    if name.startswith(_BEGINNING):
        return _ENDINGS[".env"]
    what = _NAMES.get(name) or _NAMES.get(f"{folder.rpartition('/')[2]}/{name}")
    return what or next((kind for ending, kind in _ENDINGS.items() if name.endswith(ending)), "")
