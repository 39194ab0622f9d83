"""Registries: what is fetched and pushed, tried again, and given up with which words."""

import base64
import json
import ssl
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
import trustme

from flytec.diagnostics import CannotRunError
from flytec.images.blobs import Blobs, Descriptor
from flytec.images.media import MANIFEST
from flytec.images.reference import parse_image
from flytec.images.registry import BACK_OFF_SECONDS, Access, NotInRegistryError, Registry
from registry_server import PASSWORD, USER, serving
from registry_server import Registry as Server

DATA = b"a blob"
DIGEST = f"sha256:{sha256(DATA).hexdigest()}"
BLOB = Descriptor("application/octet-stream", DIGEST, len(DATA))
DOCUMENT = json.dumps({"schemaVersion": 2, "mediaType": MANIFEST, "layers": []}).encode()


class Slept(list[float]):
    """Takes the waits between tries."""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def slept() -> Slept:
    return Slept()


def client(server: Server, slept: Slept, **options: object) -> Registry:
    access = Access(sleep=slept.append, tell=lambda _: None, **options)  # type: ignore[arg-type]
    return Registry(parse_image(f"{server.host}/team/app"), access)


def message(server: Server, error: pytest.ExceptionInfo[CannotRunError]) -> str:
    (finding,) = error.value.findings
    return f"{finding.code} {finding.message}".replace(server.host, "HOST")


def test_a_blob_is_fetched_once(server: Server, slept: Slept, tmp_path: Path) -> None:
    server.blobs[DIGEST] = DATA
    blobs = Blobs(tmp_path)
    for _ in range(2):
        client(server, slept).fetch(BLOB, blobs)
    assert blobs.path(DIGEST).read_bytes() == DATA
    assert server.requests == [f"GET /v2/team/app/blobs/{DIGEST}"]


def test_a_blob_that_is_there_is_not_sent_again(server: Server, slept: Slept, tmp_path: Path) -> None:
    path = tmp_path / "blob"
    path.write_bytes(DATA)
    for _ in range(2):
        client(server, slept).push_blob(path, BLOB)
    assert server.blobs == {DIGEST: DATA}
    assert [row.split()[0] for row in server.requests] == ["HEAD", "POST", "PUT", "HEAD"]


def test_a_manifest_comes_back_as_it_was_sent(server: Server, slept: Slept) -> None:
    registry = client(server, slept)
    registry.push_manifest("v1", DOCUMENT)
    data, descriptor = registry.manifest("v1")
    assert data == DOCUMENT
    assert descriptor == Descriptor(MANIFEST, f"sha256:{sha256(DOCUMENT).hexdigest()}", len(DOCUMENT))
    assert registry.manifest(descriptor.digest)[0] == DOCUMENT


@pytest.mark.parametrize("fault", [500, 502, 503, 429, "drop", "cut", "lie"])
def test_what_may_pass_is_tried_again(server: Server, slept: Slept, tmp_path: Path, fault: int | str) -> None:
    server.blobs[DIGEST] = DATA
    server.faults = [("GET", fault)] * 2
    client(server, slept).fetch(BLOB, Blobs(tmp_path))
    assert Blobs(tmp_path).path(DIGEST).read_bytes() == DATA
    assert slept == [1.0, 2.0]
    assert [path.name for path in (tmp_path / "blobs" / "sha256").iterdir()] == [DIGEST[7:]]


@pytest.mark.parametrize("step", ["HEAD", "POST", "PUT"])
@pytest.mark.parametrize("fault", [503, "drop"])
def test_a_push_is_tried_again(server: Server, slept: Slept, tmp_path: Path, step: str, fault: int | str) -> None:
    path = tmp_path / "blob"
    path.write_bytes(DATA)
    server.faults = [(step, fault)]
    client(server, slept).push_blob(path, BLOB)
    assert server.blobs == {DIGEST: DATA}
    assert slept == [1.0]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (503, "503 Service Unavailable: as the test has it (503)"),
        (429, "429 Too Many Requests: as the test has it (429)"),
        ("drop", "Remote end closed connection without response"),
        ("lie", "it sent other bytes than the digest says"),
    ],
)
def test_in_the_end_it_is_given_up(server: Server, slept: Slept, tmp_path: Path, fault: int | str, said: str) -> None:
    server.blobs[DIGEST] = DATA
    server.faults = [("GET", fault)] * 5
    with pytest.raises(CannotRunError) as error:
        client(server, slept).fetch(BLOB, Blobs(tmp_path))
    assert (
        message(server, error)
        == f"FTC534 registry-failed registry HOST failed to read HOST/team/app@{DIGEST}: {said} (5 tries)"
    )
    assert slept == list(BACK_OFF_SECONDS)
    assert list(tmp_path.rglob("*.*")) == []


def test_a_registry_that_is_down(slept: Slept) -> None:
    with serving() as server:
        pass
    with pytest.raises(CannotRunError) as error:
        client(server, slept).manifest("v1")
    assert (
        message(server, error)
        == "FTC534 registry-failed registry HOST failed to read HOST/team/app:v1: Connection refused (5 tries)"
    )
    assert error.value.exit_code == 2
    assert [row.hint for row in error.value.findings] == [
        "Look whether the registry is up and its address right, then run again."
    ]


@pytest.mark.parametrize(
    ("fault", "said"),
    [(403, "403 Forbidden: as the test has it (403)"), (405, "405 Method Not Allowed: as the test has it (405)")],
)
def test_a_refusal_is_not_tried_again(server: Server, slept: Slept, tmp_path: Path, fault: int, said: str) -> None:
    path = tmp_path / "blob"
    path.write_bytes(DATA)
    server.faults = [("POST", fault)]
    with pytest.raises(CannotRunError) as error:
        client(server, slept).push_blob(path, BLOB)
    assert message(server, error) == f"FTC535 registry-refused registry HOST refused to write HOST/team/app: {said}"
    assert (slept, server.blobs) == ([], {})


def test_a_repository_that_may_not_be_made(server: Server, slept: Slept) -> None:
    server.faults = [("PUT", 404)]
    with pytest.raises(CannotRunError) as error:
        client(server, slept).push_manifest("v1", DOCUMENT)
    assert message(server, error) == (
        "FTC535 registry-refused registry HOST refused to write HOST/team/app:v1: "
        "404 Not Found: as the test has it (404)"
    )


def test_what_is_not_there(server: Server, slept: Slept) -> None:
    with pytest.raises(NotInRegistryError):
        client(server, slept).manifest("v1")
    assert slept == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("PUT", "forget"), "it took the manifest, and does not have it"),
        (("GET", "lie"), f"it took the manifest, and has sha256:{sha256(DOCUMENT[::-1]).hexdigest()} in its place"),
    ],
)
def test_a_manifest_counts_when_the_registry_has_it(
    server: Server, slept: Slept, row: tuple[str, int | str], said: str
) -> None:
    server.faults = [row]
    with pytest.raises(CannotRunError) as error:
        client(server, slept).push_manifest("v1", DOCUMENT)
    assert message(server, error) == f"FTC534 registry-failed registry HOST failed to write HOST/team/app:v1: {said}"


def test_a_manifest_of_another_digest(server: Server, slept: Slept) -> None:
    digest = server.put("team/app", "v1", MANIFEST, DOCUMENT)
    server.faults = [("GET", "lie")]
    with pytest.raises(CannotRunError) as error:
        client(server, slept).manifest(digest)
    other = f"sha256:{sha256(DOCUMENT[::-1]).hexdigest()}"
    assert message(server, error) == (
        f"FTC534 registry-failed registry HOST failed to read HOST/team/app@{digest}: it sent bytes of digest {other}"
    )


def test_credentials_are_not_sent_without_tls(slept: Slept) -> None:
    with serving(auth="basic") as server, pytest.raises(CannotRunError) as error:
        client(server, slept).manifest("v1")
    assert message(server, error) == (
        "FTC535 registry-refused registry HOST refused to read HOST/team/app:v1: "
        "it asks for credentials, which are not sent over plain HTTP"
    )


@pytest.fixture
def tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's certificate, whose authority requests is told to trust."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "authority.pem"))
    return context


def configuration(folder: Path, server: Server, password: str) -> str:
    auth = base64.b64encode(f"{USER}:{password}".encode()).decode()
    path = folder / "config.json"
    path.write_text(json.dumps({"auths": {server.host: {"auth": auth}}}))
    return str(path)


@pytest.mark.parametrize("auth", ["basic", "bearer"])
def test_credentials_are_those_of_docker_login(auth: str, tls: ssl.SSLContext, slept: Slept, tmp_path: Path) -> None:
    with serving(auth=auth, tls=tls) as server:
        path = tmp_path / "blob"
        path.write_bytes(DATA)
        config = configuration(tmp_path, server, PASSWORD)
        client(server, slept, plain_http=False, credentials=config).push_blob(path, BLOB)
    assert server.blobs == {DIGEST: DATA}


@pytest.mark.parametrize("auth", ["basic", "bearer"])
@pytest.mark.parametrize("password", ["wrong", None])
def test_wrong_credentials_and_none(
    auth: str, password: str | None, tls: ssl.SSLContext, slept: Slept, tmp_path: Path
) -> None:
    (tmp_path / "none.json").write_text("{}")
    with serving(auth=auth, tls=tls) as server:
        config = configuration(tmp_path, server, password) if password else str(tmp_path / "none.json")
        with pytest.raises(CannotRunError) as error:
            client(server, slept, plain_http=False, credentials=config).manifest("v1")
    assert message(server, error) == (
        "FTC535 registry-refused registry HOST refused to read HOST/team/app:v1: "
        "it does not take the credentials, or there are none"
    )
    assert [row.hint.replace(server.host, "HOST") for row in error.value.findings] == [
        "Run docker login HOST as someone who may, or name another registry."
    ]
    assert slept == []


def test_a_certificate_that_nobody_trusts(tls: ssl.SSLContext, slept: Slept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with serving(tls=tls) as server, pytest.raises(CannotRunError) as error:
        client(server, slept, plain_http=False).manifest("v1")
    assert message(server, error).startswith(
        "FTC535 registry-refused registry HOST refused to read HOST/team/app:v1: no TLS connection ("
    )
    assert "certificate verify failed" in message(server, error)
    assert slept == []


def test_a_file_of_credentials_that_is_not_there(tls: ssl.SSLContext, slept: Slept) -> None:
    with serving(auth="basic", tls=tls) as server, pytest.raises(CannotRunError) as error:
        client(server, slept, plain_http=False, credentials="none.json").manifest("v1")
    assert message(server, error) == (
        "FTC535 registry-refused the credentials for registry HOST are looked for in none.json, which does not exist"
    )


def test_a_credential_helper_that_fails(tls: ssl.SSLContext, slept: Slept, tmp_path: Path) -> None:
    config = tmp_path / "config.json"
    config.write_text(json.dumps({"credsStore": "of-nobody"}))
    with serving(auth="basic", tls=tls) as server, pytest.raises(CannotRunError) as error:
        client(server, slept, plain_http=False, credentials=str(config)).manifest("v1")
    assert message(server, error) == (
        "FTC535 registry-refused the credentials for registry HOST cannot be read: "
        "Credentials store error: StoreError('docker-credential-of-nobody not installed or not available in PATH')"
    )
