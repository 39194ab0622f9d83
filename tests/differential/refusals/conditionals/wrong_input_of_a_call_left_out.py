# flytekit: TypeTransformerFailedError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int):
    t(n=n)
    conditional("open").if_(n > 1).then(t(n="a"))  # expect: FTC206 'n' of wrong_input_of_a_call_left_out.t: 'a' is a str, expected int
