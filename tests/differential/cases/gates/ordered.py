"""Gates among other nodes: order, overrides, sub-workflows, launch plans."""

from datetime import timedelta

from flytekit import LaunchPlan, approve, sleep, task, wait_for_input, workflow
from flytekit.core.gate import approve as ask
from flytekit.core.node_creation import create_node


@task
def number(n: int = 1) -> int:
    return n


@task
def log(message: str = ""): ...


@workflow
def sub(n: int) -> int:
    sleep(timedelta(seconds=3))
    return number(n=n)


@workflow
def waiting_sub() -> int:
    return wait_for_input("sub", timedelta(1), int)


plan = LaunchPlan.get_or_create(waiting_sub, "gates.plan")


@workflow
def chain(n: int) -> int:
    x = number(n=n)
    s = sleep(timedelta(seconds=1))
    y = number(n=2)
    x >> s
    s >> y
    return y


@workflow
def longer_chain(n: int) -> int:
    x = number(n=n)
    s = sleep(timedelta(seconds=1))
    w = wait_for_input("value", timedelta(1), int)
    a = approve(x, "x", timedelta(1))
    t = log()
    x >> s >> w >> a >> t
    return number(n=w)


@workflow
def created(n: int) -> int:
    first = create_node(log, message="first")
    s = sleep(timedelta(seconds=1))
    second = create_node(number, n=n)
    third = create_node(sub, n=second.o0)
    first >> second >> third
    return ask(third.o0, "third", timedelta(1))


@workflow
def overridden() -> int:
    sleep(timedelta(seconds=1)).with_overrides(node_name="Short Nap", name="nap", timeout=timedelta(minutes=2))
    x = wait_for_input("value", timedelta(1), int).with_overrides(retries=2, interruptible=True, timeout=None)
    return approve(x, "ok", timedelta(1)).with_overrides(node_name="approval", aliases={"o0": "x"})


@workflow
def of_subworkflows_and_plans(n: int) -> list[int]:
    a = approve(sub(n=n), "sub", timedelta(1))
    b = approve(waiting_sub(), "waiting", timedelta(1))
    c = approve(plan(), "plan", timedelta(1))
    d = sub(n=wait_for_input("value", timedelta(1), int))
    return [a, b, c, d]


@workflow
def the_same_signal_twice() -> tuple[int, int]:
    return wait_for_input("value", timedelta(1), int), wait_for_input("value", timedelta(2), int)
