from flytecpb.v1 import entity_pb2 as _entity_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEVERITY_UNSPECIFIED: _ClassVar[Severity]
    SEVERITY_ERROR: _ClassVar[Severity]
    SEVERITY_WARNING: _ClassVar[Severity]
    SEVERITY_NOTE: _ClassVar[Severity]
SEVERITY_UNSPECIFIED: Severity
SEVERITY_ERROR: Severity
SEVERITY_WARNING: Severity
SEVERITY_NOTE: Severity

class Subject(_message.Message):
    __slots__ = ("resource_type", "name", "node", "field", "file")
    RESOURCE_TYPE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    resource_type: _entity_pb2.ResourceType
    name: str
    node: str
    field: str
    file: str
    def __init__(self, resource_type: _Optional[_Union[_entity_pb2.ResourceType, str]] = ..., name: _Optional[str] = ..., node: _Optional[str] = ..., field: _Optional[str] = ..., file: _Optional[str] = ...) -> None: ...

class Diagnostic(_message.Message):
    __slots__ = ("code", "slug", "severity", "message", "location", "hint", "notes", "frames", "subject", "fingerprint")
    CODE_FIELD_NUMBER: _ClassVar[int]
    SLUG_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    FRAMES_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    FINGERPRINT_FIELD_NUMBER: _ClassVar[int]
    code: str
    slug: str
    severity: Severity
    message: str
    location: _entity_pb2.Location
    hint: str
    notes: _containers.RepeatedScalarFieldContainer[str]
    frames: _containers.RepeatedScalarFieldContainer[str]
    subject: Subject
    fingerprint: str
    def __init__(self, code: _Optional[str] = ..., slug: _Optional[str] = ..., severity: _Optional[_Union[Severity, str]] = ..., message: _Optional[str] = ..., location: _Optional[_Union[_entity_pb2.Location, _Mapping]] = ..., hint: _Optional[str] = ..., notes: _Optional[_Iterable[str]] = ..., frames: _Optional[_Iterable[str]] = ..., subject: _Optional[_Union[Subject, _Mapping]] = ..., fingerprint: _Optional[str] = ...) -> None: ...

class DiagnosticList(_message.Message):
    __slots__ = ("version", "diagnostics", "counts")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    version: int
    diagnostics: _containers.RepeatedCompositeFieldContainer[Diagnostic]
    counts: DiagnosticCounts
    def __init__(self, version: _Optional[int] = ..., diagnostics: _Optional[_Iterable[_Union[Diagnostic, _Mapping]]] = ..., counts: _Optional[_Union[DiagnosticCounts, _Mapping]] = ...) -> None: ...

class DiagnosticCounts(_message.Message):
    __slots__ = ("entities", "errors", "warnings", "notes", "ignored", "in_baseline")
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    ERRORS_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    IGNORED_FIELD_NUMBER: _ClassVar[int]
    IN_BASELINE_FIELD_NUMBER: _ClassVar[int]
    entities: int
    errors: int
    warnings: int
    notes: int
    ignored: int
    in_baseline: int
    def __init__(self, entities: _Optional[int] = ..., errors: _Optional[int] = ..., warnings: _Optional[int] = ..., notes: _Optional[int] = ..., ignored: _Optional[int] = ..., in_baseline: _Optional[int] = ...) -> None: ...

class Baseline(_message.Message):
    __slots__ = ("version", "findings")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    version: int
    findings: _containers.RepeatedCompositeFieldContainer[BaselineEntry]
    def __init__(self, version: _Optional[int] = ..., findings: _Optional[_Iterable[_Union[BaselineEntry, _Mapping]]] = ...) -> None: ...

class BaselineEntry(_message.Message):
    __slots__ = ("fingerprint", "count", "code", "about", "message")
    FINGERPRINT_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    fingerprint: str
    count: int
    code: str
    about: str
    message: str
    def __init__(self, fingerprint: _Optional[str] = ..., count: _Optional[int] = ..., code: _Optional[str] = ..., about: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...
