"""Programs of Debian's that the end-to-end tests need: installed where that may be, else a reason to skip."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

PACKAGES = ("docker-registry", "buildah", "skopeo")
_LOCK = Path(tempfile.gettempdir(), "flytec-tests-apt.lock")


@cache
def missing() -> str:
    """Why the programs are not there, empty where they are; tries to install them once."""
    absent = [name for name in PACKAGES if shutil.which(name) is None]
    if not absent:
        return ""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return f"{', '.join(absent)} not installed, and only root may install Debian packages"
    with _LOCK.open("w") as lock:  # the workers of one run install once
        fcntl.flock(lock, fcntl.LOCK_EX)
        if all(shutil.which(name) for name in absent):
            return ""
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *absent]):
            done = subprocess.run(
                ["apt-get", *command], env=environment, capture_output=True, text=True, check=False, timeout=500
            )
            if done.returncode:
                return f"apt-get {command[0]} failed: {(done.stderr.strip().splitlines() or ['?'])[-1]}"
    return ""
