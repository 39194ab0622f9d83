# flytekit: ValueError
from flytekit import task
from flytekit.core.type_engine import SimpleTransformer, TypeEngine
from flytekit.models.types import LiteralType, SimpleType

STRING = LiteralType(simple=SimpleType.STRING)
TypeEngine.register(SimpleTransformer("mine", int, STRING, lambda value: None, lambda literal: None))  # expect: FTC201 transformer 'mine' is registered for int, which flytekit has one for


@task
def use(number: float) -> float:
    return number
