"""Which paths lie in a tree, and how they count from its root."""

import os
from collections.abc import Iterable


def paths_below(root: str | os.PathLike[str], paths: Iterable[str | os.PathLike[str]]) -> frozenset[str]:
    """The paths that lie below the root, in POSIX form from there; those of others are left out.

    Both may lead through links above the root. Links below it stay what they are.
    """
    tops = [os.path.join(top, "") for top in dict.fromkeys((os.path.abspath(root), os.path.realpath(root)))]
    found = set()
    for path in map(os.path.abspath, paths):
        resolved = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        inner = next((one[len(top) :] for one in (path, resolved) for top in tops if one.startswith(top)), "")
        found.add(inner.replace(os.sep, "/"))
    return frozenset(found - {""})
