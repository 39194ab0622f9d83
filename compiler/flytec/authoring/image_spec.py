"""Images described by what is in them. They are named here as flytekit names them, and built by others."""

from __future__ import annotations

import copy
import dataclasses
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION, MENTION_USED, UNSUPPORTED_SYMBOL
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass
from flytec.settings.image_digest import (
    LISTS_OF_TEXT,
    content_digest,
    default_platform,
    image_name,
    is_registry,
    kept_values,
    spec_digest,
    tag_of,
)

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

RUNTIME_PACKAGES_ENV_VAR = "_F_RUNTIME_PACKAGES"
_NOOP = "noop"
_DEFAULT = "default"


class CopyFileDetection(Enum):
    """Which source files go into an image."""

    LOADED_MODULES = 1
    ALL = 2
    NO_COPY = 3


@dataclass
class ImageSpec:
    """What an image is made of; every field is flytekit's of the same name and place, for the digest depends on both.

    Raises:
        UserError: FTC201 for fields of a wrong type.
    """

    name: str = "flytekit"
    python_version: str | None = None
    builder: str | None = None
    source_root: Any = None
    env: dict[str, str] | None = None
    registry: str | None = None
    packages: list[str] | None = None
    conda_packages: list[str] | None = None
    conda_channels: list[str] | None = None
    requirements: Any = None
    apt_packages: list[str] | None = None
    cuda: str | None = None
    cudnn: str | None = None
    base_image: str | ImageSpec | None = None
    platform: str | None = None
    pip_index: str | None = None
    pip_extra_index_url: list[str] | None = None
    pip_secret_mounts: list[tuple[str, str]] | None = None
    pip_extra_args: str | None = None
    registry_config: str | None = None
    entrypoint: list[str] | None = None
    commands: list[str] | None = None
    tag_format: str | None = None
    source_copy_mode: CopyFileDetection | None = None
    copy: list[Any] | None = None
    python_exec: str | None = None
    runtime_packages: list[str] | None = None
    builder_options: dict[str, Any] | None = None
    builder_config: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        self._id: str | None = None
        self._tag: str | None = None
        self._refuse_wrong_fields()
        self.name = self.name.lower()
        if self.registry:
            self.registry = self.registry.lower()
        if self.platform is None:
            self.platform = default_platform(self.registry)
        if self.source_root is not None:
            self.source_copy_mode = self.source_copy_mode or CopyFileDetection.LOADED_MODULES
        self.builder = _DEFAULT if self.builder is None else self.builder

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def id(self) -> str:
        """The digest of the specification as it was when the digest was first asked for."""
        if self._id is None:
            self._id = spec_digest(dataclasses.asdict(self, dict_factory=kept_values))
        return self._id

    @property
    def tag(self) -> str:
        """The image's tag when it was first asked for: a digest that takes in the files that go into the image.

        Raises:
            UserError: FTC201 for files that are not there, FTC200 for files whose choice depends on the machine.
        """
        if self._tag is None:
            self._tag = self._new_tag()
        return self._tag

    def _new_tag(self) -> str:
        changes: dict[str, Any] = {"registry_config": None}
        if isinstance(self.base_image, ImageSpec):
            # A copy, since an image's tag is found once, and the base may be told its sources later.
            changes["base_image"] = copy.deepcopy(self.base_image)._reference()
        if self.source_copy_mode not in (None, CopyFileDetection.NO_COPY):
            changes["source_root"] = self._source_digest()
        if self.copy:
            changes["copy"] = self._copy_digest()
        if self.requirements:
            changes["requirements"] = self._requirements_digest()
        digest = dataclasses.replace(self, **changes).id
        try:
            return tag_of(digest, self.tag_format)
        except (LookupError, ValueError) as error:
            raise self._unusable(
                f"tag_format {self.tag_format!r} cannot be filled: {error}", "keep {spec_hash} as the only field"
            ) from error

    def image_name(self) -> str:
        """The image's reference: of an image that is not built its base, once a task was found to use it."""
        # Who asks may put it where only text goes: into a pod, an override, the settings of a plug-in.
        current_recorder().named_image_specs.setdefault(image_name(self.registry, self.name, self.tag), self)
        return self._reference()

    def _reference(self) -> str:
        name = image_name(self.registry, self.name, self.tag)
        return current_recorder().image_names.get(name, name)

    def with_sources(self, settings: SerializationSettings) -> None:
        """Decides which sources go into the image of a task: the loaded modules, unless an archive brings them.

        Raises:
            UserError: FTC201 where the modules lie under several folders, so that none is the sources' root.
        """
        _ = self.id  # as it was written
        if self.source_copy_mode is None and not settings.should_fast_serialize():
            if settings.source_root is None and self.source_root is None:
                raise self._unusable(
                    "the sources lie under several import roots, expected one that goes into the image",
                    "set source_root, or source_copy_mode=CopyFileDetection.NO_COPY",
                )
            self.source_copy_mode = CopyFileDetection.LOADED_MODULES
        if self.source_copy_mode not in (None, CopyFileDetection.NO_COPY) and self.source_root is None:
            self.source_root = settings.source_root

    def resolve(self) -> str:
        """The reference that a task's container has.

        Raises:
            UserError: FTC200 for a builder of a plug-in, FTC201 for an image without a base that is not built.
        """
        self._note_base(copy.deepcopy(self))
        return self._reference()

    def is_container(self) -> bool:
        """Whether the code runs in this image, which counts as true while compiling."""
        return True

    def exist(self) -> NoReturn:
        """Raises FTC213: no registry is asked while compiling."""
        raise user_error(
            MENTION_USED,
            f"image {self.name} is looked up in its registry while the module is imported, which compiling does not do",
            at=caller_location(),
        )

    def with_commands(self, commands: str | list[str]) -> ImageSpec:
        """The specification with more commands of its build."""
        return self._extended("commands", commands)

    def with_packages(self, packages: str | list[str]) -> ImageSpec:
        """The specification with more Python packages."""
        return self._extended("packages", packages)

    def with_apt_packages(self, apt_packages: str | list[str]) -> ImageSpec:
        """The specification with more system packages."""
        return self._extended("apt_packages", apt_packages)

    def with_copy(self, src: str | list[str]) -> ImageSpec:
        """The specification with more files."""
        return self._extended("copy", src)

    def with_runtime_packages(self, runtime_packages: list[str]) -> ImageSpec:
        """The specification with more packages that are installed when the task starts."""
        return self._extended("runtime_packages", runtime_packages)

    def with_builder_options(self, builder_options: dict[str, Any]) -> ImageSpec:
        """The specification with more options of its builder."""
        return self._extended("builder_options", builder_options)

    def force_push(self) -> ImageSpec:
        """A copy; whether an image is pushed again does not change its name."""
        return copy.deepcopy(self)

    @classmethod
    def from_env(cls, **_: Any) -> NoReturn:
        """Raises FTC200: the versions of this machine's Python and packages would be in the image's name."""
        raise user_error(
            UNSUPPORTED_SYMBOL,
            "ImageSpec.from_env names an image by the Python and the packages of the machine that compiles",
            at=caller_location(),
            hint="write python_version and packages, or compile with --frontend flytekit",
        )

    def _extended(self, field: str, values: Any) -> ImageSpec:
        current = copy.deepcopy(getattr(self, field))
        match values:
            case str() if current is None or isinstance(current, list):
                current = [*(current or ()), values]
            case list() if current is None or isinstance(current, list):
                current = [*(current or ()), *values]
            case dict() if current is None or isinstance(current, dict):
                current = {**(current or {}), **values}
            case str() | list() | dict():
                raise self._wrong(f"{field} is extended by {values!r}, but it is {current!r}")
            case _:
                pass
        if current is None:
            current = []
        return dataclasses.replace(self, **{field: current})

    @staticmethod
    def _note_base(spec: ImageSpec) -> None:
        """Notes what is built, and what stands for images that are not, of `spec` and below it."""
        if isinstance(spec.base_image, ImageSpec):
            spec._note_base(spec.base_image)
            spec.base_image = spec.base_image._reference()
        name = image_name(spec.registry, spec.name, spec.tag)
        if spec.builder == _DEFAULT:
            current_recorder().image_specs.setdefault(name, spec)
            return
        if spec.builder != _NOOP:
            raise user_error(
                UNSUPPORTED_SYMBOL,
                f"builder of image {spec.name} is {spec.builder!r}, expected 'default' or 'noop'",
                hint="leave the builder out, or compile with --frontend flytekit",
            )
        if not isinstance(spec.base_image, str):
            raise spec._unusable(f"base_image is {spec.base_image!r}, expected a reference for the builder 'noop'")
        current_recorder().image_names[name] = spec.base_image

    def _source_digest(self) -> str:
        from flytec.authoring.image_sources import loaded_modules_digest

        if self.source_copy_mode is CopyFileDetection.ALL:
            raise user_error(
                UNSUPPORTED_SYMBOL,
                f"source_copy_mode of image {self.name} is CopyFileDetection.ALL: "
                "which files that takes depends on the machine",
                hint="use CopyFileDetection.LOADED_MODULES, or compile with --frontend flytekit",
            )
        if not self.source_root:
            raise self._unusable("source_copy_mode is set without source_root", "set source_root")
        if not Path(self.source_root).is_dir():
            raise self._unusable(f"source_root is {str(self.source_root)!r}, expected a folder that exists")
        return loaded_modules_digest(str(self.source_root))

    def _copy_digest(self) -> str:
        from flytec.authoring.image_sources import UnstableFolderError, files_digest

        try:
            return files_digest(self.copy or [])
        except UnstableFolderError as error:
            raise user_error(
                UNSUPPORTED_SYMBOL,
                f"copy of image {self.name} names {error.folder!r}, {error.reason}",
                hint="name its files and folders one by one, or compile with --frontend flytekit",
            ) from error
        except OSError as error:
            message = f"copy is {self.copy!r}, and {error.filename} cannot be read: {error.strerror}"
            raise self._unusable(message) from error
        except UnicodeEncodeError as error:
            message = f"copy is {self.copy!r}, and it holds a file whose name is not UTF-8: {error.object!a}"
            raise self._unusable(message, "rename the file") from error
        except TypeError as error:
            raise self._unusable(f"copy is {self.copy!r}, expected a list of paths") from error

    def _requirements_digest(self) -> str:
        try:
            return content_digest(Path(self.requirements))
        except (OSError, TypeError) as error:
            raise self._unusable(f"requirements is {self.requirements!r}, expected a file that exists") from error

    def _refuse_wrong_fields(self) -> None:
        if not isinstance(self.name, str):
            raise self._wrong(f"name is {self.name!r}, expected text")
        if self.registry and not (isinstance(self.registry, str) and is_registry(self.registry.lower())):
            raise self._wrong(f"registry is {self.registry!r}, expected HOST[:PORT][/PATH]")
        for field in LISTS_OF_TEXT:
            value = getattr(self, field)
            if value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
                raise self._wrong(f"{field} is {value!r}, expected a list of strings")
        mounts = self.pip_secret_mounts
        if mounts is not None and not (isinstance(mounts, list) and all(map(_is_mount, mounts))):
            raise self._wrong(f"pip_secret_mounts is {mounts!r}, expected a list of pairs of strings")
        if self.builder_options is not None and not isinstance(self.builder_options, dict):
            raise self._wrong(f"builder_options is {self.builder_options!r}, expected a dict")

    def _wrong(self, message: str, hint: str = "") -> UserError:
        return user_error(INVALID_DECLARATION, f"image {self.name}: {message}", at=caller_location(), hint=hint)

    def _unusable(self, message: str, hint: str = "") -> UserError:
        """A finding while the image is named, which is mostly at the task that runs in it."""
        return user_error(INVALID_DECLARATION, f"image {self.name}: {message}", hint=hint)


def _is_mount(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, str) for part in value)
