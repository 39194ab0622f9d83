"""How the commands reach registries: the clock between tries, and stderr for what is going on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flytec.cli.invocation import Invocation
    from flytec.images.registry import Access


def registry_access(
    invocation: Invocation, *, plain_http: bool | None = None, credentials: str | None = None
) -> Access:
    """Access as the options say, telling on stderr what it does, unless the run is a quiet one."""
    from flytec.images.registry import Access

    def tell(text: str) -> None:
        if not invocation.quiet:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    return Access(plain_http=plain_http, credentials=credentials, sleep=time.sleep, tell=tell)
