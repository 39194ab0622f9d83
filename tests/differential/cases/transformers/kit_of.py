"""A package's types, used under another module's tasks."""

from flytekit import task, workflow
from kit.types import Money


@task
def pay(amount: Money, tips: list[Money]) -> Money:
    return amount


@workflow
def flow(amount: Money = Money(5, "EUR")) -> Money:
    return pay(amount=pay(amount=amount, tips=[]), tips=[amount, Money(1, "USD")])
