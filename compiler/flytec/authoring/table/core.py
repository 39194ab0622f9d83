"""Names of tasks, workflows, launch plans and nodes."""

from collections.abc import Mapping

from flytec.authoring.rows import Row

_A = "flytec.authoring"

_TASK: Mapping[str, Row] = {
    "task": f"{_A}.function_task:task",
    "TaskPlugins": f"{_A}.function_task:TaskPlugins",
}
_BASE_TASK: Mapping[str, Row] = {
    "IgnoreOutputs": f"{_A}.exceptions:IgnoreOutputs",
    "PythonTask": f"{_A}.task:PythonTask",
    "Task": f"{_A}.task:Task",
    "TaskMetadata": f"{_A}.task:TaskMetadata",
    "TaskResolverMixin": f"{_A}.resolvers:TaskResolverMixin",
    "kwtypes": f"{_A}.types.markers:kwtypes",
}
_FUNCTION_TASK: Mapping[str, Row] = {
    "AsyncPythonFunctionTask": f"{_A}.function_task:AsyncPythonFunctionTask",
    "PythonFunctionTask": f"{_A}.function_task:PythonFunctionTask",
    "PythonInstanceTask": f"{_A}.function_task:PythonInstanceTask",
}
_WORKFLOW: Mapping[str, Row] = {
    "PythonFunctionWorkflow": f"{_A}.workflow:PythonFunctionWorkflow",
    "WorkflowBase": f"{_A}.workflow:WorkflowBase",
    "WorkflowFailurePolicy": f"{_A}.workflow:WorkflowFailurePolicy",
    "workflow": f"{_A}.workflow:workflow",
}
_LAUNCH_PLAN: Mapping[str, Row] = {"LaunchPlan": f"{_A}.launch_plan:LaunchPlan"}
_SCHEDULE: Mapping[str, Row] = {
    "CronSchedule": f"{_A}.schedules:CronSchedule",
    "FixedRate": f"{_A}.schedules:FixedRate",
}
_NOTIFICATION: Mapping[str, Row] = {
    "Email": f"{_A}.launch_options:Email",
    "PagerDuty": f"{_A}.launch_options:PagerDuty",
    "Slack": f"{_A}.launch_options:Slack",
}
_RESOURCES: Mapping[str, Row] = {"Resources": "flytec.settings.resources:Resources"}
_CACHE: Mapping[str, Row] = {
    "Cache": f"{_A}.caching:Cache",
    "CachePolicy": f"{_A}.caching:CachePolicy",
    "VersionParameters": f"{_A}.caching:VersionParameters",
}
_OPTIONS: Mapping[str, Row] = {"Options": f"{_A}.launch_options:Options"}

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {
        "PythonFunctionTask": _FUNCTION_TASK["PythonFunctionTask"],
        "PythonInstanceTask": _FUNCTION_TASK["PythonInstanceTask"],
        "TaskMetadata": _BASE_TASK["TaskMetadata"],
        "WorkflowFailurePolicy": _WORKFLOW["WorkflowFailurePolicy"],
        "kwtypes": _BASE_TASK["kwtypes"],
        "task": _TASK["task"],
        "workflow": _WORKFLOW["workflow"],
        **_LAUNCH_PLAN,
        **_SCHEDULE,
        **_NOTIFICATION,
        **_RESOURCES,
        **_CACHE,
        **_OPTIONS,
    },
    "flytekit.core.base_task": _BASE_TASK,
    "flytekit.core.cache": _CACHE,
    "flytekit.core.interface": {"Interface": f"{_A}.interface:Interface"},
    "flytekit.core.launch_plan": _LAUNCH_PLAN,
    "flytekit.core.node": {"Node": f"{_A}.node:Node"},
    "flytekit.core.node_creation": {"create_node": f"{_A}.calls:create_node"},
    "flytekit.core.notification": {**_NOTIFICATION, "Notification": f"{_A}.launch_options:Notification"},
    "flytekit.core.options": _OPTIONS,
    "flytekit.core.promise": {
        "ComparisonExpression": f"{_A}.comparison:ComparisonExpression",
        "ConjunctionExpression": f"{_A}.comparison:ConjunctionExpression",
        "NodeOutput": f"{_A}.promise:NodeOutput",
        "Promise": f"{_A}.promise:Promise",
        "VoidPromise": f"{_A}.promise:VoidPromise",
    },
    "flytekit.core.python_auto_container": {
        "DefaultTaskResolver": f"{_A}.resolvers:DefaultTaskResolver",
        "PythonAutoContainerTask": f"{_A}.auto_container:PythonAutoContainerTask",
        "default_task_resolver": f"{_A}.resolvers:default_task_resolver",
    },
    "flytekit.core.python_function_task": _FUNCTION_TASK,
    "flytekit.core.resources": {**_RESOURCES, "ResourceSpec": "flytec.settings.resources:ResourceSpec"},
    "flytekit.core.schedule": {
        **_SCHEDULE,
        "LaunchPlanTriggerBase": f"{_A}.schedules:LaunchPlanTriggerBase",
        "OnSchedule": f"{_A}.schedules:OnSchedule",
    },
    "flytekit.core.task": _TASK,
    "flytekit.core.workflow": _WORKFLOW,
    "flytekit.extend": {
        "IgnoreOutputs": _BASE_TASK["IgnoreOutputs"],
        "Interface": f"{_A}.interface:Interface",
        "Promise": f"{_A}.promise:Promise",
        "PythonTask": _BASE_TASK["PythonTask"],
        "TaskPlugins": _TASK["TaskPlugins"],
        "TaskResolverMixin": _BASE_TASK["TaskResolverMixin"],
    },
    "flytekit.extras": {},
    "flytekit.extras.accelerators": {
        name: f"{_A}.accelerators:{name}"
        for name in (
            *("A10G", "A100", "A100_80GB", "BaseAccelerator", "GPUAccelerator", "H100", "H200", "K80", "L4", "L40S"),
            *("L4_VWS", "M60", "MultiInstanceGPUAccelerator", "P100", "P4", "RTX_PRO_6000", "T4", "V100"),
            *("V5E", "V5P", "V6E"),
        )
    },
    "flytekit.core": {},
}
