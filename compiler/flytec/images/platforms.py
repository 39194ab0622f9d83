"""Platforms of images, `OS/ARCHITECTURE[/VARIANT]`, and what Python packages call them."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from flytec.codes import WRONG_PLATFORM
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.records import dataclass

# Go's names, which images use, to those of wheels.
_MACHINES: Mapping[str, str] = {
    "amd64": "x86_64",
    "arm64": "aarch64",
    "arm": "armv7l",
    "386": "i686",
    "ppc64le": "ppc64le",
    "riscv64": "riscv64",
    "s390x": "s390x",
}
_ALIASES: Mapping[str, str] = {"x86_64": "amd64", "x86-64": "amd64", "aarch64": "arm64", "armhf": "arm", "i386": "386"}
# The variant that is meant where none is written, as container runtimes have it.
_VARIANTS: Mapping[str, str] = {"arm64": "v8", "arm": "v7"}


@dataclass(frozen=True, slots=True)
class Platform:
    """What an image runs on."""

    os: str
    architecture: str
    variant: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in (self.os, self.architecture, self.variant) if part)

    @property
    def machine(self) -> str:
        """The architecture as wheels name it."""
        return _MACHINES[self.architecture]

    @property
    def is_here(self) -> bool:
        """Whether this process runs on it."""
        return self.os == sys.platform and self.machine == platform.machine()

    def fits(self, row: Mapping[str, Any]) -> bool:
        """Whether an image's own `platform` is this one; no variant is the usual one."""
        usual = _VARIANTS.get(self.architecture, "")
        return (row.get("os"), row.get("architecture")) == (self.os, self.architecture) and (
            (row.get("variant") or usual) == (self.variant or usual)
        )


def parse_platforms(text: str, what: str) -> tuple[Platform, ...]:
    """The platforms of a list with commas.

    Raises:
        CannotRunError: FTC532 for what no Linux image runs on.
    """
    return tuple(dict.fromkeys(_parse(part.strip(), what) for part in text.split(",")))


def _parse(text: str, what: str) -> Platform:
    os, _, rest = text.partition("/")
    architecture, _, variant = rest.partition("/")
    architecture = _ALIASES.get(architecture, architecture)
    if (
        os != "linux"
        or architecture not in _MACHINES
        or "/" in variant
        or (_VARIANTS.get(architecture) is None and variant)
    ):
        known = ", ".join(f"linux/{name}" for name in _MACHINES)
        raise cannot_run(WRONG_PLATFORM, f"{what} is {text!r}, expected one of {known}", hint="Name one of them.")
    if variant == _VARIANTS.get(architecture) and architecture == "arm64":
        variant = ""
    return Platform(os, architecture, variant)


def no_such_platform(image: str, wanted: Platform, there: Iterable[Mapping[str, Any]]) -> CannotRunError:
    """The error for an image that there is for other platforms only."""
    rows = (Platform(row.get("os", "?"), row.get("architecture", "?"), row.get("variant") or "") for row in there)
    # Attestations are entries of an index too, for a platform that is none.
    names = ", ".join(dict.fromkeys(str(row) for row in rows if row.os != "unknown")) or "no platform"
    return cannot_run(
        WRONG_PLATFORM,
        f"base image {image} is there for {names}, expected {wanted}",
        hint="Pass --platform, or name a base image for that platform.",
    )
