"""When and for whom forecasts are made."""

from datetime import datetime, timedelta

from flytekit import CronSchedule, Email, FixedRate, Labels, LaunchPlan, Slack, WorkflowExecutionPhase

from demand_forecast.config import ForecastConfig, Granularity, ModelConfig
from demand_forecast.workflows import forecast

nightly_north = LaunchPlan.get_or_create(
    forecast,
    name="forecast_nightly_north",
    fixed_inputs={"config": ForecastConfig(region="eu-north")},
    schedule=CronSchedule(schedule="30 2 * * *", kickoff_time_input_arg="kickoff"),
    notifications=[
        Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=["forecast@example.org"]),
        Slack(phases=[WorkflowExecutionPhase.SUCCEEDED], recipients_email=["shops@example.org"]),
    ],
    labels=Labels({"team": "demand", "region": "eu-north"}),
    max_parallelism=8,
)

hourly_south = LaunchPlan.get_or_create(
    forecast,
    name="forecast_hourly_south",
    fixed_inputs={
        "config": ForecastConfig(
            region="eu-south",
            horizon_days=2,
            granularity=Granularity.HOURLY,
            model=ModelConfig(trees=100, learning_rate=0.1, features=["weekday", "hour"]),
        )
    },
    schedule=FixedRate(duration=timedelta(hours=1), kickoff_time_input_arg="kickoff"),
)

backfill = LaunchPlan.get_or_create(
    forecast,
    name="forecast_backfill",
    default_inputs={"kickoff": datetime(2024, 1, 1), "config": ForecastConfig(region="eu-north", horizon_days=365)},
    overwrite_cache=True,
)
