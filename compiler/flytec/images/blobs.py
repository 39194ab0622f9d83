"""Blobs by their digest in a folder, as OCI image layouts keep them: `blobs/sha256/HEX`."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from flytec.records import dataclass

_ALGORITHM = "sha256"


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a manifest says of a blob."""

    media_type: str
    digest: str
    size: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Descriptor:
        """The descriptor of its JSON form; raises `KeyError` and `TypeError` for what is none."""
        media_type, digest, size = row["mediaType"], row["digest"], row["size"]
        if not isinstance(media_type, str) or not isinstance(digest, str) or not isinstance(size, int):
            raise TypeError(f"no descriptor: {row}")
        return cls(media_type, digest, size)

    def to_json(self) -> dict[str, Any]:
        """The JSON form."""
        return {"mediaType": self.media_type, "digest": self.digest, "size": self.size}


def digest_of(data: bytes) -> str:
    """The digest of a blob."""
    return f"{_ALGORITHM}:{hashlib.sha256(data).hexdigest()}"


def canonical_json(value: Any) -> bytes:
    """JSON in the one form that we write: sorted, without spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Blobs:
    """A folder of blobs; what is in it is whole, for each blob gets its name last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where a blob is, or would be."""
        algorithm, _, value = digest.partition(":")
        if algorithm != _ALGORITHM or len(value) != 64 or not set(value) <= set("0123456789abcdef"):
            raise ValueError(f"digest {digest!r}")
        return self.folder / "blobs" / algorithm / value

    def has(self, digest: str) -> bool:
        """Whether a blob is there."""
        return self.path(digest).is_file()

    def add(self, data: bytes, media_type: str) -> Descriptor:
        """Writes a blob."""
        digest = digest_of(data)
        if not self.has(digest):
            with self.new() as blob:
                blob.write(data)
        return Descriptor(media_type, digest, len(data))

    def take(self, chunks: Iterable[bytes], digest: str) -> bool:
        """Writes a blob of a known digest; gives whether that is what the chunks have, and keeps nothing else."""
        with self.new(expected=digest) as blob:
            for chunk in chunks:
                blob.write(chunk)
        return blob.digest == digest

    @contextmanager
    def new(self, *, expected: str = "") -> Iterator[NewBlob]:
        """A blob in the making: it gets its name at the end, and is gone after an exception or another digest."""
        folder = self.folder / "blobs" / _ALGORITHM
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                blob = NewBlob(stream)
                yield blob
            if not expected or blob.digest == expected:
                Path(name).chmod(0o644)
                Path(name).replace(self.path(blob.digest))
        finally:
            with suppress(FileNotFoundError):
                Path(name).unlink()


class NewBlob:
    """A blob while it is written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def digest(self) -> str:
        """The digest of what was written so far."""
        return f"{_ALGORITHM}:{self._hash.hexdigest()}"

    def write(self, data: bytes) -> int:
        """Appends."""
        self._hash.update(data)
        self.size += len(data)
        return self._stream.write(data)

    def flush(self) -> None:
        """Does nothing: a blob is read when it is whole."""
