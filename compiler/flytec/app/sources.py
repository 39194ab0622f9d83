"""The archive of a project's sources: which files it takes, by the settings, and its making."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import Path

from flytec.codes import OUTSIDE_MODULE, SOURCE_NOT_FOUND
from flytec.diagnostics import Diagnostic, Location, Severity, cannot_run
from flytec.package.bundle import DRAFT, Bundle, Policy, pack
from flytec.records import dataclass
from flytec.settings.copying import CopyFileDetection, FastPackageOptions
from flytec.tree.git_config import GitSurroundings
from flytec.tree.git_patterns import patterns_of
from flytec.tree.listing import Listing, list_tree
from flytec.tree.places import paths_below
from flytec.tree.rule_sets import IgnoreRules, OnlyRules, OwnRules, PatternRules, default_rules
from flytec.tree.rules import RuleSet

_ARCHIVE = re.compile(r"fast[0-9a-f]{32}\.tar\.gz")
_NOT_LOADED = "not imported"
_SHOWN_MODULES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRequest:
    """The tree whose files are packed, and how.

    `loaded` are the files of loaded modules, for the copy style that takes those alone. `outputs` are files and folders
    that flytec writes, which are no sources; image layouts at the top of the tree are none either.
    """

    root: Path
    options: FastPackageOptions
    environ: Mapping[str, str]
    deref_symlinks: bool = False
    policy: Policy = field(default_factory=Policy)
    loaded: Iterable[str] = ()
    outputs: tuple[Path, ...] = ()


def list_sources(request: SourceRequest) -> Listing:
    """What goes into the archive.

    Raises:
        CannotRunError: FTC100 where the root is no folder, FTC508 for ignore rules that cannot be read.
    """
    own = OwnRules(_is_output(request))
    try:
        if request.options.copy_style is CopyFileDetection.LOADED_MODULES:
            loaded = OnlyRules(paths_below(request.root, request.loaded), _NOT_LOADED)
            # What was imported through a link is packed as what it leads to: the link's end was not imported.
            return list_tree(request.root, [own, loaded], follow_links=True)
        return list_tree(request.root, [own, *_rules(request)], follow_links=request.deref_symlinks)
    except OSError as error:
        raise cannot_run(
            SOURCE_NOT_FOUND,
            f"the source tree cannot be read: {error.strerror}; a folder was expected",
            at=Location(str(request.root)),
            hint="Name the folder that holds the sources.",
        ) from error


def pack_sources(request: SourceRequest, folder: Path) -> Bundle:
    """Makes the archive in `folder`.

    Raises:
        FlytecError: what `list_sources` and `flytec.package.bundle.pack` raise.
    """
    return pack(list_sources(request), folder, request.options.copy_style, request.policy)


def modules_outside(request: SourceRequest) -> tuple[Diagnostic, ...]:
    """A warning where modules of the user's were loaded from elsewhere, so that the archive lacks them."""
    files = set(request.loaded)
    outside = sorted(file for file in files if not paths_below(request.root, [file]))
    if not outside:
        return ()
    more = len(outside) - _SHOWN_MODULES
    named = ", ".join(outside[:_SHOWN_MODULES]) + (f" and {more} more" if more > 0 else "")
    return (
        Diagnostic(
            code=OUTSIDE_MODULE,
            severity=Severity.WARNING,
            message=f"{named} {'was' if len(outside) == 1 else 'were'} imported, and not from the source tree; "
            "the archive does not hold what lies elsewhere",
            location=Location(str(request.root)),
            hint="Name a source folder that holds all of them, or install them in the image.",
        ),
    )


def _rules(request: SourceRequest) -> list[RuleSet]:
    options = request.options
    patterns = patterns_of([one for one in options.ignores if isinstance(one, str)], "ignores")
    rules: list[RuleSet] = [PatternRules(patterns)] if patterns else []
    rules += [IgnoreRules(one) for one in options.ignores if not isinstance(one, str)]
    return [*rules, *(default_rules(GitSurroundings.of(request.environ)) if options.keep_default_ignores else ())]


def written_before(folder: Path) -> tuple[Path, ...]:
    """The archives that earlier runs left in a folder, and what one leaves there that is killed."""
    paths = folder.iterdir() if folder.is_dir() else ()
    return tuple(path for path in paths if path.name == DRAFT or _ARCHIVE.fullmatch(path.name))


def _is_output(request: SourceRequest) -> Callable[[str], bool]:
    outputs = paths_below(request.root, (*request.outputs, *_layouts(request.root)))
    return lambda path: path.rstrip("/") in outputs


def _layouts(root: Path) -> list[Path]:
    """The image layouts beside the sources: `flytec build` writes them there, or starts from them."""
    return [path.parent for path in root.glob("*/oci-layout")]
