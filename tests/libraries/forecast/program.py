"""Everything that a data team imports: none of it is needed to compile."""

import os
from dataclasses import dataclass
from typing import Annotated, Dict, List, NamedTuple, Optional, Tuple

import mlflow
import mlflow.sklearn
import numpy as np
import pandas as pd
import pyspark.sql.functions as F
import torch
import torch.nn as nn
import transformers
import xgboost as xgb
from acme_features import DAILY, Window, traced
from acme_features.store import FeatureStore
from airflow.utils.trigger_rule import TriggerRule
from flytekit import HashMethod, LaunchPlan, Resources, conditional, dynamic, kwtypes, map_task, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile
from flytekitplugins.spark import Spark
from pyspark.sql import DataFrame as SparkFrame
from pyspark.sql import SparkSession
from sklearn.linear_model import LogisticRegression
from torch.utils.data import DataLoader, Dataset
from transformers import AutoTokenizer, PreTrainedModel

import tensorflow as tf  # isort: skip - behind torch and transformers, which else end the process

try:
    import tensorflow_probability as tfp
except ImportError:
    tfp = None

STORE = FeatureStore("features", window=DAILY)
WEEKLY = Window(days=7)
DTYPE, RULE = torch.float32, TriggerRule.ALL_DONE
LOSSES = {"mse": nn.MSELoss, "l1": nn.L1Loss}
Columns = Annotated[pd.DataFrame, kwtypes(day=str, sold=np.int64, price=np.float32)]


class Sales(Dataset):
    """Rows as tensors."""

    def __init__(self, rows: pd.DataFrame) -> None:
        super().__init__()
        self.rows = rows

    def __getitem__(self, index: int) -> torch.Tensor:
        return torch.tensor(self.rows.iloc[index].to_numpy(), dtype=DTYPE)


class Net(nn.Module):
    """A model of our own."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(3, width), nn.ReLU(), nn.Linear(width, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x)


@dataclass
class Settings:
    """What training is told."""

    epochs: int = 3
    loss: str = "mse"
    seed: Optional[int] = None


class Split(NamedTuple):
    """Two parts of the rows."""

    train: Columns
    test: pd.DataFrame


@traced
def batches(rows: pd.DataFrame) -> DataLoader:
    return DataLoader(Sales(rows), batch_size=16)


@task(task_config=Spark(spark_conf={"spark.executor.instances": "2"}), cache=True, cache_version="1")
def extract(days: int = 7) -> SparkFrame:
    """Reads the features of some days.

    Args:
        days: how many.
    """
    session = SparkSession.builder.getOrCreate()
    return session.createDataFrame(STORE.rows(days)).withColumn("day", F.current_date())


@task(requests=Resources(cpu="2", mem="4Gi"))
def split(rows: pd.DataFrame, share: float = 0.8) -> Split:
    cut = int(len(rows) * share)
    return Split(rows[:cut], rows[cut:])


@task
def hashed() -> Annotated[pd.DataFrame, HashMethod(lambda frame: "fixed")]:
    return pd.DataFrame()


@task(requests=Resources(gpu="1"), environment={"TOKENIZERS_PARALLELISM": "false"})
def train(rows: Columns, settings: Settings) -> Tuple[nn.Module, torch.Tensor]:
    with mlflow.start_run():
        model = Net()
        loss = LOSSES[settings.loss]()
        for batch in batches(rows):
            loss(model(batch), batch).backward()
    return model, torch.zeros(1)


@task
def own(width: int) -> Net:
    return Net(width)


@task
def boost(rows: pd.DataFrame, table: np.ndarray) -> xgb.XGBRegressor:
    return xgb.XGBRegressor().fit(rows, table)


@task
def classify(rows: pd.DataFrame, weights: Dict[str, List[float]]) -> LogisticRegression:
    return LogisticRegression(class_weight=weights)


@task
def keras(rows: List[pd.DataFrame]) -> Optional[tf.keras.Model]:
    return tf.keras.Sequential()


@task
def embed(texts: List[str], folder: FlyteDirectory) -> torch.Tensor:
    tokenizer = AutoTokenizer.from_pretrained(os.fspath(folder))
    model: PreTrainedModel = transformers.AutoModel.from_pretrained(os.fspath(folder))
    return model(**tokenizer(texts, return_tensors="pt")).last_hidden_state


@task
def report(model: nn.Module, scores: List[float], file: Optional[FlyteFile] = None) -> float:
    mlflow.sklearn.log_model(model, "model")
    return sum(scores)


@task
def score(index: int, model: nn.Module) -> float:
    return float(index)


@dynamic
def sweep(rows: pd.DataFrame, widths: List[int]) -> List[nn.Module]:
    return [train(rows=rows, settings=Settings(epochs=width))[0] for width in widths]


@workflow
def forecast(days: int = 30, texts: List[str] = ["a"]) -> float:
    rows = extract(days=days)
    parts = split(rows=rows)
    model, _ = train(rows=parts.train, settings=Settings(seed=3))
    other = own(width=16)
    keras(rows=[parts.train, parts.test])
    hashed()
    sweep(rows=parts.test, widths=[4, 8])
    scores = map_task(score)(index=[1, 2], model=[model, other])
    return (
        conditional("long")
        .if_(days > 7)
        .then(report(model=model, scores=scores))
        .else_()
        .then(report(model=other, scores=scores))
    )


monthly = LaunchPlan.get_or_create(forecast, "monthly", fixed_inputs={"days": 31})
