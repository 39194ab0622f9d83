# flytekit: LookupError
from flytekit import task
from flytekit.extend import TypeEngine, TypeTransformer
from flytekit.models.types import LiteralType


class Wrong(TypeTransformer):
    def __init__(self, name, t, answer):
        super().__init__(name, t)
        self.answer = answer

    def get_literal_type(self, t):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def to_literal(self, ctx, python_val, python_type, expected):
        raise NotImplementedError


class A: ...


class B: ...


class C: ...


class D: ...


TypeEngine.register(Wrong("a", A, int))
TypeEngine.register(Wrong("b", B, LiteralType(simple="text")))
TypeEngine.register(Wrong("c", C, LookupError("no type")))
TypeEngine.register(Wrong("d", D, LiteralType(simple=4, metadata={"of": object()})))


@task  # expect: FTC205 task wrong_answers.first: input 'a': get_literal_type of transformer 'a' returns a type, expected a LiteralType
def first(a: A): ...


@task  # expect: FTC205 task wrong_answers.second: input 'b': get_literal_type of transformer 'b' returns a LiteralType that cannot be written: unknown enum label "text"
def second(b: B): ...


@task  # expect: FTC205 task wrong_answers.third: input 'c': get_literal_type of transformer 'c' raises LookupError: no type
def third(c: C): ...


@task  # expect: FTC205 task wrong_answers.fourth: input 'd': the metadata of a LiteralType holds what JSON cannot say, expected plain data
def fourth(d: D): ...
