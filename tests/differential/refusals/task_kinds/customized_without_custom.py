# flytekit: NotImplementedError
from flytekit.core.interface import Interface
from flytekit.extend import PythonCustomizedContainerTask, ShimTaskExecutor


class Executor(ShimTaskExecutor):
    pass


own = PythonCustomizedContainerTask("own", None, "alpine", Executor, interface=Interface())  # expect: FTC201 task own: PythonCustomizedContainerTask has no get_custom, which its executor reads
