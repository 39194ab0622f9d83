from google.protobuf import text_format

from flytec.ir import pb
from flytec.ir.program import Kind, Unit
from flytec.view.inspection import inspect_units
from programs import launch_plan, workflow

INTERFACE = """
    inputs { variables { key: 'b' value { type { simple: INTEGER } description: 'how many' } }
             variables { key: 'a' value { type { simple: STRING } description: 'a' } } }
    outputs { variables { key: 'o0' value { type { collection_type { simple: FLOAT } } } } }
"""
PARAMETERS = """
    default_inputs {
      parameters {
        key: 'a'
        value { var { type { simple: STRING } } default { scalar { primitive { string_value: 'x' } } } }
      }
      parameters { key: 'b' value { var { type { simple: INTEGER } } required: true } }
    }
"""


def workflow_with_interface() -> Unit:
    unit = workflow("w")
    assert isinstance(unit.message, pb.WorkflowSpec)
    text_format.Parse(INTERFACE, unit.message.template.interface)
    return unit


def plan_with_parameters() -> Unit:
    unit = launch_plan("w")
    assert isinstance(unit.message, pb.LaunchPlan)
    text_format.Parse(PARAMETERS, unit.message.spec)
    return unit


def signatures(*units: Unit, kinds: frozenset[Kind] = frozenset(Kind)) -> list[str]:
    view = inspect_units([(unit, "file") for unit in units], (), kinds)
    return [entity.signature for entity in view.entities]


def test_the_signature_of_an_interface() -> None:
    assert signatures(workflow_with_interface()) == ["(a: str, b: int) -> (o0: List[float])"]


def test_a_launch_plan_has_its_own_inputs_and_its_workflows_outputs() -> None:
    plan, flow = plan_with_parameters(), workflow_with_interface()
    assert signatures(plan, flow)[0] == "(b: int, a: str = 'x') -> (o0: List[float])"
    assert signatures(plan, flow, kinds=frozenset({Kind.LAUNCH_PLAN})) == signatures(plan, flow)[:1]


def test_a_launch_plan_whose_workflow_is_elsewhere_has_no_known_outputs() -> None:
    assert signatures(plan_with_parameters()) == ["(b: int, a: str = 'x')"]


def test_a_long_default_is_cut_in_the_signature_only() -> None:
    unit = plan_with_parameters()
    assert isinstance(unit.message, pb.LaunchPlan)
    unit.message.spec.default_inputs.parameters["a"].default.scalar.primitive.string_value = "x" * 100
    (entity,) = inspect_units([(unit, "file")], ()).entities
    assert entity.signature == f"(b: int, a: str = '{'x' * 59}...)"
    assert [one.default for one in entity.inputs] == ["", repr("x" * 100)]


def test_a_description_that_only_repeats_the_name_is_left_out() -> None:
    (entity,) = inspect_units([(workflow_with_interface(), "file")], ()).entities
    assert [(one.name, one.description) for one in entity.inputs] == [("a", ""), ("b", "how many")]


def test_a_file_name_that_is_no_text_is_escaped() -> None:
    (entity,) = inspect_units([(workflow("w"), "caf\udce9.pb")], ()).entities
    assert entity.source == "caf\\udce9.pb"
