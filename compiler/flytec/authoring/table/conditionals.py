"""Names of conditionals and gates."""

from collections.abc import Mapping

from flytec.authoring.rows import Refused, Row

_A = "flytec.authoring"

_CONDITIONAL: Mapping[str, Row] = {"conditional": f"{_A}.conditional:conditional"}
_GATES: Mapping[str, Row] = {
    "approve": f"{_A}.gates:approve",
    "sleep": f"{_A}.gates:sleep",
    "wait_for_input": f"{_A}.gates:wait_for_input",
}
_LOCAL = Refused("it runs a conditional locally, which compiling never does")
_INTERNAL = Refused("it is part of how flytekit makes messages of a conditional; write conditional(...) instead")
_GATE = Refused("gates are made by calling sleep, wait_for_input or approve in a workflow")

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {**_CONDITIONAL, **_GATES},
    "flytekit.core.condition": {
        **_CONDITIONAL,
        "BranchNode": f"{_A}.branch:BranchNode",
        "Case": f"{_A}.conditional:Case",
        "Condition": f"{_A}.conditional:Condition",
        "ConditionalSection": f"{_A}.conditional:ConditionalSection",
        "LocalExecutedConditionalSection": _LOCAL,
        "SkippedConditionalSection": _LOCAL,
        **dict.fromkeys(("create_branch_node_promise_var", "merge_promises", "to_branch_node"), _INTERNAL),
        **dict.fromkeys(("to_case_block", "to_ifelse_block", "transform_to_boolexpr"), _INTERNAL),
        **dict.fromkeys(("transform_to_comp_expr", "transform_to_conj_expr", "transform_to_operand"), _INTERNAL),
    },
    "flytekit.core.gate": {**_GATES, "DEFAULT_TIMEOUT": f"{_A}.gates:DEFAULT_TIMEOUT", "Gate": _GATE},
    "flytekit.core.promise": {
        "ComparisonOps": f"{_A}.comparison:ComparisonOps",
        "ConjunctionOps": f"{_A}.comparison:ConjunctionOps",
    },
}
