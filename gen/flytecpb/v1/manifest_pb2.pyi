from flytecpb.v1 import entity_pb2 as _entity_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Manifest(_message.Message):
    __slots__ = ("version", "compiler_version", "flytekit_version", "entries", "replaced_modules")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    COMPILER_VERSION_FIELD_NUMBER: _ClassVar[int]
    FLYTEKIT_VERSION_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    REPLACED_MODULES_FIELD_NUMBER: _ClassVar[int]
    version: int
    compiler_version: str
    flytekit_version: str
    entries: _containers.RepeatedCompositeFieldContainer[ManifestEntry]
    replaced_modules: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, version: _Optional[int] = ..., compiler_version: _Optional[str] = ..., flytekit_version: _Optional[str] = ..., entries: _Optional[_Iterable[_Union[ManifestEntry, _Mapping]]] = ..., replaced_modules: _Optional[_Iterable[str]] = ...) -> None: ...

class ManifestEntry(_message.Message):
    __slots__ = ("file_name", "resource_type", "id", "sha256", "size_bytes", "origin")
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_TYPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    file_name: str
    resource_type: _entity_pb2.ResourceType
    id: _entity_pb2.Identifier
    sha256: str
    size_bytes: int
    origin: _entity_pb2.Location
    def __init__(self, file_name: _Optional[str] = ..., resource_type: _Optional[_Union[_entity_pb2.ResourceType, str]] = ..., id: _Optional[_Union[_entity_pb2.Identifier, _Mapping]] = ..., sha256: _Optional[str] = ..., size_bytes: _Optional[int] = ..., origin: _Optional[_Union[_entity_pb2.Location, _Mapping]] = ...) -> None: ...
