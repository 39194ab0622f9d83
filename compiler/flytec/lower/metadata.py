"""Security contexts, documentation, and other small parts that several kinds of entity share."""

from __future__ import annotations

from typing import Any

from flytec.authoring import documentation, security
from flytec.ir import pb

_OF_DOCSTRINGS: Any = documentation.Description.DescriptionFormat.RST.value


def lower_security_context(context: security.SecurityContext | None) -> pb.SecurityContext | None:
    """`flyteidl.core.SecurityContext`, `None` where there is nothing in it."""
    if context is None or (context.run_as is None and context.secrets is None and context.tokens is None):
        return None
    return pb.SecurityContext(
        run_as=_identity(context.run_as) if context.run_as else None,
        secrets=[_secret(secret) for secret in context.secrets or ()],
        tokens=[_token(token) for token in context.tokens or ()],
    )


def fill_description(target: pb.DescriptionEntity, entity: documentation.Documented) -> None:
    """What is shown about an entity, nothing where there is nothing; the long description is there even if empty."""
    if entity._given_docs is not None:
        _fill_documentation(target, entity._given_docs)
    elif entity._docstring is not None:
        short, long = entity._docstring.short_description, entity._docstring.long_description
        if short is not None:
            target.short_description = short
        target.long_description.format = _OF_DOCSTRINGS
        if long:
            target.long_description.value = long


def _fill_documentation(target: pb.DescriptionEntity, docs: documentation.Documentation) -> None:
    target.SetInParent()
    if docs.short_description is not None:
        target.short_description = docs.short_description
    if docs.long_description:
        long = docs.long_description
        target.long_description.SetInParent()
        target.long_description.format = long.format.value  # type: ignore[assignment]
        if long.value:
            target.long_description.value = long.value
        # Both are of one oneof: the address is what stays of the two.
        if long.uri:
            target.long_description.uri = long.uri
        if long.icon_link is not None:
            target.long_description.icon_link = long.icon_link
    if docs.source_code:
        target.source_code.SetInParent()
        if docs.source_code.link is not None:
            target.source_code.link = docs.source_code.link


def _identity(identity: security.Identity) -> pb.Identity:
    return pb.Identity(
        iam_role=identity.iam_role or None,
        k8s_service_account=identity.k8s_service_account or None,
        oauth2_client=_client(identity.oauth2_client) if identity.oauth2_client else None,
        execution_identity=identity.execution_identity or None,
    )


def _secret(secret: security.Secret) -> pb.Secret:
    return pb.Secret(
        group=secret.group,
        group_version=secret.group_version,
        key=secret.key,
        mount_requirement=secret.mount_requirement.value,  # type: ignore[arg-type]
        env_var=secret.env_var,
    )


def _client(client: security.OAuth2Client) -> pb.OAuth2Client:
    return pb.OAuth2Client(client_id=client.client_id, client_secret=_secret(client.client_secret))


def _token(token: security.OAuth2TokenRequest) -> pb.OAuth2TokenRequest:
    return pb.OAuth2TokenRequest(
        name=token.name,
        type=token.type_.value,  # type: ignore[arg-type]
        token_endpoint=token.token_endpoint,
        idp_discovery_endpoint=token.idp_discovery_endpoint,
        client=_client(token.client) if token.client else None,
    )
