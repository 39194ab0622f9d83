"""Names of map tasks, arrays, dynamic and eager tasks."""

from collections.abc import Mapping

from flytec.authoring.rows import Row

_A = "flytec.authoring"
_MAP_TASK = f"{_A}.map_task:map_task"
_DYNAMIC = f"{_A}.dynamic:dynamic"
_EAGER = f"{_A}.eager:eager"

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {"dynamic": _DYNAMIC, "eager": _EAGER, "map_task": _MAP_TASK},
    "flytekit.core.array_node": {
        "ArrayNode": f"{_A}.array_node:ArrayNode",
        "array_node": f"{_A}.array_node:array_node",
    },
    "flytekit.core.array_node_map_task": {
        "ArrayNode": f"{_A}.array_node:ArrayNode",
        "ArrayNodeMapTask": f"{_A}.map_task:ArrayNodeMapTask",
        "ArrayNodeMapTaskResolver": f"{_A}.map_task:ArrayNodeMapTaskResolver",
        "array_node": f"{_A}.array_node:array_node",
        "array_node_map_task": f"{_A}.map_task:array_node_map_task",
        "map_task": _MAP_TASK,
    },
    "flytekit.core.dynamic_workflow_task": {"dynamic": _DYNAMIC},
    "flytekit.core.legacy_map_task": {
        "MapPythonTask": f"{_A}.map_task:MapPythonTask",
        "MapTaskResolver": f"{_A}.map_task:MapTaskResolver",
        "map_task": f"{_A}.map_task:legacy_map_task",
    },
    "flytekit.core.python_function_task": {
        "EagerAsyncPythonFunctionTask": f"{_A}.eager:EagerAsyncPythonFunctionTask",
        "EagerFailureHandlerTask": f"{_A}.eager:EagerFailureHandlerTask",
        "EagerFailureTaskResolver": f"{_A}.eager:EagerFailureTaskResolver",
        "eager_failure_task_resolver": f"{_A}.eager:eager_failure_task_resolver",
    },
    "flytekit.core.task": {"eager": _EAGER},
    "flytekit.experimental": {},
}
