# flytekit: ValueError
from flytekit.core.task import Echo

own = Echo("own", {"a b": int})  # expect: FTC201 input name 'a b' is not a Python identifier
