# flytekit: ParseError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface


class Own(PythonTask):
    def get_custom(self, settings):
        return [1]


own = Own("own", "own", interface=Interface())  # expect: FTC201 task own: what get_custom gives is [1], expected a dict
