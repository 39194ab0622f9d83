"""Dynamic tasks: functions that the container compiles as a workflow, once it knows the values of the inputs."""

import functools

from flytec.authoring.function_task import PythonFunctionTask, task

dynamic = functools.partial(task, execution_mode=PythonFunctionTask.ExecutionBehavior.DYNAMIC)
