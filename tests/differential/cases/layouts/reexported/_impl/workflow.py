import reexported
from flytekit import workflow


@workflow
def pipeline() -> float:
    return reexported.train(n=reexported.load())
