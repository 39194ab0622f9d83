# flytekit: ValueError
from flytekit.extras.tasks.shell import ShellTask

own = ShellTask("own", script_file="no/such/file.sh")  # expect: FTC201 the script file 'no/such/file.sh' of task own does not exist
