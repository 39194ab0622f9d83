# flytekit: ValueError
from flytekit.extras.tasks.shell import ShellTask

own = ShellTask("own", script="true", output_locs=["out"])  # expect: FTC201 an output of task own is 'out', expected an OutputLocation
