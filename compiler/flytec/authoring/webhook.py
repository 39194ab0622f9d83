"""Webhook tasks: an HTTP request that a service of the control plane's sends."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flytec.authoring.connectors import SyncConnectorExecutorMixin
from flytec.authoring.documentation import Documentation
from flytec.authoring.interface import Interface
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_METHODS = ("GET", "POST")
_TIMEOUT = datetime.timedelta(seconds=10)


class WebhookTask(SyncConnectorExecutorMixin, PythonTask[None]):
    """A task of type `webhook`; its one output, `info`, is what came back."""

    def __init__(
        self,
        name: str,
        url: str,
        method: str = "POST",
        headers: dict[str, str] | None = None,
        data: dict[str, Any] | None = None,
        dynamic_inputs: Mapping[str, Any] | None = None,
        show_data: bool = False,
        show_url: bool = False,
        description: str | None = None,
        timeout: int | datetime.timedelta = _TIMEOUT,
    ) -> None:
        """Every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 for a method other than GET and POST.
        """
        if method not in _METHODS:
            raise user_error(
                INVALID_DECLARATION,
                f"method of webhook task {name} is {method!r}, expected {' or '.join(_METHODS)}",
                at=caller_location(),
            )
        super().__init__(
            name=name,
            interface=Interface(dynamic_inputs, {"info": dict}),
            task_type="webhook",
            docs=Documentation(short_description=description) if description else None,
        )
        self._request = {
            "url": url,
            "method": method,
            "headers": headers or {},
            "data": data or {},
            "show_data": show_data,
            "show_url": show_url,
            "timeout_sec": timeout if isinstance(timeout, int) else timeout.total_seconds(),
        }

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The request."""
        return self._request
