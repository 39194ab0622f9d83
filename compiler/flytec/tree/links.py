"""Symbolic links of a source tree: where one leads, and what speaks against taking it."""

from __future__ import annotations

import errno
import os

from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: the relative path that it says or stands for, the real place, and what is there."""

    text: str
    place: str
    status: os.stat_result


@dataclass(frozen=True, slots=True)
class LinkFault:
    """Why a link is not taken; one that leads to nothing is none that an archive would miss."""

    message: str
    hint: str
    is_error: bool


def resolve_link(path: str, top: str) -> Target | LinkFault:
    """Where the link at `path` leads, for a tree whose real place is `top`; neither end nor next step may lie outside.

    A link that begins at the root of the file system is taken for the relative one that leads to the same place: the
    container has other folders.
    """
    text = os.readlink(path)
    try:
        status = os.stat(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return LinkFault("it is a link that leads back to itself", "Delete the link.", is_error=True)
        if error.errno not in (errno.ENOENT, errno.ENOTDIR):
            raise
        message = f"it is a link to {text}, which does not exist, and left out"
        return LinkFault(message, "Delete the link.", is_error=False)
    place = os.path.realpath(path)
    here = os.path.realpath(os.path.dirname(path))
    folder, name = os.path.split(os.path.join(here, text))
    step = os.path.normpath(os.path.join(os.path.realpath(folder), name))
    if not _within(place, top) or not _within(step, top):
        return LinkFault(
            f"it is a link to {text}, which lies outside of the source tree; a link within it was expected",
            "Copy what it leads to into the tree, or ignore the link.",
            is_error=True,
        )
    return Target(os.path.relpath(step, here) if os.path.isabs(text) else text, place, status)


def _within(place: str, top: str) -> bool:
    return place == top or place.startswith(top.rstrip(os.sep) + os.sep)
