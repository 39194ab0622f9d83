"""A scope in which user modules load: what they change of the process is undone at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from flytec.authoring.rows import StandInTable, TaskPluginTable
from flytec.load.kubernetes import KubernetesFinder
from flytec.load.loader import UserFinder
from flytec.load.missing import MissingModules, MissingPolicy
from flytec.load.modules import fresh_modules
from flytec.load.plan import LoadPlan
from flytec.load.process import end_if_forked, go_to, process_number, process_restored, working_folder
from flytec.load.scope import Scope
from flytec.load.standin import StandInFinder
from flytec.load.streams import lent_streams, stdout_to_stderr
from flytec.load.watch import Watch, watching
from flytec.records import dataclass
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

if TYPE_CHECKING:
    from _typeshed.importlib import MetaPathFinderProtocol


@dataclass(frozen=True, slots=True)
class Session:
    """What loading needs: which code is the user's, what finds it, and the stand-in, where one is in place.

    `watch` has what user code asked of its surroundings, `absent` the modules that are not installed, where they are
    looked after.
    """

    scope: Scope
    user_finder: UserFinder
    finder: StandInFinder | None
    watch: Watch
    absent: MissingModules | None
    _roots: tuple[str, ...]
    _folder: str | None
    _process: int
    _path: list[str]
    _hooks: list[MetaPathFinderProtocol]

    def tidy(self, error: BaseException | None = None) -> None:
        """Undoes what one module must not do to the next: move the working folder, take away import paths or hooks.

        What a module adds to `sys.path` or the hooks stays for those after it, as it does under flytekit. `error` is
        what ended the module. Does not return in a process that the module has forked.
        """
        end_if_forked(self._process, error)
        go_to(self._folder)
        if sys.path != self._path:
            current = sys.path if isinstance(sys.path, list) else []
            lost = [entry for entry in self._path if entry not in current]
            front = [root for root in self._roots if root in lost]
            sys.path = [*front, *current, *(entry for entry in lost if entry not in front)]
            self._path[:] = sys.path
        if any(hook not in sys.meta_path for hook in self._hooks):
            sys.meta_path[:] = [*(hook for hook in sys.meta_path if hook not in self._hooks), *self._hooks]


@contextmanager
def isolated(
    plan: LoadPlan,
    table: StandInTable | None,
    version: str = FLYTEKIT_TARGET_VERSION,
    plugins: TaskPluginTable = MappingProxyType({}),
    missing: MissingPolicy | None = None,
) -> Iterator[Session]:
    """Loads with the stand-in of `table` as flytekit `version`, or with flytekit itself where it is `None`.

    `plugins` has what importing a plug-in registers. `missing` says what to do about modules that are not installed;
    without, they are errors.

    Within the scope standard output leads to stderr, the plan's roots stand at the front of `sys.path`, and user
    modules load afresh. Lowering belongs into the scope too: names of entities are looked up in loaded modules.
    """
    scope = Scope(plan)
    finder = None if table is None else StandInFinder(table, scope.has_file, version, plugins)
    with (
        stdout_to_stderr(),
        lent_streams(),
        process_restored(),
        fresh_modules(scope, hide_flytekit=finder is not None),
        watching(scope.has_file) as watch,
    ):
        sys.path[:0] = plan.roots
        absent = None if missing is None else MissingModules(missing, scope)
        user_finder = UserFinder(scope.has_file, watch.look_at, None if absent is None else absent.guard)
        user_finder.install()
        if finder is not None:
            sys.meta_path.insert(0, finder)
            sys.meta_path.append(KubernetesFinder())
        if absent is not None:
            absent.install()
        process = process_number()
        try:
            hooks = list(sys.meta_path)
            yield Session(
                scope, user_finder, finder, watch, absent, plan.roots, working_folder(), process, list(sys.path), hooks
            )
        finally:
            end_if_forked(process)
