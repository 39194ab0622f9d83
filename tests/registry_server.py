"""A registry in this process, on loopback: the part of the OCI distribution API that clients use, and ways to fail."""

import base64
import json
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD, TOKEN = "user", "secret", "a-token"


def digest_of(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


@dataclass
class Registry:
    """What the registry has and was asked. A row of `faults` is used up by the first request that it fits.

    A fault is a pattern of `METHOD path`, and a status, "drop" for a connection that breaks, "cut" for an answer that
    ends in its middle, "lie" for other bytes than were asked for, or "forget" for a manifest that is not kept.
    """

    host: str = ""
    auth: str = ""
    blobs: dict[str, bytes] = field(default_factory=dict)
    manifests: dict[tuple[str, str], tuple[str, bytes]] = field(default_factory=dict)
    faults: list[tuple[str, int | str]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    lock: Any = field(default_factory=threading.Lock)

    def fault(self, request: str) -> int | str:
        with self.lock:
            self.requests.append(request)
            for row in self.faults:
                if re.match(row[0], request):
                    self.faults.remove(row)
                    return row[1]
        return 0

    def tags(self, path: str) -> dict[str, str]:
        """The tags of a repository, with the digest of each."""
        return {
            version: digest_of(data)
            for (name, version), (_, data) in self.manifests.items()
            if name == path and not version.startswith("sha256:")
        }

    def put(self, path: str, tag: str, media_type: str, data: bytes) -> str:
        for version in (tag, digest_of(data)):
            self.manifests[path, version] = (media_type, data)
        return digest_of(data)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    registry: Registry

    def log_message(self, *_: Any) -> None:
        pass

    def _serve(self) -> None:
        url = urlsplit(self.path)
        fault = self.registry.fault(f"{self.command} {url.path}")
        if fault == "drop":
            self.close_connection = True
            return
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if isinstance(fault, int) and fault:
            said = {"errors": [{"code": "DENIED", "message": f"as the test has it ({fault})"}]}
            self._answer(fault, json.dumps(said).encode(), {"Content-Type": "application/json"})
            return
        if url.path == "/token":
            self._token(url.query)
        elif self._is_let_in():
            self._route(url.path, parse_qs(url.query), body, str(fault or ""))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = _serve  # noqa: N815 - the names of http.server

    def _is_let_in(self) -> bool:
        auth, given = self.registry.auth, self.headers.get("Authorization")
        basic = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if not auth or given == {"basic": basic, "bearer": f"Bearer {TOKEN}"}[auth]:
            return True
        scheme = {
            "basic": 'Basic realm="registry"',
            "bearer": f'Bearer realm="https://{self.registry.host}/token",service="registry",scope="repository:x:pull,push"',
        }[auth]
        self._answer(401, b"{}", {"WWW-Authenticate": scheme})
        return False

    def _token(self, query: str) -> None:
        basic = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") != basic or "scope" not in query:
            self._answer(401, b"{}", {})
        else:
            self._answer(200, json.dumps({"token": TOKEN}).encode(), {})

    def _route(self, path: str, query: dict[str, list[str]], body: bytes, fault: str) -> None:
        match = re.fullmatch(r"/v2/(.+)/(manifests|blobs)/([^/]+/?[^/]*)", path)
        if match is None:
            self._answer(200 if path == "/v2/" else 404, b"{}", {})
            return
        name, kind, last = match.groups()
        if kind == "manifests":
            self._manifest(name, last, body, fault)
        elif last.startswith("uploads/"):
            self._upload(name, query, body)
        else:
            data = self.registry.blobs.get(last)
            self._give(data, "application/octet-stream", fault)

    def _manifest(self, name: str, version: str, body: bytes, fault: str) -> None:
        if self.command != "PUT":
            media_type, data = self.registry.manifests.get((name, version), ("", None))
            self._give(data, media_type, fault)
            return
        document = json.loads(body)
        parts = [*document.get("layers", ()), *([document["config"]] if "config" in document else ())]
        if any(part["digest"] not in self.registry.blobs for part in parts):
            self._answer(400, b'{"errors": [{"message": "a blob is missing"}]}', {})
            return
        if fault != "forget":
            self.registry.put(name, version, self.headers["Content-Type"], body)
        self._answer(201, b"", {"Location": self.path})

    def _upload(self, name: str, query: dict[str, list[str]], body: bytes) -> None:
        if self.command == "POST":
            self._answer(202, b"", {"Location": f"/v2/{name}/blobs/uploads/1"})
        elif query.get("digest") != [digest_of(body)]:
            self._answer(400, b'{"errors": [{"message": "other bytes"}]}', {})
        else:
            self.registry.blobs[digest_of(body)] = body
            self._answer(201, b"", {})

    def _give(self, data: bytes | None, media_type: str, fault: str) -> None:
        if data is None:
            self._answer(404, b'{"errors": [{"code": "NOT_FOUND"}]}', {"Content-Type": "application/json"})
        elif fault == "cut":
            self._answer(200, data, {"Content-Type": media_type}, cut=True)
        else:
            self._answer(200, data[::-1] if fault == "lie" else data, {"Content-Type": media_type})

    def _answer(self, status: int, data: bytes, headers: dict[str, str], *, cut: bool = False) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection = self.close_connection or cut


@contextmanager
def serving(*, auth: str = "", tls: ssl.SSLContext | None = None) -> Iterator[Registry]:
    """Runs a registry as long as the scope lasts."""
    registry = Registry(auth=auth)
    handler: Callable[..., Any] = type("Handler", (_Handler,), {"registry": registry})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    registry.host = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield registry
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
