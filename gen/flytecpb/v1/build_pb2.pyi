from flytecpb.v1 import diagnostics_pb2 as _diagnostics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BuildResult(_message.Message):
    __slots__ = ("version", "images", "findings")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    IMAGES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    version: int
    images: _containers.RepeatedCompositeFieldContainer[BuiltImage]
    findings: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    def __init__(self, version: _Optional[int] = ..., images: _Optional[_Iterable[_Union[BuiltImage, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ...) -> None: ...

class BuiltImage(_message.Message):
    __slots__ = ("name", "repository", "tag", "digest", "reference", "builder", "platforms", "base_image", "base_digest", "pushed", "layout", "source_files", "plan")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REPOSITORY_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    BUILDER_FIELD_NUMBER: _ClassVar[int]
    PLATFORMS_FIELD_NUMBER: _ClassVar[int]
    BASE_IMAGE_FIELD_NUMBER: _ClassVar[int]
    BASE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    PUSHED_FIELD_NUMBER: _ClassVar[int]
    LAYOUT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    name: str
    repository: str
    tag: str
    digest: str
    reference: str
    builder: str
    platforms: _containers.RepeatedScalarFieldContainer[str]
    base_image: str
    base_digest: str
    pushed: bool
    layout: str
    source_files: int
    plan: str
    def __init__(self, name: _Optional[str] = ..., repository: _Optional[str] = ..., tag: _Optional[str] = ..., digest: _Optional[str] = ..., reference: _Optional[str] = ..., builder: _Optional[str] = ..., platforms: _Optional[_Iterable[str]] = ..., base_image: _Optional[str] = ..., base_digest: _Optional[str] = ..., pushed: _Optional[bool] = ..., layout: _Optional[str] = ..., source_files: _Optional[int] = ..., plan: _Optional[str] = ...) -> None: ...
