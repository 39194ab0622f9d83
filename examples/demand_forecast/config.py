"""What a forecast can be told."""

from dataclasses import dataclass, field
from enum import Enum


class Granularity(Enum):
    """How fine the forecast is."""

    HOURLY = "hourly"
    DAILY = "daily"


@dataclass
class ModelConfig:
    """Settings of the model."""

    trees: int = 400
    learning_rate: float = 0.05
    features: list[str] = field(default_factory=lambda: ["weekday", "holiday", "temperature"])


@dataclass
class ForecastConfig:
    """Settings of a whole run."""

    region: str
    horizon_days: int = 14
    granularity: Granularity = Granularity.DAILY
    model: ModelConfig = field(default_factory=ModelConfig)
