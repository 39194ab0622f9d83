# flytekit: accepts
from flytekit import task
from flytekit.core.gate import Gate  # expect: FTC200 flytekit.core.gate.Gate cannot be compiled: gates are made by calling sleep, wait_for_input or approve in a workflow


@task
def t(n: int) -> int:
    return n
