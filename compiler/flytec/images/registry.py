"""Registries, by way of python-dxf: manifests and blobs to and fro, with retries, and errors that say what happened."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from flytec.codes import IMAGES_EXTRA_MISSING, REGISTRY_FAILED, REGISTRY_REFUSED
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.images import media
from flytec.images.blobs import Blobs, Descriptor, digest_of
from flytec.images.reference import Reference
from flytec.records import dataclass

if TYPE_CHECKING:
    import requests
    from dxf import DXF, DXFBase

T = TypeVar("T")

BACK_OFF_SECONDS = (1.0, 2.0, 4.0, 8.0)
"""How long to wait before each next try."""

_TIMEOUT_SECONDS = 60.0
_CHUNK = 1 << 20
_OVERLOADED = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How registries are reached.

    `plain_http` of `None` leaves TLS out for registries on this machine only. `credentials` is a `config.json` of
    docker's, by default the user's own. `sleep` waits between tries, `tell` shows what is going on.
    """

    plain_http: bool | None = None
    credentials: str | None = None
    sleep: Callable[[float], None]
    tell: Callable[[str], None]

    def with_credentials(self, config: str | None) -> Access:
        """The same with the credentials of an image's own, if it has any."""
        return replace(self, credentials=config) if config else self


class NotInRegistryError(Exception):
    """The registry does not have what was asked for."""


class Registry:
    """One repository of a registry."""

    def __init__(self, reference: Reference, access: Access) -> None:
        try:
            from dxf import DXF
        except ImportError as error:
            raise cannot_run(
                IMAGES_EXTRA_MISSING,
                f"{reference} lies in a registry, and python-dxf, which speaks with registries, is not installed",
                hint="Run pip install 'flytec[images]'.",
            ) from error
        self._reference = reference
        self._access = access
        insecure = reference.is_loopback if access.plain_http is None else access.plain_http
        self._dxf: DXF = DXF(
            reference.api_host, reference.path, auth=self._authenticate, insecure=insecure, timeout=_TIMEOUT_SECONDS
        )

    def manifest(self, version: str) -> tuple[bytes, Descriptor]:
        """The manifest or index of a tag or digest, as it lies in the registry.

        Raises:
            NotInRegistryError: there is none.
            CannotRunError: FTC534 for a registry that does not answer, FTC535 for one that refuses.
        """
        text, response = self._tried(
            f"read {self._named(version)}", lambda: self._dxf.get_manifest_and_response(version)
        )
        data = text.encode()
        found = digest_of(data)
        if version.startswith("sha256:") and found != version:
            raise self._failed(f"read {self._named(version)}", f"it sent bytes of digest {found}")
        return data, Descriptor(response.headers.get("Content-Type", "").partition(";")[0], found, len(data))

    def fetch(self, descriptor: Descriptor, blobs: Blobs) -> None:
        """Brings a blob, unless it is there already. Raises as `manifest` does."""
        if blobs.has(descriptor.digest):
            return
        self._access.tell(f"fetch {self._reference.name} {_shown(descriptor)}")
        self._tried(f"read {self._reference.name}@{descriptor.digest}", partial(self._fetch_once, descriptor, blobs))

    def push_blob(self, path: Path, descriptor: Descriptor) -> None:
        """Sends a blob, unless the registry has it already. Raises CannotRunError as `manifest` does."""
        self._access.tell(f"push {self._reference.name} {_shown(descriptor)}")
        self._tried(f"write {self._reference.name}", lambda: self._dxf.push_blob(str(path)), missing_is_refusal=True)

    def push_manifest(self, version: str, data: bytes) -> None:
        """Sends a manifest, whose blobs are there, and makes sure that it is what the registry now has.

        Raises:
            CannotRunError: as `manifest` does.
        """
        what = f"write {self._named(version)}"
        self._tried(what, lambda: self._dxf.set_manifest(version, data.decode()), missing_is_refusal=True)
        try:
            _, kept = self.manifest(version)
        except NotInRegistryError:
            raise self._failed(what, "it took the manifest, and does not have it") from None
        if kept.digest != digest_of(data):
            raise self._failed(what, f"it took the manifest, and has {kept.digest} in its place")

    def _fetch_once(self, descriptor: Descriptor, blobs: Blobs) -> None:
        from dxf.exceptions import DXFDigestMismatchError

        chunks: Any = self._dxf.pull_blob(descriptor.digest, chunk_size=_CHUNK)
        if not blobs.take(_without_check(chunks, DXFDigestMismatchError), descriptor.digest):
            raise _BrokenAnswerError("it sent other bytes than the digest says")

    def _named(self, version: str) -> str:
        return f"{self._reference.name}{'@' if version.startswith('sha256:') else ':'}{version}"

    def _authenticate(self, dxf: DXFBase, response: requests.Response) -> None:
        found = _credentials(self._reference.host, self._access.credentials)
        user, password = found or (None, None)
        dxf.authenticate(user, password, response=response)

    def _tried(self, what: str, call: Callable[[], T], *, missing_is_refusal: bool = False) -> T:
        """The result of `call`, tried again where the registry may do better the next time."""
        waits = iter(BACK_OFF_SECONDS)
        while True:
            try:
                return call()
            except Exception as error:
                trouble = _trouble(error)
                if trouble is None:
                    raise
            if trouble.missing and not missing_is_refusal:
                raise NotInRegistryError
            if trouble.refused:
                raise self._refused(what, trouble.text)
            wait = next(waits, None)
            if wait is None:
                raise self._failed(what, f"{trouble.text} ({len(BACK_OFF_SECONDS) + 1} tries)")
            self._access.tell(f"{self._reference.host}: {trouble.text}; trying again in {wait:g} s")
            self._access.sleep(wait)

    def _failed(self, what: str, text: str) -> CannotRunError:
        return cannot_run(
            REGISTRY_FAILED,
            f"registry {self._reference.host} failed to {what}: {text}",
            hint="Look whether the registry is up and its address right, then run again.",
        )

    def _refused(self, what: str, text: str) -> CannotRunError:
        return cannot_run(
            REGISTRY_REFUSED,
            f"registry {self._reference.host} refused to {what}: {text}",
            hint=f"Run docker login {self._reference.host} as someone who may, or name another registry.",
        )


@dataclass(frozen=True, slots=True)
class _Trouble:
    text: str
    refused: bool = False
    missing: bool = False


class _BrokenAnswerError(Exception):
    """The registry's answer is not what it should be."""


def _trouble(error: Exception) -> _Trouble | None:
    """What an exception of dxf or requests says of the registry; `None` for one that is about something else."""
    import requests
    from dxf import exceptions

    match error:
        case exceptions.DXFUnauthorizedError():
            return _Trouble("it does not take the credentials, or there are none", refused=True)
        case exceptions.DXFAuthInsecureError():
            return _Trouble("it asks for credentials, which are not sent over plain HTTP", refused=True)
        case exceptions.DXFError() | _BrokenAnswerError():
            return _Trouble(str(error))
        case requests.exceptions.HTTPError() if error.response is not None:
            return _of_status(error.response)
        case requests.exceptions.SSLError():
            return _Trouble(f"no TLS connection ({_root_of(error)})", refused=True)
        case requests.exceptions.RequestException():
            return _Trouble(_root_of(error))
        case KeyError() | ValueError():  # a header or a JSON document that is not there
            return _Trouble(f"it does not answer as a registry does ({type(error).__name__}: {error})")
        case _:
            return None


def _of_status(response: requests.Response) -> _Trouble:
    text = f"{response.status_code} {response.reason}" + (f": {said}" if (said := _said(response)) else "")
    if response.status_code >= 500 or response.status_code == _OVERLOADED:
        return _Trouble(text)
    return _Trouble(text, refused=True, missing=response.status_code == 404)


def _said(response: requests.Response) -> str:
    """What the registry says for itself (OCI distribution specification, error codes)."""
    try:
        rows = response.json()["errors"]
        return "; ".join(" ".join(str(row.get("message") or row.get("code")).split()) for row in rows)
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _root_of(error: BaseException) -> str:
    """The innermost reason in words, for the outer ones hold addresses of objects."""
    seen: BaseException = error
    while True:
        inner = getattr(seen, "reason", None) or seen.__cause__ or seen.__context__
        if not isinstance(inner, BaseException) or inner is seen:
            break
        seen = inner
    if isinstance(seen, OSError) and seen.strerror:
        return seen.strerror
    text = str(seen)
    return text.rpartition(": ")[2] if " object at 0x" in text else text or type(seen).__name__


def _without_check(chunks: Iterable[bytes], mismatch: type[Exception]) -> Iterable[bytes]:
    """The chunks without the check at their end, which is made where they are kept."""
    try:
        yield from chunks
    except mismatch:
        return


def _credentials(host: str, config: str | None) -> tuple[str, str] | None:
    """User and password for a registry, from docker's configuration file and the credential helpers that it names.

    Raises:
        CannotRunError: FTC535 where the file or a helper fails.
    """
    from docker import auth, errors

    if config is not None and not Path(config).is_file():
        raise cannot_run(
            REGISTRY_REFUSED,
            f"the credentials for registry {host} are looked for in {config}, which does not exist",
            hint="Correct --credentials or registry_config.",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a helper that is not there, which is an error besides
            found = auth.load_config(config).resolve_authconfig(None if host == auth.INDEX_NAME else host)
    except (errors.DockerException, OSError) as error:
        raise cannot_run(
            REGISTRY_REFUSED,
            f"the credentials for registry {host} cannot be read: {error}",
            hint=f"Run docker login {host}.",
        ) from error
    if not found or not (user := found.get("username") or found.get("Username")):
        return None
    return user, found.get("password") or found.get("Password") or ""


def _shown(descriptor: Descriptor) -> str:
    return f"{descriptor.digest[7:19]} ({descriptor.size / 1e6:.1f} MB)"


def is_index(media_type: str) -> bool:
    """Whether a document lists the manifests of several platforms."""
    return media_type in media.INDEXES
