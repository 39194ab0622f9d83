from flytecpb.v1 import diagnostics_pb2 as _diagnostics_pb2
from flytecpb.v1 import manifest_pb2 as _manifest_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CompileResult(_message.Message):
    __slots__ = ("version", "output_folder", "entries", "findings", "counts", "output_file", "archive", "replaced_modules")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_FOLDER_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_FILE_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_FIELD_NUMBER: _ClassVar[int]
    REPLACED_MODULES_FIELD_NUMBER: _ClassVar[int]
    version: int
    output_folder: str
    entries: _containers.RepeatedCompositeFieldContainer[_manifest_pb2.ManifestEntry]
    findings: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    counts: CompileCounts
    output_file: str
    archive: SourceArchive
    replaced_modules: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, version: _Optional[int] = ..., output_folder: _Optional[str] = ..., entries: _Optional[_Iterable[_Union[_manifest_pb2.ManifestEntry, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ..., counts: _Optional[_Union[CompileCounts, _Mapping]] = ..., output_file: _Optional[str] = ..., archive: _Optional[_Union[SourceArchive, _Mapping]] = ..., replaced_modules: _Optional[_Iterable[str]] = ...) -> None: ...

class SourceArchive(_message.Message):
    __slots__ = ("file_name", "digest", "file_count", "size_bytes", "files")
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    FILE_COUNT_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    file_name: str
    digest: str
    file_count: int
    size_bytes: int
    files: _containers.RepeatedCompositeFieldContainer[SourceFile]
    def __init__(self, file_name: _Optional[str] = ..., digest: _Optional[str] = ..., file_count: _Optional[int] = ..., size_bytes: _Optional[int] = ..., files: _Optional[_Iterable[_Union[SourceFile, _Mapping]]] = ...) -> None: ...

class SourceFile(_message.Message):
    __slots__ = ("path", "packed", "size_bytes", "link_target", "rule")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PACKED_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    LINK_TARGET_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    path: str
    packed: bool
    size_bytes: int
    link_target: str
    rule: str
    def __init__(self, path: _Optional[str] = ..., packed: _Optional[bool] = ..., size_bytes: _Optional[int] = ..., link_target: _Optional[str] = ..., rule: _Optional[str] = ...) -> None: ...

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
