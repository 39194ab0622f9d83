from dataclasses import dataclass

from flytekit.extend import TypeEngine, TypeTransformer
from flytekit.models.literals import Literal, Primitive, Scalar
from flytekit.models.types import LiteralType, SimpleType


@dataclass(frozen=True)
class Money:
    amount: int
    currency: str


class MoneyTransformer(TypeTransformer[Money]):
    def __init__(self):
        super().__init__("money", Money)

    def get_literal_type(self, t):
        return LiteralType(simple=SimpleType.STRING, metadata={"money": [1, 2.5, {"a": None}]})

    def to_literal(self, ctx, python_val, python_type, expected):
        return Literal(scalar=Scalar(primitive=Primitive(string_value=f"{python_val.amount} {python_val.currency}")))

    def to_python_value(self, ctx, lv, expected_python_type):
        return Money(*lv.scalar.primitive.string_value.split())


TypeEngine.register(MoneyTransformer())
