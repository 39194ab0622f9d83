# flytekit: AttributeError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface


class Own(PythonTask):
    def get_container(self, settings):
        return {"image": "alpine"}


own = Own("own", "own", interface=Interface())  # expect: FTC201 task own: it gives {'image': 'alpine'}, expected flytekit.models.task.Container
