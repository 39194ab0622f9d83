"""Makes features, trains, and says how good the model is."""

from typing import NamedTuple

from flytekit import Cache, Resources, StructuredDataset, task
from flytekit.extras.accelerators import T4
from flytekit.types.file import JoblibSerializedFile

from demand_forecast.config import ModelConfig
from demand_forecast.extract import Sales, Weather


class Split(NamedTuple):
    """The two parts of the data."""

    train: StructuredDataset
    test: StructuredDataset


class Quality(NamedTuple):
    """How good a model is."""

    error: float
    good_enough: bool


@task(cache=Cache(version="3"), requests=Resources(cpu="2", mem="8Gi"), limits=Resources(cpu="4", mem="16Gi"))
def make_features(sales: Sales, weather: Weather, names: list[str]) -> StructuredDataset:
    """Joins sales with weather and adds one column for each named feature."""
    import pandas as pd

    joined = sales.open(pd.DataFrame).all().merge(weather.open(pd.DataFrame).all(), on="day")
    return StructuredDataset(dataframe=joined[["shop", "day", "units", *names]])


@task
def split(features: StructuredDataset, test_share: float = 0.2) -> Split:
    """Puts the newest rows aside for the test.

    Args:
        features: all rows
        test_share: which part of them is for the test
    """
    import pandas as pd

    rows = features.open(pd.DataFrame).all().sort_values("day")
    border = int(len(rows) * (1 - test_share))
    return Split(StructuredDataset(dataframe=rows[:border]), StructuredDataset(dataframe=rows[border:]))


@task(
    cache=Cache(version="7"),
    container_image="{{.image.trainer.fqn}}:{{.image.trainer.version}}",
    requests=Resources(cpu="4", mem="16Gi", gpu="1"),
    limits=Resources(cpu="8", mem="32Gi", gpu="1"),
    accelerator=T4,
    shared_memory="4Gi",
    environment={"OMP_NUM_THREADS": "8"},
    enable_deck=True,
)
def train(rows: StructuredDataset, config: ModelConfig) -> JoblibSerializedFile:
    """Trains the model and writes it to a file."""
    import joblib
    import lightgbm
    import pandas as pd

    frame = rows.open(pd.DataFrame).all()
    model = lightgbm.LGBMRegressor(n_estimators=config.trees, learning_rate=config.learning_rate)
    model.fit(frame[config.features], frame["units"])
    joblib.dump(model, "model.joblib")
    return JoblibSerializedFile("model.joblib")


@task(requests=Resources(cpu="1", mem="4Gi"))
def evaluate(model: JoblibSerializedFile, rows: StructuredDataset, threshold: float) -> Quality:
    """Compares the model's forecast with what was sold.

    Args:
        model: the trained model
        rows: rows that it has not seen
        threshold: the largest mean error that is accepted
    """
    import joblib
    import pandas as pd

    frame = rows.open(pd.DataFrame).all()
    features = frame.columns.drop(["shop", "day", "units"])
    error = float((joblib.load(model).predict(frame[features]) - frame["units"]).abs().mean())
    return Quality(error=error, good_enough=error <= threshold)
