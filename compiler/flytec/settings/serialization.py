"""The settings of one serialization, with flytekit's fields, methods and wire form."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, ValidationInfo, WrapValidator, model_validator
from pydantic.dataclasses import dataclass

from flytec.codes import INVALID_SETTING, INVALID_TRANSPORT
from flytec.diagnostics import CannotRunError, UserError, cannot_run
from flytec.settings import transport
from flytec.settings.images import DEFAULT_IMAGE_NAME, Image, ImageConfig
from flytec.settings.resources import ResourceSpec
from flytec.settings.validation import MUTABLE_CONFIG, infer_missing, null_passes, reporting
from flytec.settings.wire import WireForm

DEFAULT_RUNTIME_PYTHON_INTERPRETER = "/opt/venv/bin/python3"
DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC = "bin/entrypoint.py"
SERIALIZED_CONTEXT_ENV_VAR = "_F_SS_C"


@reporting
@dataclass(config=MUTABLE_CONFIG)
class EntrypointSettings(WireForm):
    """Where the program lies that starts a task in its container."""

    path: str | None = None


@reporting
@dataclass(config=MUTABLE_CONFIG)
class FastSerializationSettings(WireForm):
    """Whether a source archive brings the user's code: where it is (`distribution_location`), and where it goes."""

    enabled: bool = False
    destination_dir: str | None = None
    distribution_location: str | None = None


def _resource_spec(value: object, info: ValidationInfo) -> object:
    """Read resources from the wire form, which has a context; a constructor takes none but ready ones."""
    if info.context is None or not isinstance(value, Mapping):
        return value
    try:
        return ResourceSpec.from_dict(value)
    except UserError as error:
        message = "; ".join(finding.message for finding in error.findings)
        raise cannot_run(INVALID_SETTING, f"default_resources: {message}", hint="Correct default_resources.") from None


@reporting
@dataclass(config=MUTABLE_CONFIG)
class SerializationSettings(WireForm):
    """What entities are serialized with: identity, images, environment, and the layout of the container.

    `flytekit_virtualenv_root` follows from `python_interpreter` unless it is given. `image_config` and
    `python_interpreter` take None as well, for flytekit's sake: its `serialize_all` passes no interpreter, and its wire
    form has null for both. A wrong value raises CannotRunError FTC601, also when it is assigned later.
    """

    image_config: Annotated[ImageConfig, WrapValidator(null_passes)]
    project: str | None = None
    domain: str | None = None
    version: str | None = None
    env: dict[str, InstanceOf[str]] | None = None
    default_resources: Annotated[InstanceOf[ResourceSpec], BeforeValidator(_resource_spec)] | None = None
    git_repo: str | None = None
    python_interpreter: Annotated[str, WrapValidator(null_passes)] = DEFAULT_RUNTIME_PYTHON_INTERPRETER
    flytekit_virtualenv_root: str | None = None
    fast_serialization_settings: FastSerializationSettings | None = None
    source_root: str | None = None

    _infer_missing = model_validator(mode="before")(infer_missing)

    def __post_init__(self) -> None:
        if self.flytekit_virtualenv_root is None:
            self.flytekit_virtualenv_root = self.venv_root_from_interpreter(self.python_interpreter)

    @property
    def entrypoint_settings(self) -> EntrypointSettings:
        """Where the container's entrypoint lies, by its interpreter. Raises FTC601 when there is no interpreter."""
        return self.default_entrypoint_settings(self.python_interpreter)

    @property
    def serialized_context(self) -> str:
        """The transport form of these settings, or what `env` carries already under SERIALIZED_CONTEXT_ENV_VAR."""
        if self.env and SERIALIZED_CONTEXT_ENV_VAR in self.env:
            return self.env[SERIALIZED_CONTEXT_ENV_VAR]
        return transport.pack(self.to_json())

    @classmethod
    def from_transport(cls, s: str) -> "SerializationSettings":
        """The settings in a transport string. Raises CannotRunError FTC602 for anything else, and for a huge one."""
        text = transport.unpack(s)
        try:
            return cls.from_json(text)
        except CannotRunError as error:
            reasons = "; ".join(finding.message for finding in error.findings)
            raise cannot_run(
                INVALID_TRANSPORT,
                f"serialized context: {reasons}",
                hint="Pass the value of serialized_context unchanged.",
            ) from None

    @classmethod
    def for_image(
        cls,
        image: str,
        version: str,
        project: str = "",
        domain: str = "",
        python_interpreter_path: str = DEFAULT_RUNTIME_PYTHON_INTERPRETER,
    ) -> "SerializationSettings":
        """Settings with one image, the default one. Raises FTC603 when the reference has no version."""
        return SerializationSettings(
            image_config=ImageConfig(default_image=Image.look_up_image_info(DEFAULT_IMAGE_NAME, image)),
            project=project,
            domain=domain,
            version=version,
            python_interpreter=python_interpreter_path,
            flytekit_virtualenv_root=cls.venv_root_from_interpreter(python_interpreter_path),
        )

    @staticmethod
    def venv_root_from_interpreter(interpreter_path: str) -> str:
        """The folder two levels up: `/opt/venv/bin/python3` is in `/opt/venv`. Paths in a container are POSIX paths.

        Raises CannotRunError FTC601 when it is no string.
        """
        if not isinstance(interpreter_path, str):
            raise cannot_run(
                INVALID_SETTING,
                f"python_interpreter is {interpreter_path!r}, expected the path of the interpreter in the container",
                hint="Give python_interpreter.",
            )
        return posixpath.dirname(posixpath.dirname(interpreter_path))

    @staticmethod
    def default_entrypoint_settings(interpreter_path: str) -> EntrypointSettings:
        """The entrypoint in the virtual environment of that interpreter. Raises FTC601 when it is no string."""
        root = SerializationSettings.venv_root_from_interpreter(interpreter_path)
        return EntrypointSettings(path=posixpath.join(root, DEFAULT_FLYTEKIT_ENTRYPOINT_FILELOC))

    def new_builder(self) -> "SerializationSettings.Builder":
        """A builder that starts from these settings; its `env` is a copy."""
        return SerializationSettings.Builder(
            project=self.project,
            domain=self.domain,
            version=self.version,
            image_config=self.image_config,
            env=self.env.copy() if self.env else None,
            default_resources=self.default_resources,
            git_repo=self.git_repo,
            flytekit_virtualenv_root=self.flytekit_virtualenv_root,
            python_interpreter=self.python_interpreter,
            fast_serialization_settings=self.fast_serialization_settings,
            source_root=self.source_root,
        )

    def should_fast_serialize(self) -> bool:
        """Whether a source archive brings the user's code."""
        return self.fast_serialization_settings is not None and self.fast_serialization_settings.enabled

    def with_serialized_context(self) -> "SerializationSettings":
        """Settings whose `env` carries the transport form of these; these themselves when it does already."""
        if self.env and SERIALIZED_CONTEXT_ENV_VAR in self.env:
            return self
        builder = self.new_builder()
        builder.env = {**(builder.env or {}), SERIALIZED_CONTEXT_ENV_VAR: self.serialized_context}
        return builder.build()

    @plain_dataclass
    class Builder:
        """Settings in the making: assign what should differ, then `build`."""

        project: str | None
        domain: str | None
        version: str | None
        image_config: ImageConfig
        env: dict[str, str] | None = None
        default_resources: ResourceSpec | None = None
        git_repo: str | None = None
        flytekit_virtualenv_root: str | None = None
        python_interpreter: str | None = None
        fast_serialization_settings: FastSerializationSettings | None = None
        source_root: str | None = None

        def with_fast_serialization_settings(self, fss: FastSerializationSettings) -> "SerializationSettings.Builder":
            """Set how the code travels; returns the builder itself."""
            self.fast_serialization_settings = fss
            return self

        def build(self) -> "SerializationSettings":
            """The settings. Raises CannotRunError FTC601 for a wrong value."""
            return SerializationSettings(
                project=self.project,
                domain=self.domain,
                version=self.version,
                image_config=self.image_config,
                env=self.env,
                default_resources=self.default_resources,
                git_repo=self.git_repo,
                flytekit_virtualenv_root=self.flytekit_virtualenv_root,
                python_interpreter=self.python_interpreter,  # type: ignore[arg-type]  # None is taken, see the class
                fast_serialization_settings=self.fast_serialization_settings,
                source_root=self.source_root,
            )
