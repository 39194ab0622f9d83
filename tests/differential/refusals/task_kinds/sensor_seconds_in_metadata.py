# flytekit: TypeError
from flytekit import TaskMetadata
from flytekit.sensor.file_sensor import FileSensor

own = FileSensor("own", timeout=3, metadata=TaskMetadata())  # expect: FTC201 timeout of sensor own is 3, expected a datetime.timedelta where metadata is given too
