"""Workflows that set up an endpoint of SageMaker's and take it down.

As the plug-in's, they write into the dicts that they are given: a dict that serves twice has both times' names in it.
"""

from __future__ import annotations

from typing import Any

from flytec.authoring.arguments import takes
from flytec.authoring.imperative import ImperativeWorkflow
from flytec.authoring.node import Node
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.plugins.sagemaker import (
    SageMakerDeleteEndpointConfigTask,
    SageMakerDeleteEndpointTask,
    SageMakerDeleteModelTask,
    SageMakerEndpointConfigTask,
    SageMakerEndpointTask,
    SageMakerModelTask,
)

_TOKEN = "idempotence_token"
_REMOVALS = {
    "endpoint_name": SageMakerDeleteEndpointTask,
    "endpoint_config_name": SageMakerDeleteEndpointConfigTask,
    "model_name": SageMakerDeleteModelTask,
}


@takes(
    "create_sagemaker_deployment",
    "name",
    "model_config",
    "endpoint_config_config",
    "endpoint_config",
    name=str,
    model_config=dict[str, object],
    endpoint_config_config=dict[str, object],
    endpoint_config=dict[str, object],
    images=dict[str, object],
    model_input_types=dict[str, object],
    endpoint_config_input_types=dict[str, object],
    endpoint_input_types=dict[str, object],
    region=str,
)
def create_sagemaker_deployment(
    name: str,
    model_config: dict[str, Any],
    endpoint_config_config: dict[str, Any],
    endpoint_config: dict[str, Any],
    images: dict[str, Any] | None = None,
    model_input_types: dict[str, Any] | None = None,
    endpoint_config_input_types: dict[str, Any] | None = None,
    endpoint_input_types: dict[str, Any] | None = None,
    region: str | None = None,
    region_at_runtime: bool = False,
    idempotence_token: bool = True,
) -> ImperativeWorkflow:
    """A workflow that creates a model, the configuration of an endpoint, and the endpoint; arguments are the plug-in's.

    Raises:
        UserError: FTC201 without a region.
    """
    if not (region or region_at_runtime):
        raise _no_region("create_sagemaker_deployment")
    workflow = ImperativeWorkflow(name=f"sagemaker-deploy-{name}")
    if region_at_runtime:
        workflow.add_workflow_input("region", str)
    if idempotence_token:
        _append_tokens(name, model_config, endpoint_config_config, endpoint_config)
    steps: tuple[tuple[type[Any], str, dict[str, Any], dict[str, Any] | None, Any], ...] = (
        (SageMakerModelTask, "model", model_config, model_input_types, images),
        (SageMakerEndpointConfigTask, "endpoint-config", endpoint_config_config, endpoint_config_input_types, None),
        (SageMakerEndpointTask, "endpoint", endpoint_config, endpoint_input_types, None),
    )
    nodes: list[Node] = []
    for kind, what, config, types, its_images in steps:
        if nodes:  # the token goes into the user's own dict, where there is one with anything in it
            types = types or {}
            types[_TOKEN] = str
        task, types = create_deployment_task(
            f"sagemaker-{what}-{name}", kind, config, region, types, its_images, region_at_runtime
        )
        node = workflow.add_entity(task, **_bound(workflow, types or {}, nodes))
        if nodes:
            nodes[-1] >> node
        nodes.append(node)
    workflow.add_workflow_output("wf_output", [node.outputs["result"] for node in nodes], list[dict])  # type: ignore[type-arg]
    return workflow


def _bound(workflow: ImperativeWorkflow, types: dict[str, Any], nodes: list[Node]) -> dict[str, Any]:
    """What a node is given: the token of the one before it, everything else from the workflow's inputs."""
    bound = {}
    for name, kind in types.items():
        if name == _TOKEN:
            bound[name] = nodes[-1].outputs[_TOKEN]
            continue
        if name not in workflow.inputs:
            workflow.add_workflow_input(name, kind)
        bound[name] = workflow.inputs[name]
    return bound


def create_deployment_task(
    name: str,
    task_type: Any,
    config: dict[str, Any],
    region: str | None,
    inputs: dict[str, Any] | None,
    images: dict[str, Any] | None,
    region_at_runtime: bool,
) -> tuple[Any, dict[str, Any] | None]:
    """One task of a deployment, and the types of its inputs."""
    if region_at_runtime:
        inputs = inputs or {}
        inputs["region"] = str
    return task_type(name=name, config=config, region=region, inputs=inputs, images=images), inputs


def _append_tokens(name: str, model: dict[str, Any], configuration: dict[str, Any], endpoint: dict[str, Any]) -> None:
    append_token(model, "ModelName", _TOKEN, name)
    append_token(configuration, "EndpointConfigName", _TOKEN, name)
    if configuration.get("ProductionVariants"):
        append_token(configuration["ProductionVariants"][0], "ModelName", f"inputs.{_TOKEN}", name)
    append_token(endpoint, "EndpointName", _TOKEN, name)
    append_token(endpoint, "EndpointConfigName", f"inputs.{_TOKEN}", name)


def append_token(config: dict[str, Any], key: str, token: str, name: str) -> None:
    """Puts a place for the token behind a name, `name` where the request has none."""
    config[key] = f"{config.get(key, name)}-{{{token}}}"


@takes("delete_sagemaker_deployment", "name", name=str, region=str)
def delete_sagemaker_deployment(
    name: str, region: str | None = None, region_at_runtime: bool = False
) -> ImperativeWorkflow:
    """A workflow that deletes an endpoint, its configuration and its model; arguments are the plug-in's.

    Raises:
        UserError: FTC201 without a region.
    """
    if not (region or region_at_runtime):
        raise _no_region("delete_sagemaker_deployment")
    workflow = ImperativeWorkflow(name=f"sagemaker-delete-deployment-{name}")
    if region_at_runtime:
        workflow.add_workflow_input("region", str)
    before: Node | None = None
    for value, kind in _REMOVALS.items():
        what = value.removesuffix("_name").replace("_", "-")
        config = {value.title().replace("_", ""): f"{{inputs.{value}}}"}
        task = create_delete_task(f"sagemaker-delete-{what}-{name}", kind, config, region, value, region_at_runtime)
        workflow.add_workflow_input(value, str)
        node = workflow.add_entity(task, **{each: workflow.inputs[each] for each in task.python_interface.inputs})
        if before is not None:
            before >> node
        before = node
    return workflow


def create_delete_task(
    name: str, task_type: Any, config: dict[str, Any], region: str | None, value: str, region_at_runtime: bool
) -> Any:
    """One task that deletes what its input `value` names."""
    inputs: dict[str, Any] = {value: str, "region": str} if region_at_runtime else {value: str}
    return task_type(name=name, config=config, region=region, inputs=inputs)


def _no_region(what: str) -> UserError:
    return user_error(
        INVALID_DECLARATION,
        f"{what} is given no region",
        at=caller_location(),
        hint="pass region=, or region_at_runtime=True to make it an input",
    )
