# flytekit: ValueError
from flytekit.extras.tasks.shell import ShellTask

own = ShellTask("own")  # expect: FTC201 task own has no script
