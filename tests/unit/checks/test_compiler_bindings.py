"""What nodes are given against what they take, each rule of the server's workflow compiler with its whole message."""

import pytest

from flytec.ir import pb
from flytec.ir.codec import struct_of
from messages import (
    BINARY,
    COLOR,
    CSV,
    DICT,
    FILE,
    FLOAT,
    INT,
    NONE,
    STR,
    Value,
    dict_of,
    findings,
    given,
    integer,
    known,
    list_of,
    maps,
    optional,
    output,
    plan,
    runs,
    runs_plan,
    scalar,
    slugs,
    task,
    template,
    union,
)

TRIP = pb.LiteralType(
    simple="STRUCT",
    metadata=struct_of({"title": "Trip"}),
    structure=pb.TypeStructure(dataclass_type={"n": INT, "tags": list_of(STR)}),
)
AT = "template.nodes[0].inputs[0].binding"


def take(wanted: pb.LiteralType, value: Value) -> list[str]:
    """What is said of a task `takes` that is given a value."""
    return findings(template(runs("n", "takes", a=value)), known(task("takes", {"a": wanted})))


def wire(held: pb.LiteralType, wanted: pb.LiteralType, *path: str | int, name: str = "o") -> list[str]:
    """What is said of a task `takes` that is given the output of another, or a part of it."""
    nodes = runs("m", "gives"), runs("n", "takes", a=output("m", name, *path))
    return findings(template(*nodes), known(task("gives", {}, {"o": held}), task("takes", {"a": wanted})))


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        (INT, 1),
        (STR, "x"),
        (FLOAT, 1.5),
        (COLOR, "red"),
        (list_of(COLOR), ["red"]),
        (NONE, None),
        (optional(INT), 1),
        (optional(INT), None),
        (list_of(INT), []),
        (list_of(optional(INT)), [1, None]),
        (dict_of(INT), {"k": 1}),
        (union(INT, list_of(INT)), [1]),
        (union(dict_of(INT), list_of(INT)), {}),
        (union(STR, union(INT, list_of(INT))), [1]),
        (DICT, scalar(pb.Scalar(generic=struct_of({"a": 1})))),
        (DICT, scalar(pb.Scalar(binary=pb.Binary(tag="msgpack")))),
        (BINARY, scalar(pb.Scalar(binary=pb.Binary(tag="other")))),
        (CSV, scalar(pb.Scalar(blob=pb.Blob(metadata=pb.BlobMetadata(type=pb.BlobType()))))),
        (STR, scalar(pb.Scalar(union=pb.Union(type=STR)))),
    ],
)
def test_values_that_fit(wanted: pb.LiteralType, value: Value) -> None:
    assert take(wanted, value) == []


@pytest.mark.parametrize(
    ("wanted", "value", "message"),
    [
        (STR, 1, "mismatching-types at {}: n (takes): the input 'a' is 1 of type int, expected str"),
        (INT, None, "mismatching-types at {}: n (takes): the input 'a' is None of type None, expected int"),
        (FLOAT, 1, "mismatching-types at {}: n (takes): the input 'a' is 1 of type int, expected float"),
        (
            union(INT, STR),
            1.5,
            "mismatching-types at {}: n (takes): the input 'a' is 1.5 of type float, expected Union[int, str]",
        ),
        (
            union(STR, COLOR),
            "red",
            "mismatching-types at {}: n (takes): the input 'a' is 'red' of type str, expected Union[str, "
            "Enum['red', 'blue']], of which exactly one variant has to take it: str and Enum['red', 'blue'] do "
            "(Declare str where it is taken, or the union where it comes from.)",
        ),
        (
            COLOR,
            "green",
            "illegal-enum-value at {}: n (takes): the input 'a' is 'green', expected a value of Enum['red', 'blue']",
        ),
        (
            list_of(COLOR),
            ["red", "green"],
            "illegal-enum-value at {}.collection.bindings[1]: n (takes): the input 'a' is 'green', expected a "
            "value of Enum['red', 'blue']",
        ),
        (
            list_of(INT),
            [1, "x"],
            "mismatching-types at {}.collection.bindings[1]: n (takes): the input 'a' is 'x' of type str, expected int",
        ),
        (
            dict_of(list_of(INT)),
            {"k": ["x"]},
            "mismatching-types at {}.map.bindings['k'].collection.bindings[0]: n (takes): the input 'a' is 'x' of "
            "type str, expected int",
        ),
        (INT, [1], "mismatching-bindings at {}: n (takes): the input 'a' is given a list, expected int"),
        (DICT, {"a": 1}, "mismatching-bindings at {}: n (takes): the input 'a' is given a dict, expected dict"),
        (INT, pb.BindingData(), "mismatching-bindings at {}: n (takes): the input 'a' is given nothing, expected int"),
        (
            union(list_of(INT), list_of(STR)),
            [],
            "ambiguous-binding-union-value at {}: n (takes): the input 'a' is given a list that is List[int] and "
            "List[str] as well, expected one variant of Union[List[int], List[str]] to take it "
            "(Make the value in a task that returns one of the types.)",
        ),
        (
            union(list_of(INT), STR),
            ["x"],
            "incompatible-binding-union-value at {}: n (takes): the input 'a' is given a list that fits no variant, "
            "expected Union[List[int], str]",
        ),
        (
            union(INT, STR),
            pb.BindingData(),
            "incompatible-binding-union-value at {}: n (takes): the input 'a' is given nothing that fits no variant, "
            "expected Union[int, str]",
        ),
        (
            FILE,
            scalar(pb.Scalar(blob=pb.Blob())),
            "unrecognized-value at {}: n (takes): the input 'a' is a value that does not say its type, expected one "
            "that does",
        ),
        (
            FILE,
            scalar(pb.Scalar()),
            "unrecognized-value at {}: n (takes): the input 'a' is a value that does not say its type, expected one "
            "that does",
        ),
        (
            FILE,
            scalar(pb.Scalar(blob=pb.Blob(metadata=pb.BlobMetadata()))),
            "mismatching-types at {}: n (takes): the input 'a' is a value of type untyped value, expected FlyteFile",
        ),
        (
            INT,
            scalar(pb.Scalar(union=pb.Union(type=STR, value=integer(1)))),
            "mismatching-types at {}: n (takes): the input 'a' is 1 of type Union[str], expected int",
        ),
    ],
)
def test_values_that_do_not_fit(wanted: pb.LiteralType, value: Value, message: str) -> None:
    assert take(wanted, value) == [message.format(AT)]


def test_a_value_of_another_type_is_no_enum_value_either() -> None:
    assert take(COLOR, 1) == [
        f"mismatching-types at {AT}: n (takes): the input 'a' is 1 of type int, expected Enum['red', 'blue']",
        f"illegal-enum-value at {AT}: n (takes): the input 'a' is 1, expected a value of Enum['red', 'blue']",
    ]


def test_enums_in_unions_are_not_looked_into() -> None:
    assert take(optional(COLOR), "green") == []


@pytest.mark.parametrize(
    ("held", "wanted", "path"),
    [
        (INT, INT, ()),
        (COLOR, STR, ()),
        (list_of(INT), INT, (0,)),
        (list_of(INT), INT, ("any",)),
        (dict_of(INT), INT, ("k",)),
        (dict_of(list_of(INT)), INT, ("k", 1)),
        (TRIP, INT, ("n",)),
        (TRIP, STR, ("tags", 0)),
        (DICT, DICT, ("whatever", "else")),
        (INT, INT, ("ignored",)),
        (optional(TRIP), optional(TRIP), ("n",)),
    ],
)
def test_outputs_and_parts_that_fit(held: pb.LiteralType, wanted: pb.LiteralType, path: tuple[str | int, ...]) -> None:
    assert wire(held, wanted, *path) == []


def test_an_index_in_front_of_the_name() -> None:
    assert wire(list_of(INT), INT, name="[0].o") == []
    assert wire(INT, INT, name="[0].o") == [
        "mismatching-types at template.nodes[1].inputs[0].binding: n (takes): the input 'a' is an element of the "
        "output 'o' of m (gives), which is of type int, expected a list"
    ]


@pytest.mark.parametrize(
    ("held", "wanted", "path", "message"),
    [
        (
            INT,
            STR,
            (),
            "mismatching-types at {}: n (takes): the input 'a' is the output 'o' of m (gives) of type int, "
            "expected str",
        ),
        (
            list_of(INT),
            STR,
            (0,),
            "mismatching-types at {}: n (takes): the input 'a' is a part of the output 'o' of m (gives) of type int, "
            "expected str",
        ),
        (
            DICT,
            INT,
            ("n",),
            "mismatching-types at {}: n (takes): the input 'a' is a part of the output 'o' of m (gives) of type dict, "
            "expected int",
        ),
        (
            optional(INT),
            INT,
            (),
            "mismatching-types at {}: n (takes): the input 'a' is the output 'o' of m (gives) of type Optional[int], "
            "expected int (Let a task return int where the value is not None.)",
        ),
        (
            STR,
            union(STR, COLOR),
            (),
            "mismatching-types at {}: n (takes): the input 'a' is the output 'o' of m (gives) of type str, expected "
            "Union[str, Enum['red', 'blue']], of which exactly one variant has to take it: str and "
            "Enum['red', 'blue'] do (Declare str where it is taken, or the union where it comes from.)",
        ),
        (
            pb.LiteralType(simple="INTEGER", structure=pb.TypeStructure(tag="int")),
            INT,
            (),
            "mismatching-types at {}: n (takes): the input 'a' is the output 'o' of m (gives) of type int, expected "
            "another type that is written the same",
        ),
        (
            TRIP,
            INT,
            ("m",),
            "field-not-found at {}: n (takes): the input 'a' is the field 'm' of the output 'o' of m (gives), expected "
            "one of 'n', 'tags', the fields of Trip",
        ),
        (
            TRIP,
            INT,
            (0,),
            "field-not-found at {}: n (takes): the input 'a' is the field 0 of the output 'o' of m (gives), expected "
            "one of 'n', 'tags', the fields of Trip",
        ),
    ],
)
def test_outputs_that_do_not_fit(
    held: pb.LiteralType, wanted: pb.LiteralType, path: tuple[str | int, ...], message: str
) -> None:
    assert wire(held, wanted, *path) == [message.format("template.nodes[1].inputs[0].binding")]


def test_dataclasses_that_only_the_server_can_compare() -> None:
    other = pb.LiteralType(simple="STRUCT", metadata=struct_of({"title": "Tour", "enum": [1]}))
    assert wire(TRIP, other) == [
        "warning undecided-cast at template.nodes[1].inputs[0].binding: n (takes): the input 'a' is the output 'o' of "
        "m (gives) of type Trip, expected Tour; only the server can tell whether their JSON schemas go together"
    ]


UNBOUND = "n (takes): the input 'a' has no value, since what it comes from is not there; expected one"


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        (
            output("x"),
            [
                "node-reference-not-found at {}: n (takes): the input 'a' comes from 'x', which is none of the "
                "workflow's own nodes, expected one of those "
                "(Use outputs of nodes outside of conditionals, and none of the failure node.)",
                f"parameter-not-bound at {{}}: {UNBOUND}",
            ],
        ),
        (
            output("m", "p"),
            [
                "variable-name-not-found at {}: n (takes): the input 'a' comes from 'p' of m (gives), which has no "
                "such name, expected one of 'o'",
                f"parameter-not-bound at {{}}: {UNBOUND}",
            ],
        ),
        (
            given("x"),
            [
                "variable-name-not-found at {}: n (takes): the input 'a' comes from 'x' of the workflow, which has no "
                "such name, expected one that has an input",
                f"parameter-not-bound at {{}}: {UNBOUND}",
            ],
        ),
        *(
            (
                output("m", name),
                [
                    f"syntax-error at {{}}: n (takes): the input 'a' comes from an output named {name!r}, expected a "
                    "name of letters, digits and '_' (Rename the output.)"
                ],
            )
            for name in ("", "a.b", "ü", f"[{'9' * 20}].o", f"[{'9' * 5000}].o", "[1][2].o")
        ),
    ],
)
def test_outputs_that_are_not_there(value: Value, messages: list[str]) -> None:
    nodes = runs("m", "gives"), runs("n", "takes", a=value)
    registered = known(task("gives", {}, {"o": INT}), task("takes", {"a": INT}))
    at = "template.nodes[1].inputs[0].binding"
    assert findings(template(*nodes), registered) == [message.format(at) for message in messages]


def test_what_surrounds_a_name_is_dropped() -> None:
    assert wire(INT, INT, name="-o") == []
    assert wire(INT, INT, name="o-") == []
    assert wire(list_of(INT), INT, name=f"[{'0' * 30}1].o") == []


def test_inputs_are_bound_once_each() -> None:
    node = runs("n", "takes", a=1, c=2)
    node.inputs.add(var="a").binding.scalar.primitive.integer = 2
    assert findings(template(node), known(task("takes", {"a": INT, "b": INT}))) == [
        "variable-name-not-found at template.nodes[0].inputs[1].var: n (takes) has no input 'c', expected one of "
        "'a', 'b'",
        "parameter-bound-more-than-once at template.nodes[0].inputs[2].var: n (takes): the input 'a' is given two "
        "values, expected one (Keep one of the two.)",
        "parameter-not-bound at template.nodes[0].inputs: n (takes): the input 'b' has no value, expected one of "
        "type int",
    ]


def test_a_binding_of_nothing_binds_nothing() -> None:
    node = runs("n", "takes")
    node.inputs.add(var="a")
    assert findings(template(node), known(task("takes", {"a": INT}))) == [
        "value-required at template.nodes[0].inputs[0].binding: n (takes): the input 'a' is bound to nothing, expected "
        "a value",
        "parameter-not-bound at template.nodes[0].inputs: n (takes): the input 'a' has no value, expected one of "
        "type int",
    ]


def table(*columns: tuple[str, pb.LiteralType]) -> pb.LiteralType:
    rows = [pb.StructuredDatasetType.DatasetColumn(name=name, literal_type=of) for name, of in columns]
    return pb.LiteralType(structured_dataset_type=pb.StructuredDatasetType(columns=rows))


def test_a_table_of_columns_that_share_a_name_does_not_go_where_it_is_expected() -> None:
    twins = table(("a", INT), ("a", STR))
    assert wire(twins, twins) == [
        "mismatching-types at template.nodes[1].inputs[0].binding: n (takes): the input 'a' is the output 'o' of "
        "m (gives) of type StructuredDataset[a: int, a: str], expected another type that is written the same"
    ]
    assert wire(list_of(twins), list_of(twins)) != []
    assert wire(table(("a", INT), ("a", INT)), table(("a", INT), ("a", INT))) == []


@pytest.mark.parametrize("of", [optional(INT), optional(list_of(INT))])
def test_optional_inputs_need_no_value(of: pb.LiteralType) -> None:
    assert findings(template(runs("n", "takes")), known(task("takes", {"a": of}))) == []


def test_unions_that_the_server_takes_for_optional() -> None:
    """It takes every variant that is no simple type for None."""
    assert findings(template(runs("n", "takes")), known(task("takes", {"a": union(list_of(INT), STR)}))) == [
        "warning unbound-union-input at template.nodes[0].inputs: n (takes): the input 'a' has no value, which the "
        "server lets pass; expected one of type Union[List[int], str]"
    ]
    assert slugs(findings(template(runs("n", "takes")), known(task("takes", {"a": union(INT, STR)})))) == [
        "parameter-not-bound"
    ]


def test_outputs_of_the_workflow() -> None:
    outputs = {"p": INT, "q": STR, "r": INT, "s": optional(INT)}
    workflow = template(runs("n", "gives"), outputs=outputs, returns={"p": output("n"), "q": output("n"), "t": 1})
    assert findings(workflow, known(task("gives", {}, {"o": INT}))) == [
        "mismatching-types at template.outputs[1].binding: the output 'q' is the output 'o' of n (gives) of type int, "
        "expected str",
        "variable-name-not-found at template.outputs[2].var: the workflow has no output 't', expected one of "
        "'p', 'q', 'r', 's'",
        "parameter-not-bound at template.outputs: the output 'r' has no value, expected one of type int",
    ]


def test_inputs_of_the_workflow() -> None:
    workflow = template(runs("n", "takes", a=given("x")), inputs={"x": STR})
    assert findings(workflow, known(task("takes", {"a": INT}))) == [
        f"mismatching-types at {AT}: n (takes): the input 'a' is the workflow's input 'x' of type str, expected int"
    ]


def test_launch_plans_take_what_they_require_and_what_they_are_given() -> None:
    registered = known(plan=plan({"a": INT}, {"o": STR}, defaults={"b": STR}))
    assert findings(template(runs_plan("n", "plan", a=1)), registered) == []
    assert findings(template(runs_plan("n", "plan", a=1, b="x")), registered) == []
    assert findings(template(runs_plan("n", "plan", b=1, fixed=1)), registered) == [
        f"mismatching-types at {AT}: n (plan): the input 'b' is 1 of type int, expected str",
        "variable-name-not-found at template.nodes[0].inputs[1].var: n (plan) has no input 'fixed', expected one of "
        "'a', 'b' (Leave out what the launch plan fixes: it takes no value for that.)",
        "parameter-not-bound at template.nodes[0].inputs: n (plan): the input 'a' has no value, expected one of "
        "type int",
    ]


def test_maps_take_the_interface_of_what_they_run_as_it_is() -> None:
    lists = known(task("t", {"a": list_of(INT)}, {"o": list_of(INT)}))
    workflow = template(maps("n", runs("i", "t"), a=[1, 2]), outputs={"o": list_of(INT)}, returns={"o": output("n")})
    assert findings(workflow, lists) == []
    single = known(task("t", {"a": INT}, {"o": INT}))
    assert findings(workflow, single) == [
        f"mismatching-bindings at {AT}: n (a map over t): the input 'a' is given a list, expected int "
        "(Map over a task whose registered interface has lists, as map_task makes it.)",
        "mismatching-types at template.outputs[0].binding: the output 'o' is the output 'o' of n (a map over t) of "
        "type int, expected List[int] (Map over a task whose registered interface has lists, as map_task makes it.)",
    ]


def test_maps_over_launch_plans_are_refused() -> None:
    workflow = template(maps("n", runs_plan("i", "plan"), a=given("x")), inputs={"x": list_of(INT)})
    assert findings(workflow, known(plan=plan({"a": INT}, {}))) == [
        f"mismatching-types at {AT}: n (a map over plan): the input 'a' is the workflow's input 'x' of type List[int], "
        "expected int (Map over a task: of a launch plan, the server takes the interface as it is, without lists.)"
    ]


def test_long_values_and_lists_are_cut() -> None:
    (line,) = take(INT, "x" * 100)
    assert f"is '{'x' * 39}... of type str" in line
    (line,) = take(pb.LiteralType(enum_type=pb.EnumType(values=map(str, range(1000)))), "x")
    assert line.endswith(
        " 'x', expected a value of Enum['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', ...]"
    )
    many = task("takes", {f"a{number}": optional(INT) for number in range(1000)})
    assert findings(template(runs("n", "takes", b=1)), known(many)) == [
        "variable-name-not-found at template.nodes[0].inputs[0].var: n (takes) has no input 'b', expected one of "
        "1,000 names"
    ]
