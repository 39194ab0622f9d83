from dataclasses import dataclass
from typing import Dict, List, NamedTuple

from flytekit import Workflow, task


@dataclass
class Model:
    name: str
    scores: List[int]


@task
def train() -> Model:
    return Model("m", [1])


@task
def names() -> Dict[str, int]:
    return {"a": 1}


@task
def report(name: str, score: int) -> str:
    return f"{name}: {score}"


wf = Workflow("imperative.access")
model = wf.add_entity(train)
counts = wf.add_entity(names)
wf.add_entity(report, name=model.o0.name, score=model.o0.scores[0])
text = wf.add_entity(report, name="fixed", score=counts.o0["a"])
wf.add_workflow_output("name", model.o0.name, python_type=str)
wf.add_workflow_output("text", text.o0)


Attributes = NamedTuple("Attributes", inputs=int, interface=int, location=str, overrides=int)


@task
def attributes() -> Attributes:
    return Attributes(1, 2, "3", 4)


names_of_attributes = Workflow("imperative.names_of_attributes")
node = names_of_attributes.add_entity(attributes)
names_of_attributes.add_entity(report, name=node.location, score=node.outputs["inputs"])
names_of_attributes.add_entity(report, name="x", score=node.interface)
names_of_attributes.add_workflow_output("location", node.location)
