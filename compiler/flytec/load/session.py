"""A scope in which user modules load: what they change of the process is undone at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flytec.authoring.rows import StandInTable
from flytec.load.modules import fresh_modules
from flytec.load.plan import LoadPlan
from flytec.load.process import end_if_forked, go_to, process_number, process_restored, working_folder
from flytec.load.scope import Scope
from flytec.load.standin import StandInFinder
from flytec.load.streams import lent_streams, stdout_to_stderr


@dataclass(frozen=True, slots=True)
class Session:
    """What loading needs: which code is the user's, and the stand-in, where one is in place."""

    scope: Scope
    finder: StandInFinder | None
    _roots: tuple[str, ...]
    _folder: str | None
    _process: int
    _path: list[str] = field(default_factory=list)

    def tidy(self, error: BaseException | None = None) -> None:
        """Undoes what one module must not do to the next: move the working folder, lose import paths or the hook.

        What a module adds to `sys.path` stays for those after it, as it does under flytekit. `error` is what ended the
        module. Does not return in a process that the module has forked.
        """
        end_if_forked(self._process, error)
        go_to(self._folder)
        if sys.path != self._path:
            current = sys.path if isinstance(sys.path, list) else []
            lost = [entry for entry in self._path if entry not in current]
            front = [root for root in self._roots if root in lost]
            sys.path = [*front, *current, *(entry for entry in lost if entry not in front)]
            self._path[:] = sys.path
        if self.finder is not None and self.finder not in sys.meta_path:
            sys.meta_path.insert(0, self.finder)


@contextmanager
def isolated(plan: LoadPlan, table: StandInTable | None) -> Iterator[Session]:
    """Loads with the stand-in of `table` in flytekit's place, or with flytekit itself where it is `None`.

    Within the scope standard output leads to stderr, the plan's roots stand at the front of `sys.path`, and user
    modules load afresh. Lowering belongs into the scope too: names of entities are looked up in loaded modules.
    """
    scope = Scope(plan)
    finder = None if table is None else StandInFinder(table, scope.has_file)
    with stdout_to_stderr(), lent_streams(), process_restored(), fresh_modules(scope, hide_flytekit=finder is not None):
        sys.path[:0] = plan.roots
        if finder is not None:
            sys.meta_path.insert(0, finder)
        process = process_number()
        try:
            yield Session(scope, finder, plan.roots, working_folder(), process, list(sys.path))
        finally:
            end_if_forked(process)
