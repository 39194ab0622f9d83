"""Machine learning in one file: search, training, model choice, batch prediction."""

import typing
from dataclasses import dataclass, field
from typing import Annotated, Dict, List, NamedTuple, Optional, Tuple

import numpy as np
import pandas as pd
from flytekit import HashMethod, LaunchPlan, Resources, StructuredDataset, kwtypes, task, workflow
from flytekit.extras.accelerators import A100
from flytekit.types.file import FlyteFile

ModelFile = FlyteFile[typing.TypeVar("pt")]
Features = Annotated[pd.DataFrame, kwtypes(x1=float, x2=float, y=int)]


def hash_of(frame: pd.DataFrame) -> str:
    return str(len(frame))


@dataclass
class Optimizer:
    name: str = "adam"
    rate: float = 1e-3
    betas: List[float] = field(default_factory=lambda: [0.9, 0.999])


@dataclass
class Hyper:
    epochs: int = 10
    layers: List[int] = field(default_factory=lambda: [64, 32])
    optimizer: Optimizer = field(default_factory=Optimizer)
    dropout: Optional[float] = None


class Fit(NamedTuple):
    model: ModelFile
    metrics: Dict[str, float]
    history: List[List[float]]


@task(cache=True, cache_version="1")
def load(seed: int = 42) -> Annotated[pd.DataFrame, HashMethod(hash_of)]:
    return pd.DataFrame()


@task(requests=Resources(mem="1Gi"))
def split(frame: pd.DataFrame, share: float) -> Tuple[Features, Features]:
    return frame, frame


@task(requests=Resources(cpu="4", gpu="1"), limits=Resources(gpu="1"), accelerator=A100.partition_2g_10gb, retries=1)
def fit(data: Features, hyper: Hyper, start_from: Optional[ModelFile] = None) -> Fit:
    return Fit(model=ModelFile("m.pt"), metrics={}, history=[])


@task
def best(metrics: List[Dict[str, float]], key: str = "loss") -> int:
    return 0


@task
def choose(models: List[ModelFile], index: int) -> ModelFile:
    return models[index]


@task
def predict(model: ModelFile, data: Features, batch: np.ndarray) -> StructuredDataset:
    return StructuredDataset(dataframe=data)


@task
def embed(data: Features) -> np.ndarray:
    return np.zeros(3)


SEARCH = [Hyper(epochs=5), Hyper(layers=[8], optimizer=Optimizer("sgd", 0.1)), Hyper(dropout=0.5)]


@workflow
def search(data: Features, base: Hyper = Hyper()) -> ModelFile:
    """Fits several models and keeps the best.

    Args:
        data: training rows
        base: where the search starts

    Returns:
        the best model
    """
    fits = [fit(data=data, hyper=hyper) for hyper in SEARCH]
    again = fit(data=data, hyper=base, start_from=fits[0].model)
    index = best(metrics=[f.metrics for f in fits] + [again.metrics])
    return choose(models=[f.model for f in [*fits, again]], index=index)


@workflow
def pipeline(seed: int = 7, share: float = 0.8) -> Tuple[StructuredDataset, ModelFile]:
    train, test = split(frame=load(seed=seed), share=share)
    model = search(data=train)
    return predict(model=model, data=test, batch=embed(data=test)), model


weekly = LaunchPlan.get_or_create(pipeline, name="weekly_training", fixed_inputs={"share": 0.9})


@workflow
def everything() -> ModelFile:
    _, model = weekly(seed=1)
    return model


if __name__ == "__main__":
    print(pipeline(seed=1))
