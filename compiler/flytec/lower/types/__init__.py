"""Python types to literal types, and Python values to literals.

    Trip | None   ->   union_type { variants { simple: STRUCT structure { tag: "Object-Dataclass-Transformer" } ... }
                                    variants { simple: NONE structure { tag: "none" } } }

The table of types is `flytec.lower.types.table`; the builders of literals are in `flytec.lower.literals`.
"""

from flytec.lower.literals.kinds import NotCoveredError
from flytec.lower.types.system import Types

__all__ = ["NotCoveredError", "Types"]
