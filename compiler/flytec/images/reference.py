"""References to images: `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`, read as docker reads them."""

from __future__ import annotations

import ipaddress
import re

from flytec.codes import INVALID_IMAGE
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.records import dataclass

DOCKER_HUB = "docker.io"
_DOCKER_HUB_API = "registry-1.docker.io"
_FORM = re.compile(
    r"(?:(?P<host>(?:[A-Za-z0-9][A-Za-z0-9.-]*[.:][A-Za-z0-9.:-]*|localhost|\[[0-9a-fA-F:]+\])(?::\d+)?)/)?"
    r"(?P<path>[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)"
    r"(?::(?P<tag>\w[\w.-]{0,127}))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An image in a registry; the digest counts where there is one."""

    host: str
    path: str
    tag: str = ""
    digest: str = ""

    def __str__(self) -> str:
        return self.name + (f":{self.tag}" if self.tag else "") + (f"@{self.digest}" if self.digest else "")

    @property
    def name(self) -> str:
        """Host and path."""
        return f"{self.host}/{self.path}"

    @property
    def version(self) -> str:
        """What a registry finds the image by: the digest, the tag, or else `latest`."""
        return self.digest or self.tag or "latest"

    @property
    def api_host(self) -> str:
        """The host that speaks the registry protocol."""
        return _DOCKER_HUB_API if self.host == DOCKER_HUB else self.host

    @property
    def is_loopback(self) -> bool:
        """Whether the registry is on this machine, where clients speak plain HTTP."""
        host = self.host.rpartition(":")[0] if re.search(r":\d+$", self.host) else self.host
        if host == "localhost":
            return True
        try:
            return ipaddress.ip_address(host.strip("[]")).is_loopback
        except ValueError:
            return False


def parse_image(text: str) -> Reference:
    """The parts of a reference; one without a host is Docker Hub's.

    Raises:
        CannotRunError: FTC603 for anything else.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        raise malformed(text)
    host = match["host"] or DOCKER_HUB
    path = match["path"]
    if host == DOCKER_HUB and "/" not in path:
        path = f"library/{path}"
    return Reference(host, path, match["tag"] or "", match["digest"] or "")


def malformed(text: str) -> CannotRunError:
    """The error for text that is no reference."""
    return cannot_run(
        INVALID_IMAGE,
        f"image {text!r} is malformed, expected [HOST[:PORT]/]PATH[:TAG][@sha256:DIGEST] in small letters",
        hint="Correct the reference.",
    )
