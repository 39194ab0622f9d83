"""Cron expressions, aliases and fixed rates."""

from datetime import timedelta

from flows import no_inputs, scaling, stamping
from flytekit import CronSchedule, FixedRate, LaunchPlan
from flytekit.core.schedule import CronSchedule as SameCron

every_ten_minutes = LaunchPlan.create("ten", no_inputs, schedule=CronSchedule(schedule="*/10 * * * *"))
alias = LaunchPlan.create("alias", no_inputs, schedule=CronSchedule(schedule="daily"))
at_alias = LaunchPlan.create("at_alias", no_inputs, schedule=CronSchedule(schedule="@weekly"))
with_offset = LaunchPlan.create(
    "with_offset", no_inputs, schedule=CronSchedule(schedule="0 0 * * MON-FRI", offset="PT1H")
)
kickoff = LaunchPlan.create(
    "kickoff",
    stamping,
    fixed_inputs={"tags": ["nightly"]},
    schedule=SameCron(schedule="0 3 * * *", kickoff_time_input_arg="at"),
)
minutes = LaunchPlan.create("minutes", no_inputs, schedule=FixedRate(duration=timedelta(minutes=10)))
ninety = LaunchPlan.create("ninety", no_inputs, schedule=FixedRate(duration=timedelta(minutes=90)))
hours = LaunchPlan.create("hours", no_inputs, schedule=FixedRate(duration=timedelta(hours=36)))
days = LaunchPlan.create("days", no_inputs, schedule=FixedRate(timedelta(days=2)))
rate_kickoff = LaunchPlan.create(
    "rate_kickoff", stamping, schedule=FixedRate(duration=timedelta(days=1), kickoff_time_input_arg="at")
)
in_full = LaunchPlan.get_or_create(
    scaling, "in_full", fixed_inputs={"n": 3}, schedule=CronSchedule(schedule="@hourly"), auto_activate=True
)
