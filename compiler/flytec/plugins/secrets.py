"""Secrets as executors of plug-ins read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flytec.authoring.security import Secret


def secret_data(secret: Secret) -> dict[str, Any]:
    """A secret as JSON data."""
    return {
        "group": secret.group,
        "key": secret.key,
        "group_version": secret.group_version,
        "mount_requirement": secret.mount_requirement.value,
    }
