# flytekit: TypeError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface


class Own(PythonTask):
    def get_config(self, settings):
        return {"workers": 3}


own = Own("own", "own", interface=Interface())  # expect: FTC201 task own: 'workers' of what get_config gives is 3, expected text
