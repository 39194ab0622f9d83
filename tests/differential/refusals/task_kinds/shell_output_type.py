# flytekit: ValueError
from flytekit.extras.tasks.shell import OutputLocation, ShellTask

own = ShellTask("own", script="true", output_locs=[OutputLocation("o", str, "out")])  # expect: FTC201 output 'o' of task own is of type str, expected a FlyteFile or FlyteDirectory
