"""Runs one command line many times without importing it anew: a process of its own, one forked child a run.

    python worker.py MODULE:FUNCTION [MODULE_TO_IMPORT_FIRST ...]

Requests are JSON lines on stdin: `argv`, `cwd`, `env` (added to the environment), `path` (added to the import path, may
be missing), `log` (a file for both streams of the child). Answers are JSON lines on stdout: `code` (the exit code) and
`raised` (class names, the exception that the command reported first and then its causes; pyflyte prints its exceptions
and exits, so they are taken on the way).
"""

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable

PYFLYTE_REPORTER = ("flytekit.clis.sdk_in_container.utils", "pretty_print_exception")


def causes(error: BaseException | None) -> list[str]:
    """The class names of an exception and of what caused it, outermost first."""
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return names


def watch_reporter(raised: list[str]) -> None:
    """Makes pyflyte's printer of exceptions note their classes in `raised`; without pyflyte there is nothing to do."""
    module = sys.modules.get(PYFLYTE_REPORTER[0])
    if module is None:
        return
    report = getattr(module, PYFLYTE_REPORTER[1])

    def noting(error: BaseException, *args: object, **kwargs: object) -> object:
        raised.extend(causes(error))
        return report(error, *args, **kwargs)

    setattr(module, PYFLYTE_REPORTER[1], noting)


def run_in_child(main: Callable[[], object], request: dict, answer_fd: int) -> None:
    """Runs the command as `request` says and writes the answer; does not return."""
    raised: list[str] = []
    code = 0
    log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, 1)
    os.dup2(log, 2)
    try:
        os.chdir(request["cwd"])
        os.environ.update(request["env"])
        sys.path += request.get("path", ())
        sys.argv = list(request["argv"])
        watch_reporter(raised)
        main()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        traceback.print_exc()
        raised.extend(causes(error))
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(answer_fd, json.dumps({"code": code, "raised": raised}).encode())
    os._exit(0)


def answer(main: Callable[[], object], request: dict) -> dict:
    """What one run in a forked child gave; a child that dies without a word counts as exit 70."""
    read_fd, write_fd = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_fd)
        run_in_child(main, request, write_fd)
    os.close(write_fd)
    with os.fdopen(read_fd, "rb") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"code": 70, "raised": []}


def serve(target: str, *first: str) -> None:
    """Answers requests until stdin ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for name in first:
        importlib.import_module(name)
    module, function = target.split(":")
    main = getattr(importlib.import_module(module), function)
    for line in sys.stdin:
        answers.write(json.dumps(answer(main, json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(*sys.argv[1:])
