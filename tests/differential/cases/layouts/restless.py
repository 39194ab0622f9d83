"""Changes directory, starts a thread, fiddles with the interpreter and leaves things behind at import."""

import atexit
import os
import signal
import sys
import tempfile
import threading

from flytekit import task, workflow

os.chdir(tempfile.gettempdir())
sys.path.append("/nowhere")
sys.argv.append("--more")
threading.Thread(target=lambda: None, daemon=True).start()
atexit.register(print, "bye")
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
sys.stdout.write("loud\n")
print("also loud", file=sys.stderr)


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n)
