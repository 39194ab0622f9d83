"""Messages of plug-ins made of what users gave, and their JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from flytec.authoring.pods import pod_template_data
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flytec.authoring.pod_template import PodTemplate
    from flytec.ir import pb
    from flytec.settings.resources import Resources

M = TypeVar("M", bound="pb.Message")


def filled(kind: type[M], what: str, **fields: Any) -> M:
    """A message with these fields, as its constructor takes them; `what` names for the user what holds them.

    Raises:
        UserError: FTC201 for a value that its field cannot hold.
    """
    try:
        return kind(**fields)
    except (TypeError, ValueError) as error:
        raise unfit(what, error) from error


def struct(data: Mapping[str, Any], what: str) -> pb.Struct:
    """JSON data as flytekit puts it into a message.

    Raises:
        UserError: FTC201 for anything else.
    """
    from flytec.ir import pb

    message = pb.Struct()
    try:
        message.update(data)
    except (AttributeError, TypeError, ValueError) as error:
        raise unfit(what, error) from error
    return message


def json_data(message: pb.Message) -> Any:
    """What the message's JSON says."""
    from flytec.ir.plain import to_plain

    return to_plain(message)


def k8s_pod(template: PodTemplate | None, what: str) -> pb.K8sPod | None:
    """The pod of a template as it stands, without the container of a task.

    Raises:
        UserError: FTC201 for what is no pod template.
    """
    from flytec.ir import pb

    if template is None:
        return None
    metadata = filled(pb.K8sObjectMetadata, what, labels=template.labels, annotations=template.annotations)
    return pb.K8sPod(
        metadata=metadata,
        pod_spec=pod_spec(template, what),
        primary_container_name=template.primary_container_name,
    )


def pod_spec(template: PodTemplate, what: str) -> pb.Struct:
    """The specification of a template's pod as it stands.

    Raises:
        UserError: FTC201 for what no JSON holds.
    """
    from flytec.ir.codec import struct_of

    try:
        return struct_of(pod_template_data(template))
    except (TypeError, ValueError) as error:
        raise unfit(what, error) from error


def unfit(what: str, error: Exception) -> UserError:
    """FTC201 for what a message cannot hold."""
    return user_error(INVALID_DECLARATION, f"{what} cannot be written: {error}")


def resources(requests: Resources | None, limits: Resources | None, what: str) -> pb.Resources:
    """Requests and limits in flytekit's order; a quantity of zero stays.

    Raises:
        UserError: FTC201 for a pair where a single quantity is expected.
    """
    from flytec.ir import pb

    return pb.Resources(requests=_entries(requests, what), limits=_entries(limits, what))


def _entries(given: Resources | None, what: str) -> list[pb.Resources.ResourceEntry]:
    from flytec.ir import pb

    name = pb.Resources.ResourceName
    order = (("cpu", name.CPU), ("mem", name.MEMORY), ("gpu", name.GPU), ("ephemeral_storage", name.EPHEMERAL_STORAGE))
    entries = []
    for attribute, kind in order:
        value = getattr(given, attribute, None)
        if isinstance(value, (list, tuple)):
            raise pair_of_quantities(what, attribute, value)
        if value is not None:
            entries.append(pb.Resources.ResourceEntry(name=kind, value=str(value)))
    return entries


def pair_of_quantities(what: str, attribute: str, value: Any) -> UserError:
    """FTC201 for a pair of request and limit where one of them is expected."""
    return user_error(
        INVALID_DECLARATION,
        f"the resources of {what} have {attribute}={value!r}, expected a single quantity",
        hint="pass requests and limits of one quantity each",
    )
