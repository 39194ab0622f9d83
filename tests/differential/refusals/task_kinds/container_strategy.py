# flytekit: AttributeError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", ["true"], io_strategy=ContainerTask.IOStrategy.DOWNLOAD_EAGER)  # expect: FTC201 io_strategy of task own is IOStrategy.DOWNLOAD_EAGER, but flytekit 1.16 cannot serialize a task that has one
