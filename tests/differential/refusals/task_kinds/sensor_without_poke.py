# flytekit: accepts
from flytekit.sensor.base_sensor import BaseSensor


class Own(BaseSensor):
    pass


own = Own("own")  # expect: FTC201 Own, the class of sensor own, has no poke, whose parameters are its inputs
