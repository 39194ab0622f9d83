"""Decorators of task functions that report to a service that keeps track of experiments."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import Any

from flytec.authoring.arguments import FUNCTION, takes
from flytec.authoring.class_decorators import RunningDecorator
from flytec.authoring.mention import MentionedName
from flytec.authoring.security import Secret
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

_SECRET: Any = (Secret, FUNCTION)


@takes("mlflow_autolog", fn=FUNCTION, experiment_name=str)
def mlflow_autolog(fn: Callable[..., Any] | None = None, *, framework: Any = None, experiment_name: Any = None) -> Any:
    """Has MLflow log what a library of models does in the function; used as `@d` and as `@d(...)`."""
    if fn is None:
        return functools.partial(mlflow_autolog, framework=framework, experiment_name=experiment_name)

    @functools.wraps(fn)
    def wrapper(*_: Any, **__: Any) -> Any:
        return MentionedName("flytekitplugins.mlflow.mlflow_autolog")()

    return wrapper


@takes("wandb_init", task_function=FUNCTION, project=str, entity=str, secret=_SECRET, id=str, host=str, api_host=str)
class wandb_init(RunningDecorator):  # noqa: N801 - the plug-in's name
    """Has Weights & Biases follow the function; used as `@d(...)`.

    Raises:
        UserError: FTC201 without a project, an entity or a secret.
    """

    WANDB_PROJECT_KEY = "project"
    WANDB_ENTITY_KEY = "entity"
    WANDB_ID_KEY = "id"
    WANDB_HOST_KEY = "host"

    def __init__(
        self,
        task_function: Callable[..., Any] | None = None,
        project: str | None = None,
        entity: str | None = None,
        secret: Secret | Callable[..., Any] | None = None,
        id: str | None = None,  # noqa: A002 - the plug-in's name
        host: str = "https://wandb.ai",
        api_host: str = "https://api.wandb.ai",
        **init_kwargs: Any,
    ) -> None:
        for name, value in (("project", project), ("entity", entity), ("secret", secret)):
            if value is None:
                raise user_error(
                    INVALID_DECLARATION,
                    f"wandb_init has no {name}",
                    at=caller_location(),
                    hint=f"use it as @wandb_init(project=..., entity=..., secret=...), with a {name}",
                )
        self.project = project
        self.entity = entity
        self.id = id
        self.init_kwargs = init_kwargs
        self.secret = secret
        self.host = host
        self.api_host = api_host
        super().__init__(
            task_function,
            project=project,
            entity=entity,
            secret=secret,
            id=id,
            host=host,
            api_host=api_host,
            **init_kwargs,
        )

    def get_extra_config(self) -> dict[str, Any]:
        """Where the run is to be found."""
        config = {
            self.WANDB_PROJECT_KEY: self.project,
            self.WANDB_ENTITY_KEY: self.entity,
            self.WANDB_HOST_KEY: self.host,
        }
        if self.id is None:
            return {**config, self.LINK_TYPE_KEY: "wandb-execution-id"}
        return {**config, self.WANDB_ID_KEY: self.id, self.LINK_TYPE_KEY: "wandb-custom-id"}


def comet_ml_login(
    project_name: str,
    workspace: str,
    secret: Secret | Callable[..., Any],
    experiment_key: str | None = None,
    host: str = "https://www.comet.com",
    **login_kwargs: Any,
) -> Any:
    """Has Comet follow the function; used as `@d(...)`."""
    return functools.partial(
        _comet_ml_login_class,
        project_name=project_name,
        workspace=workspace,
        secret=secret,
        experiment_key=experiment_key,
        host=host,
        **login_kwargs,
    )


@takes(
    "comet_ml_login",
    "project_name",
    "workspace",
    "secret",
    "host",
    project_name=str,
    workspace=str,
    secret=_SECRET,
    experiment_key=str,
    host=str,
)
class _comet_ml_login_class(RunningDecorator):  # noqa: N801 - the plug-in's name
    COMET_ML_PROJECT_NAME_KEY = "project_name"
    COMET_ML_WORKSPACE_KEY = "workspace"
    COMET_ML_EXPERIMENT_KEY_KEY = "experiment_key"
    COMET_ML_URL_SUFFIX_KEY = "link_suffix"
    COMET_ML_HOST_KEY = "host"

    def __init__(
        self,
        task_function: Callable[..., Any],
        project_name: str,
        workspace: str,
        secret: Secret | Callable[..., Any],
        experiment_key: str | None = None,
        host: str = "https://www.comet.com",
        **login_kwargs: Any,
    ) -> None:
        self.project_name = project_name
        self.workspace = workspace
        self.experiment_key = experiment_key
        self.secret = secret
        self.host = host
        self.login_kwargs = login_kwargs
        super().__init__(
            task_function,
            project_name=project_name,
            workspace=workspace,
            experiment_key=experiment_key,
            secret=secret,
            host=host,
            **login_kwargs,
        )

    def get_extra_config(self) -> dict[str, Any]:
        """Where the experiment is to be found; the end of a key that Flyte makes up is a hash of project and place."""
        config = {
            self.COMET_ML_PROJECT_NAME_KEY: self.project_name,
            self.COMET_ML_WORKSPACE_KEY: self.workspace,
            self.COMET_ML_HOST_KEY: self.host,
        }
        if self.experiment_key is None:
            suffix = hashlib.shake_256(f"{self.project_name}-{self.workspace}".encode()).hexdigest(5)
            return {**config, self.COMET_ML_URL_SUFFIX_KEY: suffix, self.LINK_TYPE_KEY: "comet-ml-execution-id"}
        key = {self.COMET_ML_EXPERIMENT_KEY_KEY: self.experiment_key}
        return {**config, **key, self.LINK_TYPE_KEY: "comet-ml-custom-id"}


def neptune_scale_run(
    project: str,
    secret: Secret | Callable[..., Any],
    run_id: str | None = None,
    experiment_name: str | None = None,
    **init_run_kwargs: Any,
) -> Any:
    """Has Neptune Scale follow the function; used as `@d(...)`."""
    return functools.partial(
        _neptune_scale_run_class,
        project=project,
        secret=secret,
        run_id=run_id,
        experiment_name=experiment_name,
        **init_run_kwargs,
    )


@takes(
    "neptune_scale_run",
    "project",
    "secret",
    project=str,
    secret=_SECRET,
    run_id=str,
    experiment_name=str,
)
class _neptune_scale_run_class(RunningDecorator):  # noqa: N801 - the plug-in's name
    NEPTUNE_PROJECT = "project"
    NEPTUNE_RUN_ID = "id"

    def __init__(
        self,
        task_function: Callable[..., Any],
        project: str,
        secret: Secret | Callable[..., Any],
        run_id: str | None = None,
        experiment_name: str | None = None,
        **init_run_kwargs: Any,
    ) -> None:
        self.project = project
        self.secret = secret
        self.run_id = run_id
        self.experiment_name = experiment_name
        self.init_run_kwargs = init_run_kwargs
        super().__init__(
            task_function,
            project=project,
            secret=secret,
            run_id=run_id,
            experiment_name=experiment_name,
            **init_run_kwargs,
        )

    def get_extra_config(self) -> dict[str, Any]:
        """Where the run is to be found."""
        config = {self.NEPTUNE_PROJECT: self.project}
        if self.run_id is None:
            return {**config, self.LINK_TYPE_KEY: "neptune-scale-run"}
        return {**config, self.NEPTUNE_RUN_ID: self.run_id, self.LINK_TYPE_KEY: "neptune-scale-custom-id"}


def neptune_init_run(
    project: str,
    secret: Secret | Callable[..., Any],
    host: str = "https://app.neptune.ai",
    **init_run_kwargs: Any,
) -> Any:
    """Has the Neptune before Scale follow the function; used as `@d(...)`."""
    return functools.partial(_neptune_init_run_class, project=project, secret=secret, host=host, **init_run_kwargs)


@takes("neptune_init_run", "project", "secret", "host", project=str, secret=_SECRET, host=str)
class _neptune_init_run_class(RunningDecorator):  # noqa: N801 - the plug-in's name
    NEPTUNE_HOST_KEY = "host"
    NEPTUNE_PROJECT_KEY = "project"

    def __init__(
        self,
        task_function: Callable[..., Any],
        project: str,
        secret: Secret | Callable[..., Any],
        host: str = "https://app.neptune.ai",
        **init_run_kwargs: Any,
    ) -> None:
        self.project = project
        self.secret = secret
        self.host = host
        self.init_run_kwargs = init_run_kwargs
        super().__init__(task_function, project=project, secret=secret, host=host, **init_run_kwargs)

    def get_extra_config(self) -> dict[str, Any]:
        """Where the runs are to be found."""
        return {
            self.NEPTUNE_HOST_KEY: self.host,
            self.NEPTUNE_PROJECT_KEY: self.project,
            self.LINK_TYPE_KEY: "neptune-run-id",
        }
