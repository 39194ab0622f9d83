# flytekit: ValueError
from flytekit import task


@task  # expect: FTC205 task bare_list.t: input 'values': list does not say what is in it, expected list[T]
def t(values: list) -> int:
    return 1
