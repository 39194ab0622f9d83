"""Files and functions stay small; the few that may not say why."""

from collections.abc import Mapping

from arch.source import functions, modules

FILE_LINES = 350
FUNCTION_LINES = 50

# Module, or module:function -> why it is longer. A row that is not needed any more fails.
LONGER: Mapping[str, str] = {
    "flytec.authoring.function_task:task": "flytekit's signature alone has 29 lines",
}


def test_files_and_functions_stay_within_their_budgets() -> None:
    found = {}
    for module in modules():
        lines = len(module.path.read_text().splitlines())
        if lines > FILE_LINES:
            found[module.name] = lines
        for name, node in functions(module):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                found[f"{module.name}:{name}"] = lines
    assert {name: lines for name, lines in found.items() if name not in LONGER} == {}
    assert LONGER.keys() - found.keys() == set(), "stale rows"
