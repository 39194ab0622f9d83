"""Small Programs for tests."""

from flytec.artifact.write import ManifestInfo
from flytec.diagnostics import Location
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Kind, Program, Unit

INFO = ManifestInfo(compiler_version="0.1.0", flytekit_version="1.16.31")


def task(name: str, version: str = "v1", origin: Location | None = None) -> Unit:
    message = pb.TaskSpec()
    message.template.id.MergeFrom(identifier(Kind.TASK, name, version))
    message.template.type = "python-task"
    message.template.container.image = "registry.example/image:1"
    return Unit(kind=Kind.TASK, message=message, origin=origin)


def workflow(name: str, version: str = "v1", origin: Location | None = None) -> Unit:
    message = pb.WorkflowSpec()
    message.template.id.MergeFrom(identifier(Kind.WORKFLOW, name, version))
    return Unit(kind=Kind.WORKFLOW, message=message, origin=origin)


def launch_plan(name: str, version: str = "v1", origin: Location | None = None) -> Unit:
    message = pb.LaunchPlan()
    message.id.MergeFrom(identifier(Kind.LAUNCH_PLAN, name, version))
    message.spec.workflow_id.MergeFrom(identifier(Kind.WORKFLOW, name, version))
    return Unit(kind=Kind.LAUNCH_PLAN, message=message, origin=origin)


def program(*units: Unit) -> Program:
    return Program(units)


def tasks(*names: str, version: str = "v1") -> Program:
    return Program(tuple(task(name, version) for name in names))


def identifier(kind: Kind, name: str, version: str) -> pb.Identifier:
    return pb.Identifier(resource_type=kind.value, name=name, version=version)


def data_of(message: EntityMessage) -> bytes:
    return message.SerializeToString(deterministic=True)
