import pytest
from google.protobuf.json_format import ParseError

from flytec.ir import ours, pb
from flytec.ir.codec import from_json, has_unknown_fields, parse, serialize, to_json, to_text
from flytec.ir.lookup import message_type


def test_bytes_do_not_hang_on_the_order_of_a_map() -> None:
    one, other = pb.LiteralMap(), pb.LiteralMap()
    names = [f"k{index}" for index in range(50)]
    for name in names:
        one.literals[name].scalar.primitive.integer = 1
    for name in reversed(names):
        other.literals[name].scalar.primitive.integer = 1
    assert serialize(one) == serialize(other)
    assert to_text(one) == to_text(other)
    assert to_json(one, sort_keys=True) == to_json(other, sort_keys=True)


def test_json_names_fields_as_the_schema_does() -> None:
    message = ours.Manifest(version=1, compiler_version="é")
    assert to_json(message) == '{\n  "version": 1,\n  "compiler_version": "é"\n}'
    assert from_json(ours.Manifest, to_json(message)) == message


def test_a_message_without_json_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="Timestamp"):
        to_json(pb.Timestamp(seconds=1 << 60))


@pytest.mark.parametrize("text", ["", "{", "3", '{"nope": 1}', '{"version": -1}', "[" * 100_000, b"\xff"])
def test_what_is_no_json_of_the_message_is_an_error(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        from_json(ours.Manifest, text)
    assert not isinstance(caught.value, ParseError)


def test_fields_of_a_later_version_are_passed_over_on_request() -> None:
    assert from_json(ours.Manifest, '{"later": 1}', ignore_unknown_fields=True) == ours.Manifest()


def test_unknown_fields_are_noticed_at_any_depth() -> None:
    deep = pb.LaunchPlan()
    deep.spec.workflow_id.name = "w"
    assert not has_unknown_fields(deep)
    odd = parse(pb.LaunchPlan, serialize(deep).replace(b"\x22\x01w", b"\x7a\x01w"))
    assert has_unknown_fields(odd)


@pytest.mark.parametrize(
    ("name", "full_name"),
    [
        ("flyteidl.admin.launch_plan_pb2.LaunchPlan", "flyteidl.admin.LaunchPlan"),
        ("flyteidl.core.tasks_pb2.Resources.ResourceEntry", "flyteidl.core.Resources.ResourceEntry"),
        ("flyteidl.plugins.spark_pb2.SparkJob", "flyteidl.plugins.SparkJob"),
        ("flyteidl.service.admin_pb2.Nope", ""),
        ("flyteidl.admin.launch_plan_pb2.Nope", ""),
        ("flyteidl.admin.launch_plan_pb2.LaunchPlan.FromString", ""),
        ("flyteidl.admin.launch_plan_pb2.DESCRIPTOR", ""),
        ("flyteidl.admin.launch_plan_pb2._LAUNCHPLAN", ""),
        ("flyteidl.admin.nope_pb2.LaunchPlan", ""),
        ("flyteidl.admin.launch_plan_pb2_grpc.LaunchPlan", ""),
        ("flyteidl.admin.launch_plan_pb2", ""),
        ("flyteidl..launch_plan_pb2.LaunchPlan", ""),
        ("google.protobuf.struct_pb2.Struct", ""),
        ("flyteidl.core.types_pb2.google_dot_protobuf_dot_struct__pb2.Struct", ""),
        ("os.system", ""),
        ("", ""),
    ],
)
def test_message_types_are_those_of_flyteidl_only(name: str, full_name: str) -> None:
    if full_name:
        assert message_type(name).DESCRIPTOR.full_name == full_name
    else:
        with pytest.raises(LookupError):
            message_type(name)
