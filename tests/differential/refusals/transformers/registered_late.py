# flytekit: accepts
from flytekit import task
from flytekit.extend import TypeEngine, TypeTransformer
from flytekit.models.types import LiteralType, SimpleType


class Late:
    pass


@task
def use(late: list[Late]) -> int:
    return 1


class LateTransformer(TypeTransformer[Late]):
    def __init__(self):
        super().__init__("late", Late)

    def get_literal_type(self, t):
        return LiteralType(simple=SimpleType.STRING)

    def to_literal(self, ctx, python_val, python_type, expected):
        raise NotImplementedError

    def to_python_value(self, ctx, lv, expected_python_type):
        raise NotImplementedError


TypeEngine.register(LateTransformer())  # expect: FTC201 transformer 'late' of Late is registered behind registered_late.use, which uses it
