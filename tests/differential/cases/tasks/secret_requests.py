"""Secrets in every form of mounting."""

from flytekit import Secret, task


@task(secret_requests=[Secret(group="database", key="password")])
def any_mount() -> None: ...


@task(
    secret_requests=[
        Secret(group="database", key="user", mount_requirement=Secret.MountType.ENV_VAR),
        Secret(group="tls", key="cert", group_version="7", mount_requirement=Secret.MountType.FILE),
        Secret(group="api", key="token", env_var="API_TOKEN", mount_requirement=Secret.MountType.ENV_VAR),
        Secret(group="whole-group"),
    ]
)
def several() -> None: ...


@task(secret_requests=[])
def none_of_them() -> None: ...
