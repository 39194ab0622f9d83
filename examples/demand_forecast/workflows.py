"""How the steps hang together."""

from datetime import datetime
from typing import NamedTuple

from flytekit import Resources, WorkflowFailurePolicy, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import JoblibSerializedFile

from demand_forecast.config import ForecastConfig, ModelConfig
from demand_forecast.extract import Sales, Weather, read_sales, read_weather
from demand_forecast.modelling import evaluate, make_features, split, train
from demand_forecast.publishing import clean_up, publish


class Trained(NamedTuple):
    """A model and its quality."""

    model: JoblibSerializedFile
    error: float
    good_enough: bool


@workflow
def train_and_evaluate(sales: Sales, weather: Weather, config: ModelConfig, threshold: float = 12.5) -> Trained:
    """Trains one model and measures it.

    Args:
        sales: what was sold
        weather: the weather on those days
        config: settings of the model
        threshold: the largest mean error that is accepted
    """
    features = make_features(sales=sales, weather=weather, names=config.features)
    parts = split(features=features)
    model = train(rows=parts.train, config=config).with_overrides(requests=Resources(cpu="6", mem="24Gi", gpu="1"))
    quality = evaluate(model=model, rows=parts.test, threshold=threshold)
    return Trained(model=model, error=quality.error, good_enough=quality.good_enough)


@workflow(failure_policy=WorkflowFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE)
def forecast(kickoff: datetime, config: ForecastConfig) -> tuple[FlyteDirectory, float]:
    """Forecasts the demand of one region.

    Reads sales and weather, trains a model on them, and publishes what it says.

    Args:
        kickoff: when the run was started
        config: settings of the run

    Returns:
        The published folder, and the model's mean error.
    """
    sales = read_sales(region=config.region, until=kickoff)
    weather = read_weather(region=config.region, days=config.horizon_days).with_overrides(node_name="weather")
    trained = train_and_evaluate(sales=sales, weather=weather, config=config.model)
    published = publish(model=trained.model, config=config, good_enough=trained.good_enough)
    cleaned = clean_up(config=config)
    published >> cleaned
    return published, trained.error
