"""Memory Machine Cloud: functions that a connector hands to it."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonFunctionTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.plugins.messages import json_data, struct

if TYPE_CHECKING:
    from flytec.settings.resources import Resources
    from flytec.settings.serialization import SerializationSettings

_GIB = 2**30
_EXPONENTS = {"n": -3, "u": -2, "m": -1, "K": 1, "k": 1, "M": 2, "G": 3, "T": 4, "P": 5, "E": 6}


@takes("MMCloudConfig", "submit_extra", submit_extra=str)
@dataclass
class MMCloudConfig:
    """Arguments for the command that submits the job."""

    submit_extra: str = ""


class MMCloudTask(PythonFunctionTask[MMCloudConfig]):
    """A task of type `mmcloud_task`; its resources are those of the machine, and not of the container."""

    _TASK_TYPE = "mmcloud_task"

    def __init__(
        self,
        task_config: MMCloudConfig | None,
        task_function: Callable[..., Any],
        container_image: Any = None,
        requests: Resources | None = None,
        limits: Resources | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for quantities that are none, and for requests over their limits.
        """
        super().__init__(
            task_config=task_config or MMCloudConfig(),
            task_type=self._TASK_TYPE,
            task_function=task_function,
            container_image=container_image,
            **kwargs,
        )
        self._mmcloud_resources = self._machine(requests, limits)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The arguments, and CPUs and GiB of memory at least and at most."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        resources = [str(quantity) if quantity else None for quantity in self._mmcloud_resources]
        custom = {"submit_extra": config.submit_extra, "resources": resources}
        data: dict[str, Any] = json_data(struct(custom, "the MMCloudConfig config"))
        return data

    def _machine(self, requests: Resources | None, limits: Resources | None) -> tuple[int | None, ...]:
        min_cpu, max_cpu = self._range("cpu", 1, requests, limits)
        min_mem, max_mem = self._range("mem", _GIB, requests, limits)
        return min_cpu, _gib(min_mem), max_cpu, _gib(max_mem)

    def _range(
        self, name: str, least: int, requests: Resources | None, limits: Resources | None
    ) -> tuple[int, int | None]:
        """At least and at most; the most stands for a missing least, and there is no machine below `least`."""
        low, high = (self._quantity(name, least, given) for given in (requests, limits))
        low = low or high or least
        if high is not None and low > high:
            raise user_error(
                INVALID_DECLARATION, f"the {name} that {self.name} requests is over its limit", at=self.location
            )
        return low, high

    def _quantity(self, name: str, least: int, given: Resources | None) -> int | None:
        text = getattr(given, name, None)
        if not text:
            return None
        try:
            quantity = _parsed(str(text))
        except decimal.InvalidOperation as error:
            raise user_error(
                INVALID_DECLARATION,
                f"{name} of {self.name} is {text!r}, expected a quantity such as 1 or 1Gi",
                at=self.location,
            ) from error
        return int(max(Decimal(least), quantity).to_integral_value(rounding=decimal.ROUND_CEILING))


def _gib(bytes_: int | None) -> int | None:
    return None if bytes_ is None else (bytes_ + _GIB - 1) // _GIB


def _parsed(text: str) -> Decimal:
    """A quantity as Kubernetes' client reads it; raises `decimal.InvalidOperation` for what is none."""
    match text[-2:], text[-1:]:
        case suffix, "i" if suffix != "ki" and suffix[0] in _EXPONENTS:
            return Decimal(text[:-2]) * Decimal(1024) ** _EXPONENTS[suffix[0]]
        case _, suffix if suffix in _EXPONENTS:
            return Decimal(text[:-1]) * Decimal(1000) ** _EXPONENTS[suffix]
        case _:
            return Decimal(text)
