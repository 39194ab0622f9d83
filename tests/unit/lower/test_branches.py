"""Conditionals: the warnings about what they leave out, which messages do not show, and how often nodes are lowered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flytec.authoring.conditional import conditional
from flytec.authoring.function_task import task
from flytec.authoring.launch_options import Options
from flytec.authoring.recorder import Recorder, recording
from flytec.authoring.workflow import workflow
from flytec.lower.program import Lowered, lower_program
from flytec.settings import ImageConfig, SerializationSettings

SETTINGS = SerializationSettings(image_config=ImageConfig.from_images("ghcr.io/acme/flows:v1"))


@dataclass
class Trip:
    days: int
    name: str


def double(n: int) -> int:
    return 2 * n


def trip(n: int) -> Trip:
    return Trip(n, "")


def lowered(make_body: Callable[[Any, Any], Callable[..., Any]]) -> Lowered:
    """The workflow whose body `make_body` makes of two tasks, and its findings."""
    with recording(Recorder()) as recorder:
        workflow(make_body(task(double), task(trip)))
        return lower_program(recorder, SETTINGS, Options(), "1.16.31")


def warnings(make_body: Callable[[Any, Any], Callable[..., Any]]) -> list[tuple[int, str, str]]:
    """Line, counted from that of `make_body`, code and message of each finding, none of which is an error."""
    first = make_body.__code__.co_firstlineno
    rows = lowered(make_body).findings
    assert {row.severity.value for row in rows} <= {"warning"}
    return [(row.location.line - first, row.code.slug, row.message) for row in rows if row.location]


def test_every_call_that_no_branch_ends_with_is_warned_of_at_its_line() -> None:
    def make(t: Any, _: Any) -> Any:
        def body(n: int) -> int:
            return (
                conditional("size")
                .if_(t(n=n) > 1)
                .then(t(n=t(n=1)))
                .else_()
                .then(t(n=2))
            )  # fmt: skip

        return body

    lost = "double is called in conditional 'size', but no branch ends with it, so it is not in the workflow"
    assert warnings(make) == [(4, "lost-node", lost), (5, "lost-node", lost)]


def test_an_inner_conditional_that_no_branch_ends_with_is_warned_of() -> None:
    def make(t: Any, _: Any) -> Any:
        def body(n: int) -> int:
            outer = conditional("outer").if_(n > 1)
            conditional("inner").if_(n > 2).then(t(n=n)).else_().then(t(n=2))
            return outer.then(t(n=n)).else_().fail("small")

        return body

    lost = "inner is called in conditional 'outer', but no branch ends with it, so it is not in the workflow"
    assert warnings(make) == [(3, "lost-node", lost)]


def test_a_conditional_without_else_is_one_warning() -> None:
    def make(t: Any, _: Any) -> Any:
        def body(n: int) -> int:
            first = t(n=n)
            conditional("open").if_(first > 1).then(t(n=n)).elif_(n > 2).then(t(n=2))
            t(n=3)
            return first

        return body

    open_end = "conditional 'open' has no else_, so it and all calls after it are not in the workflow"
    assert warnings(make) == [(3, "lost-node", open_end)]


def test_two_attributes_of_one_output_are_warned_of() -> None:
    def make(t: Any, make_trip: Any) -> Any:
        def body(n: int) -> int:
            x = make_trip(n=n)
            y = make_trip(n=n)
            return (
                conditional("trip").if_((x.days > 3) & (y.days > 3) & (n > x.name) & (x.days < 9)).then(t(n=n))
                .else_().then(t(n=2))
            )  # fmt: skip

        return body

    merged = (
        "conditional 'trip' compares n0.o0.days and n0.o0.name, which are bound as one, "
        "so that n0.o0.days is read for both"
    )
    assert warnings(make) == [(5, "merged-operands", merged)]


def test_a_conditional_whose_branches_are_calls_and_conditionals_is_not_warned_of() -> None:
    def make(t: Any, make_trip: Any) -> Any:
        def body(n: int) -> int:
            x = make_trip(n=n)
            inner = conditional("inner").if_(x.days > 2).then(t(n=n)).else_().then(t(n=2))
            return (
                conditional("outer")
                .if_((x.days > 3) & (n > 1))
                .then(conditional("nested").if_(n > 2).then(t(n=n)).else_().then(inner))
                .else_()
                .fail("small")
            )

        return body

    assert warnings(make) == []


def test_branches_that_depend_on_earlier_conditionals_are_lowered_once_each() -> None:
    def make(t: Any, _: Any) -> Any:
        def body(n: int) -> int:
            for index in range(60):
                # Lowered once for each branch, the first of them would be lowered 2 ** 60 times.
                n = conditional(f"step {index}").if_(n > index).then(t(n=n)).else_().then(t(n=n))
            return n

        return body

    found = lowered(make)
    assert found.findings == ()
    (spec,) = (unit.message for unit in found.program if unit.kind.name == "WORKFLOW")
    assert [node.id for node in spec.template.nodes] == [f"n{index}" for index in range(60)]
    assert list(spec.template.nodes[59].branch_node.if_else.else_node.upstream_node_ids) == ["n58"]
