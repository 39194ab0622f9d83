# flytekit: TypeTransformerFailedError
from flytekit import task, workflow
from flytekit.core.type_engine import SimpleTransformer, TypeEngine
from flytekit.models.types import LiteralType, SimpleType


class Name(str):
    pass


STRING = LiteralType(simple=SimpleType.STRING)
TypeEngine.register(SimpleTransformer("name", Name, STRING, lambda value: None, lambda literal: None))


@task
def greet(name: Name) -> str:
    return name


@workflow
def flow() -> str:
    return greet(name="plain")  # expect: FTC206 'name' of value_of_another_type.greet: assert_type of transformer 'name' raises TypeTransformerFailedError: 'plain' is a str, expected Name
