# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow
from flytekit.types.file import FlyteFile


@task
def clean_up(n: FlyteFile["csv"]): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow subscript_made_twice.wf fails to subscript_made_twice.clean_up, which takes input 'n' as another _SpecificFormatClass than it does; a subscript such as FlyteFile['csv'] makes a new type each time
def wf(n: FlyteFile["csv"]): ...
