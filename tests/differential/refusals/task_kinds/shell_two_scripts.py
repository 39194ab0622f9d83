# flytekit: ValueError
from flytekit.extras.tasks.shell import ShellTask

own = ShellTask("own", script="true", script_file="run.sh")  # expect: FTC201 task own has a script and a script file, expected one of them
