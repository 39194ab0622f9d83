from flytecpb.v1 import diagnostics_pb2 as _diagnostics_pb2
from flytecpb.v1 import manifest_pb2 as _manifest_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CompileResult(_message.Message):
    __slots__ = ("version", "output_folder", "entries", "findings", "counts")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_FOLDER_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    version: int
    output_folder: str
    entries: _containers.RepeatedCompositeFieldContainer[_manifest_pb2.ManifestEntry]
    findings: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    counts: CompileCounts
    def __init__(self, version: _Optional[int] = ..., output_folder: _Optional[str] = ..., entries: _Optional[_Iterable[_Union[_manifest_pb2.ManifestEntry, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ..., counts: _Optional[_Union[CompileCounts, _Mapping]] = ...) -> None: ...

class CompileCounts(_message.Message):
    __slots__ = ("modules", "tasks", "workflows", "launch_plans", "errors", "warnings")
    MODULES_FIELD_NUMBER: _ClassVar[int]
    TASKS_FIELD_NUMBER: _ClassVar[int]
    WORKFLOWS_FIELD_NUMBER: _ClassVar[int]
    LAUNCH_PLANS_FIELD_NUMBER: _ClassVar[int]
    ERRORS_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    modules: int
    tasks: int
    workflows: int
    launch_plans: int
    errors: int
    warnings: int
    def __init__(self, modules: _Optional[int] = ..., tasks: _Optional[int] = ..., workflows: _Optional[int] = ..., launch_plans: _Optional[int] = ..., errors: _Optional[int] = ..., warnings: _Optional[int] = ...) -> None: ...
