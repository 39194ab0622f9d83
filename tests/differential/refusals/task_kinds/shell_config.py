# flytekit: ValueError
from flytekit.extras.tasks.shell import ShellTask


class Config:
    pass


own = ShellTask("own", script="true", task_config=Config())  # expect: FTC201 task_config of shell task own is of type Config, expected none
