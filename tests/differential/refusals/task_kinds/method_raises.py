# flytekit: AttributeError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface


class Own(PythonTask):
    def get_custom(self, settings):
        return {"missing": self.no_such_attribute}  # expect: FTC207 task own: a method of Own raises AttributeError: 'Own' object has no attribute 'no_such_attribute'


own = Own("own", "own", interface=Interface())
