# flytekit: TypeError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface


class Own(PythonTask):
    def get_custom(self, settings):
        return {"value": {1, 2}}


own = Own("own", "own", interface=Interface())  # expect: FTC201 task own: what get_custom gives is no JSON data: Object of type set is not JSON serializable
