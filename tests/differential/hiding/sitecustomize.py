"""Makes Python find none of the packages that HIDDEN_PACKAGES names, for a process that has this folder on its path."""

import os
from importlib.machinery import PathFinder

HIDDEN = frozenset(os.environ.get("HIDDEN_PACKAGES", "").split(","))
find_any = PathFinder.find_spec


def find_spec(fullname, *given):
    return None if fullname.partition(".")[0] in HIDDEN else find_any(fullname, *given)


PathFinder.find_spec = find_spec
