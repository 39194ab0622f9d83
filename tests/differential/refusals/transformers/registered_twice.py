# flytekit: ValueError
from flytekit.core.type_engine import SimpleTransformer, TypeEngine
from flytekit.models.types import LiteralType, SimpleType


class Twice:
    pass


STRING = LiteralType(simple=SimpleType.STRING)
TypeEngine.register(SimpleTransformer("first", Twice, STRING, lambda value: None, lambda literal: None))
TypeEngine.register(SimpleTransformer("second", Twice, STRING, lambda value: None, lambda literal: None))  # expect: FTC201 a transformer 'second' is registered for Twice, which 'first' has already
