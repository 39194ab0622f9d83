"""The settings of the checks: what the deployment allows, and how much each finding weighs where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from flytec.codes import Code, all_codes
from flytec.records import dataclass

EVERYWHERE = "**"
SERVER_DEFAULTS = "server-defaults"
Weight = Literal["ignore", "error", "warn"]
# Where two fit alike, the first one counts.
WEIGHTS: tuple[Weight, ...] = ("ignore", "error", "warn")

_QUANTITY = re.compile(r"\d+(\.\d+)?([numkMGTPE]|[KMGTPE]i)?")


def _known_code(pattern: str) -> str:
    """A code's number or name, or a pattern that fits some code."""
    if any(fits(pattern, code) for code in all_codes()):
        return pattern
    raise PydanticCustomError("unknown_code", "no such code")


def _quantity(text: str) -> str:
    if _QUANTITY.fullmatch(text):
        return text
    raise PydanticCustomError("quantity", "no quantity")


def _as_text(value: object) -> object:
    if type(value) not in (int, float, str):
        raise PydanticCustomError("quantity", "no quantity")
    return str(value)


def _anywhere(value: object) -> object:
    """A list of codes counts for every path."""
    return {EVERYWHERE: value} if isinstance(value, (list, tuple)) else value


def with_underscores(value: object) -> object:
    """The keys of a table as the settings are named: hyphens and underscores are alike, as at the top."""
    if not isinstance(value, Mapping):
        return value
    return {key.replace("-", "_") if isinstance(key, str) else key: each for key, each in value.items()}


def as_platform(value: object) -> object:
    """A name stands for the table of that name."""
    return {"preset": value} if isinstance(value, str) else with_underscores(value)


Count = Annotated[int, Field(strict=True, ge=0)]
Quantity = Annotated[str, BeforeValidator(_as_text), AfterValidator(_quantity)]
CodePattern = Annotated[str, AfterValidator(_known_code)]
Weighed = Annotated[Mapping[str, tuple[CodePattern, ...]], BeforeValidator(_anywhere)]
Text = Annotated[str, StringConstraints(min_length=1)]


class ResourceLimits(BaseModel):
    """`task_resources.limits` of the deployment: the most that a task may ask for, as Kubernetes quantities."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cpu: Quantity | None = None
    memory: Quantity | None = None
    gpu: Quantity | None = None
    storage: Quantity | None = None
    ephemeral_storage: Quantity | None = None


class PlatformSettings(BaseModel):
    """`[tool.flytec.platform]`: the limits of the deployment, where they are known.

    `preset` takes all limits that the server is compiled with, under those that are set. `node_limit` is
    `registration.maxWorkflowNodes` and `message_size` is `server.grpc.maxMessageSizeBytes`, both 0 for none;
    `task_types` are the types that the deployment takes and `domains` those that it has, not judged where empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    preset: Literal["server-defaults"] | None = None
    node_limit: Count | None = None
    message_size: Quantity | None = None
    workflow_size: Quantity | None = None
    task_types: tuple[Text, ...] = ()
    domains: tuple[Text, ...] = ()
    limits: Annotated[ResourceLimits, BeforeValidator(with_underscores)] = ResourceLimits()


class CheckSettings(BaseModel):
    """`[tool.flytec.check]`: the codes to ignore, to warn of and to take for errors, each by path.

    A path is a pattern as in a .gitignore, a code its number, its name, or a pattern such as `FTC3*`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ignore: Weighed = {}
    warn: Weighed = {}
    error: Weighed = {}

    def below(self, folder: Path) -> "CheckSettings":
        """The same with paths that count from `folder`, where they are written."""
        return self.model_copy(
            update={
                weight: {_anchored(path, folder): codes for path, codes in getattr(self, weight).items()}
                for weight in WEIGHTS
            }
        )

    def rules(self) -> Iterator["Rule"]:
        """All that is said about the weight of findings."""
        for weight in WEIGHTS:
            by_path: Mapping[str, Sequence[str]] = getattr(self, weight)
            for path, codes in by_path.items():
                yield from (Rule(code=code, path=path, weight=weight) for code in codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Findings of codes that `code` fits, in files that `path` fits, weigh so."""

    code: str
    path: str
    weight: Weight

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Orders rules: a path counts more than none, a code more than a pattern, then the order of `WEIGHTS`."""
        return (self.path == EVERYWHERE, "*" in self.code, WEIGHTS.index(self.weight))


def fits(pattern: str, code: Code) -> bool:
    """Whether a pattern names a code, by its number or its name."""
    return fnmatchcase(code.id, pattern) or fnmatchcase(code.slug, pattern)


def _anchored(path: str, folder: Path) -> str:
    """A pattern of .gitignore's kind that counts from `folder`, as one that counts from the root of the file system."""
    if path == EVERYWHERE:
        return path
    base = re.sub(r"([\\*?\[\]!#])", r"\\\1", folder.as_posix()).rstrip("/")
    inner = path.rstrip("/").lstrip("/")
    return f"{base}/{path.lstrip('/')}" if path.startswith("/") or "/" in inner else f"{base}/**/{path}"
