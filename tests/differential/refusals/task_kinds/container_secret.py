# flytekit: AssertionError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", [], secret_requests=["token"])  # expect: FTC201 secret_requests has 'token', expected flytekit.Secret
