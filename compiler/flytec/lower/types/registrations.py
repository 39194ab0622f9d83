"""Whether the transformers that user modules registered are what flytekit would have asked."""

from flytec.authoring.interface import Interface
from flytec.authoring.recorder import Recorder
from flytec.authoring.type_engine import Registration
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Diagnostic
from flytec.lower.literals.kinds import PythonType, type_label
from flytec.lower.types.known import known_to
from flytec.lower.types.table import built_in_tag


def registration_findings(recorder: Recorder) -> tuple[Diagnostic, ...]:
    """A finding for each transformer of a type that has one, or that comes behind an entity with its type."""
    return tuple(finding for row in recorder.transformers.values() for finding in _findings(row, recorder))


def _findings(row: Registration, recorder: Recorder) -> tuple[Diagnostic, ...]:
    label = type_label(row.python_type)
    known = built_in_tag(row.python_type, known_to(recorder))
    if known and (row.weak or known == row.transformer.name):
        return ()
    if known and not row.strong:
        message = f"transformer {row.transformer.name!r} is registered for {label}, which flytekit has one for"
        return (_finding(row, message, "use TypeEngine.register_additional_type with override=True"),)
    # flytekit makes a type when the entity is declared, and then does not know the transformer.
    users = [user for user in recorder.entities[: row.declared] if _uses(user, row.python_type)]
    if users:
        message = f"transformer {row.transformer.name!r} of {label} is registered behind {users[0].name}, which uses it"
        return (_finding(row, message, "register it before the first task or workflow that uses the type"),)
    return ()


def _finding(row: Registration, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=INVALID_DECLARATION, message=message, location=row.location, hint=hint)


def _uses(entity: object, python_type: PythonType) -> bool:
    interface = getattr(entity, "python_interface", None)
    if not isinstance(interface, Interface):
        return False
    return any(_mentions(row, python_type) for row in (*interface.inputs.values(), *interface.outputs.values()))


def _mentions(annotation: PythonType, python_type: PythonType) -> bool:
    """Whether the type stands anywhere in an annotation, or is a base of what does."""
    return (
        annotation is python_type
        or getattr(annotation, "__origin__", None) is python_type
        or any(base is python_type for base in getattr(annotation, "__mro__", ()))
        or any(_mentions(each, python_type) for each in getattr(annotation, "__args__", ()))
    )
