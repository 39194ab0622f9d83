from typing import Dict, List, NamedTuple, Optional, Tuple

from flytekit import Workflow, task

Pair = NamedTuple("Pair", left=int, right=str)


@task
def number(seed: int) -> int:
    return seed


@task
def pair(seed: int) -> Pair:
    return Pair(seed, str(seed))


@task
def halves(seed: int) -> Tuple[int, str]:
    return seed, str(seed)


@task
def total(numbers: List[int]) -> int:
    return sum(numbers)


@task
def by_name(numbers: Dict[str, int]) -> int:
    return sum(numbers.values())


@task
def perhaps(seed: int, label: Optional[str] = None) -> Optional[str]:
    return label


lists = Workflow("imperative.lists")
seed = lists.add_workflow_input("seed", int)
more = lists.add_workflow_input("more", List[int])
a = lists.add_entity(number, seed=seed)
b = lists.add_entity(number, seed=7)
lists.add_entity(total, numbers=[a.o0, b.outputs["o0"], 3, seed])
lists.add_entity(total, numbers=more)
lists.add_entity(by_name, numbers={"a": a.o0, "b": 2})
lists.add_workflow_output("both", [a.o0, b.o0], python_type=List[int])
lists.add_workflow_output("named", {"a": a.o0, "b": b.o0}, python_type=Dict[str, int])
lists.add_workflow_output("mixed", [a.o0, 4, more[0]], List[int])
lists.add_workflow_output("nested", [[a.o0], [b.o0, seed]], List[List[int]])
lists.add_workflow_output("again", seed, python_type=int)
lists.add_workflow_output("fixed", 11, python_type=int)

several = Workflow("imperative.several")
n = several.add_workflow_input("n", int)
p = several.add_entity(pair, seed=n)
h = several.add_entity(halves, seed=p.left)
several.add_entity(perhaps, seed=h.o0, label=h.o1)
q = several.add_entity(perhaps, seed=1)
several.add_workflow_output("left", p.left)
several.add_workflow_output("right", p.outputs["right"])
several.add_workflow_output("other", h.outputs["o1"])
several.add_workflow_output("label", q.o0)
