# flytekit: ValueError
from flytekit import TaskMetadata
from flytekit.sensor.file_sensor import FileSensor

own = FileSensor("own", timeout=3, metadata=TaskMetadata(timeout=4))  # expect: FTC201 sensor own has a timeout and metadata with another one, expected one of them
