"""Resource requests and limits of a task, as users write them.

Plain dataclasses without pydantic: a project makes thousands of them while its modules load.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeAlias

from flytec.codes import INVALID_RESOURCES
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass

Quantity: TypeAlias = str | int | float
Amount: TypeAlias = Quantity | list[Quantity] | tuple[Quantity, ...]

_TEXT_OR_INT = (str, int)
_TEXT_OR_NUMBER = (str, int, float)
_HINT = "Give one quantity, or a pair of request and limit."


@dataclass(slots=True)
class Resources:
    """Quantities in Kubernetes' notation; a pair stands for (request, limit) and is meant for `@task(resources=)`.

    Raises UserError FTC604 for a value that is neither a quantity nor a pair of them; only `cpu` takes fractions.
    """

    cpu: Amount | None = None
    mem: Amount | None = None
    gpu: Amount | None = None
    ephemeral_storage: Amount | None = None

    def __post_init__(self) -> None:
        if self.cpu is not None:
            _check("cpu", self.cpu, _TEXT_OR_NUMBER)
        if self.mem is not None:
            _check("mem", self.mem, _TEXT_OR_INT)
        if self.gpu is not None:
            _check("gpu", self.gpu, _TEXT_OR_INT)
        if self.ephemeral_storage is not None:
            _check("ephemeral_storage", self.ephemeral_storage, _TEXT_OR_INT)

    def to_dict(self) -> dict[str, object]:
        """Every field by name, pairs as lists."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    def to_json(self, encoder: Callable[[object], str] = json.dumps) -> str:
        """`to_dict` through `encoder`."""
        return encoder(self.to_dict())

    @classmethod
    def from_dict(cls, d: object) -> "Resources":
        """The inverse of `to_dict`; unknown keys are passed over, missing ones are None. Raises FTC604."""
        values = _mapping("Resources", d)
        known = {field.name: values[field.name] for field in fields(cls) if field.name in values}
        return cls(**known)  # type: ignore[arg-type]  # the constructor checks the values

    @classmethod
    def from_json(cls, data: str | bytes | bytearray, decoder: Callable[..., object] = json.loads) -> "Resources":
        """The inverse of `to_json`. Raises FTC604."""
        return cls.from_dict(_decoded("Resources", data, decoder))


@dataclass(slots=True)
class ResourceSpec:
    """What a task requests, and what it may use at most."""

    requests: Resources
    limits: Resources

    @classmethod
    def from_multiple_resource(cls, resource: Resources) -> "ResourceSpec":
        """Split pairs into request and limit; a single quantity becomes a request without a limit."""
        requests: dict[str, Quantity] = {}
        limits: dict[str, Quantity] = {}
        for field in fields(resource):
            match getattr(resource, field.name):
                case None:
                    continue
                case (request, limit):
                    requests[field.name] = request
                    limits[field.name] = limit
                case single:
                    requests[field.name] = single
        return cls(requests=Resources(**requests), limits=Resources(**limits))

    def to_dict(self) -> dict[str, object]:
        """Both sides as mappings."""
        return {"requests": self.requests.to_dict(), "limits": self.limits.to_dict()}

    def to_json(self, encoder: Callable[[object], str] = json.dumps) -> str:
        """`to_dict` through `encoder`."""
        return encoder(self.to_dict())

    @classmethod
    def from_dict(cls, d: object) -> "ResourceSpec":
        """The inverse of `to_dict`; unknown keys are passed over. Raises FTC604."""
        values = _mapping("ResourceSpec", d)
        for side in ("requests", "limits"):
            if side not in values:
                raise _refused(f"ResourceSpec: {side} is missing, expected a mapping", hint=f"Add {side}.")
        return cls(requests=Resources.from_dict(values["requests"]), limits=Resources.from_dict(values["limits"]))

    @classmethod
    def from_json(cls, data: str | bytes | bytearray, decoder: Callable[..., object] = json.loads) -> "ResourceSpec":
        """The inverse of `to_json`. Raises FTC604."""
        return cls.from_dict(_decoded("ResourceSpec", data, decoder))


def _check(name: str, value: object, kinds: tuple[type, ...]) -> None:
    if value is None or isinstance(value, kinds):
        return
    expected = " or ".join(kind.__name__ for kind in kinds)
    if not isinstance(value, (list, tuple)) or not all(isinstance(part, kinds) for part in value):
        raise _refused(f"Resources: {name} is {value!r}, expected {expected}, or a pair of them")
    if len(value) != 2:
        raise _refused(f"Resources: {name} has {len(value)} values in {value!r}, expected 2 (request and limit)")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _mapping(owner: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _refused(f"{owner} is {value!r}, expected a mapping")
    return value


def _decoded(owner: str, data: str | bytes | bytearray, decoder: Callable[..., object]) -> object:
    try:
        return decoder(data)
    except ValueError as error:
        raise _refused(f"{owner}: malformed JSON ({error}), expected an object") from None


def _refused(message: str, hint: str = _HINT) -> UserError:
    return user_error(INVALID_RESOURCES, message, hint=hint)
