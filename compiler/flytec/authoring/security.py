"""Secrets and identities: `flyteidl.core.SecurityContext` and its parts."""

import re
from enum import Enum

from flytec.authoring.arguments import check, takes
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.records import dataclass

_ENV_VAR = re.compile(r"^[A-Z_][A-Z0-9_]*$")


@takes("a secret", group=str, key=str, group_version=str, env_var=str)
@dataclass
class Secret:
    """A secret that a task asks for.

    Raises:
        UserError: FTC201 without a group, and for an `env_var` that is no upper-case variable name.
    """

    class MountType(Enum):
        """How the secret reaches the container; the value is `flyteidl.core.Secret.MountType`."""

        ANY = 0
        ENV_VAR = 1
        FILE = 2

    group: str | None = None
    key: str | None = None
    group_version: str | None = None
    mount_requirement: MountType = MountType.ANY
    env_var: str | None = None

    def __post_init__(self) -> None:
        if self.group is None:
            raise user_error(
                INVALID_DECLARATION,
                "a secret is declared without a group",
                at=caller_location(),
                hint="name the group that the secret belongs to, for example Secret(group=..., key=...)",
            )
        check("a secret", "mount_requirement", self.mount_requirement, Secret.MountType)
        if self.env_var is not None and not _ENV_VAR.match(self.env_var):
            raise user_error(
                INVALID_DECLARATION,
                f"env_var of a secret is {self.env_var!r}, expected capitals, digits and underscores",
                at=caller_location(),
            )


@dataclass
class OAuth2Client:
    """A client of an OAuth2 server."""

    client_id: str
    client_secret: Secret


@takes("Identity", iam_role=str, k8s_service_account=str, oauth2_client=OAuth2Client, execution_identity=str)
@dataclass
class Identity:
    """Who an execution runs as."""

    iam_role: str | None = None
    k8s_service_account: str | None = None
    oauth2_client: OAuth2Client | None = None
    execution_identity: str | None = None


@dataclass
class OAuth2TokenRequest:
    """A token that an execution asks for."""

    class Type(Enum):
        """The grant; the value is `flyteidl.core.OAuth2TokenRequest.Type`."""

        CLIENT_CREDENTIALS = 0

    name: str
    client: OAuth2Client
    idp_discovery_endpoint: str | None = None
    token_endpoint: str | None = None
    type_: Type = Type.CLIENT_CREDENTIALS


@takes(
    "SecurityContext",
    run_as=Identity,
    secrets=(Secret, list[Secret]),
    tokens=(OAuth2TokenRequest, list[OAuth2TokenRequest]),
)
@dataclass
class SecurityContext:
    """Identity, secrets and tokens of a task or launch plan; a single secret or token may stand for a list."""

    run_as: Identity | None = None
    secrets: list[Secret] | None = None
    tokens: list[OAuth2TokenRequest] | None = None

    def __post_init__(self) -> None:
        if self.secrets and not isinstance(self.secrets, list):
            self.secrets = [self.secrets]
        if self.tokens and not isinstance(self.tokens, list):
            self.tokens = [self.tokens]


def secrets_context(secrets: list[Secret] | None) -> SecurityContext | None:
    """The security context of a task that asks for `secrets`.

    Raises:
        UserError: FTC201 for what is no secret.
    """
    if not secrets:
        return None
    for secret in secrets:
        if not isinstance(secret, Secret):
            raise user_error(
                INVALID_DECLARATION,
                f"secret_requests has {secret!r}, expected flytekit.Secret",
                at=caller_location(),
            )
    return SecurityContext(secrets=secrets)
