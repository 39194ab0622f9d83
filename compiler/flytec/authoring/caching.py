"""How a task's results are cached, and where the cache's version comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from flytec.authoring.arguments import takes
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import FlytecError, user_error
from flytec.records import dataclass


@dataclass
class VersionParameters:
    """What a cache policy may make a version from."""

    func: Callable[..., Any] | None
    container_image: Any = None
    pod_template: Any = None
    pod_template_name: str | None = None


@runtime_checkable
class CachePolicy(Protocol):
    """Makes a part of a cache version."""

    def get_version(self, salt: str, params: VersionParameters) -> str:
        """The part that this policy adds."""


@takes("Cache", version=str, serialize=bool, ignored_inputs=(str, list[str]), salt=str)
@dataclass
class Cache:
    """Cache settings of a task; without `version` the policies make one.

    Raises:
        UserError: FTC201 where there is neither a version nor a policy.
    """

    version: str | None = None
    serialize: bool = False
    ignored_inputs: tuple[str, ...] | str = ()
    salt: str = ""
    policies: list[CachePolicy] | CachePolicy | None = None

    def __post_init__(self) -> None:
        if self.version is None and not self._policy_list():
            raise user_error(
                INVALID_DECLARATION,
                "the cache has neither a version nor a policy to make one",
                at=caller_location(),
                hint='give it a version, for example Cache(version="1")',
            )

    def _policy_list(self) -> list[CachePolicy]:
        match self.policies:
            case None:
                return []
            case list():
                return self.policies
            case policy:
                return [policy]

    def get_ignored_inputs(self) -> tuple[str, ...]:
        """Names of the inputs that do not count for the cache key."""
        return (self.ignored_inputs,) if isinstance(self.ignored_inputs, str) else self.ignored_inputs

    def get_version(self, params: VersionParameters) -> str:
        """The version, or the SHA-256 over what the policies give, in their order.

        Raises:
            UserError: FTC201 where a policy fails.
        """
        if self.version is not None:
            return self.version
        parts = "".join(self._part(policy, params) for policy in self._policy_list())
        return hashlib.sha256(parts.encode()).hexdigest()

    def _part(self, policy: CachePolicy, params: VersionParameters) -> str:
        try:
            return "" + policy.get_version(self.salt, params)
        except FlytecError:
            raise
        except Exception as error:  # a user's policy may fail in its own way
            raise user_error(
                INVALID_DECLARATION,
                f"the cache policy {type(policy).__name__} raises {type(error).__name__}: {error}",
                at=caller_location(),
                hint='give the cache a version, for example Cache(version="1")',
            ) from error
