# flytekit: TypeTransformerFailedError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return (
        conditional("c")
        .if_(n > 1)
        .then(t(n="a"))  # expect: FTC206 'n' of wrong_inputs_in_branches.t: 'a' is a str, expected int
        .elif_(n > 2)
        .then(conditional("d").if_(n > 3).then(t(n="b")).else_().fail("no"))  # expect: FTC206 'n' of wrong_inputs_in_branches.t: 'b' is a str, expected int
        .else_()
        .then(t(n=2.5))  # expect: FTC206 'n' of wrong_inputs_in_branches.t: 2.5 is a float, expected int
    )
