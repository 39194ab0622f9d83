# flytekit: ValueError
from flytekit.extras.tasks.shell import OutputLocation, ShellTask
from flytekit.types.file import FlyteFile

own = ShellTask("own", script="true", output_locs=[OutputLocation("o", FlyteFile, None)])  # expect: FTC201 output 'o' of task own has no location
