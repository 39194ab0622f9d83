"""The source trees that the suite compiles: every top-level module under `cases/TOPIC` is a case of its own.

A topic is a source root. Its optional `topic.yaml` gives options of the command line for all its cases, or, under
`cases`, for one of them; a case named there may list `packages` of its own, and then needs no module of its name.
Modules that are only imported by others stand under `not_alone`.

    env: [STAGE=production]
    not_alone: [src]
    cases:
      two_images:
        images: [ghcr.io/acme/flows:v1, gpu=ghcr.io/acme/gpu:v2]
      both:
        packages: [first, second]
        root: src
      together:
        packages: all  # every module of the topic in one run
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from differential.compare import Difference
from differential.oracle import DEFAULT_IMAGE, REPOSITORY, Job

HERE = Path(__file__).parent
EXAMPLES = REPOSITORY / "examples"
OPTIONS = "topic.yaml"
OTHERS = ("archive/", "package/")


@dataclass(frozen=True, slots=True)
class Case:
    """One compilation under a name, `TOPIC/CASE`."""

    name: str
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDifference:
    """A row of `known_differences.yaml`: where flytec differs from flytekit on purpose, and why."""

    case: str
    file: str
    field: str
    reason: str

    def covers(self, case: str, difference: Difference) -> bool:
        """Whether the row speaks of this difference; `case`, `file` and `field` may hold `*`."""
        field = self.field.replace("[", "[[]")
        return (
            fnmatchcase(case, self.case)
            and fnmatchcase(difference.file, self.file)
            and fnmatchcase(difference.field, field)
        )


def cases(folder: Path = HERE / "cases") -> list[Case]:
    """Every case under `folder`, in order of its name."""
    return [case for topic in sorted(folder.iterdir()) if topic.is_dir() for case in _topic(topic)]


def example() -> Case:
    """The project that `make demo` compiles."""
    images = (DEFAULT_IMAGE, "trainer=ghcr.io/acme/trainer:v1.2.3")
    return Case("examples/demand_forecast", Job(root=EXAMPLES, packages=("demand_forecast",), images=images))


def known_differences(command: str = "serialize") -> list[KnownDifference]:
    """The rows of `known_differences.yaml` about a command; cases of others than `serialize` begin with its name."""
    rows = [KnownDifference(**row) for row in _yaml(HERE / "known_differences.yaml") or ()]
    return [row for row in rows if command == (row.case.split("/")[0] if row.case.startswith(OTHERS) else "serialize")]


def modules(root: Path) -> list[str]:
    """The names that can be imported straight from `root`."""
    found = {path.relative_to(root).parts[0] for path in root.rglob("*.py")}
    return sorted(name.removesuffix(".py") for name in found)


def _topic(topic: Path) -> Iterator[Case]:
    options = dict(_yaml(topic / OPTIONS) or {}) if (topic / OPTIONS).exists() else {}
    own = options.pop("cases", {})
    alone = {*modules(topic)} - set(options.pop("not_alone", ()))
    for name in sorted(alone | own.keys()):
        row = {"packages": (name,)} | options | own.get(name, {})
        if row["packages"] == "all":
            row["packages"] = sorted(alone)
        yield Case(f"{topic.name}/{name}", _job(topic, row))


def _job(topic: Path, options: Mapping[str, Any]) -> Job:
    return Job(
        root=topic / options.get("root", "."),
        packages=tuple(options["packages"]),
        images=tuple(options.get("images", (DEFAULT_IMAGE,))),
        env=tuple(options.get("env", ())),
        config=options.get("config"),
        in_container_root=options.get("in_container_root"),
    )


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text())
