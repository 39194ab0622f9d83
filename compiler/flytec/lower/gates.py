"""Gates to `flyteidl.core.GateNode`."""

from __future__ import annotations

from flytec.authoring.gates import Approval, Gate, Signal, Sleep
from flytec.diagnostics import Location, UserError
from flytec.ir import pb
from flytec.lower.lowering import described
from flytec.lower.types import Types


def fill_gate(target: pb.GateNode, gate: Gate, at: Location | None, types: Types) -> None:
    """What the gate that stands at `at` waits for.

    Raises:
        UserError: FTC205 for a signal of a type without a Flyte type.
    """
    match gate.condition:
        case Sleep(duration=duration):
            target.sleep.duration.FromTimedelta(duration)
        case Signal(kind=kind, variable=variable):
            target.signal.signal_id = gate.name
            target.signal.output_variable_name = variable
            try:
                target.signal.type.CopyFrom(types.literal_type(kind))
            except UserError as error:
                raise described(error, f"gate {gate.name!r}", at) from error
        case Approval():
            target.approve.SetInParent()
            target.approve.signal_id = gate.name
