"""Dataclasses that hold files, directories and datasets."""

from dataclasses import dataclass
from typing import Dict, List, Optional

from flytekit import StructuredDataset, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile
from flytekit.types.structured import StructuredDataset as SameDataset


@dataclass
class Inputs:
    raw: FlyteFile
    folder: FlyteDirectory
    table: StructuredDataset
    many: List[FlyteFile]
    named: Dict[str, FlyteFile]
    maybe: Optional[FlyteFile] = None


@dataclass
class Holder:
    inputs: Inputs
    same: SameDataset


@task
def make() -> Holder:
    return Holder(inputs=None, same=None)


@task
def use(f: FlyteFile, d: FlyteDirectory) -> None: ...


@task
def whole(h: Holder) -> Inputs:
    return h.inputs


@workflow
def wf() -> Inputs:
    h = make()
    use(f=h.inputs.raw, d=h.inputs.folder)
    return whole(h=h)
