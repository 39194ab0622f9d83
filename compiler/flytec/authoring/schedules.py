"""Schedules of launch plans: cron expressions and fixed rates."""

from __future__ import annotations

import datetime
import re
from enum import IntEnum
from typing import Any, Protocol, runtime_checkable

from flytec.authoring.arguments import takes
from flytec.authoring.cron import explain_cron_error
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass

_OFFSET = re.compile(r"([-+]?)P([-+0-9YMWD]+)?(T([-+0-9HMS.,]+)?)?")
_ALIASES = frozenset(
    {"hourly", "hours", "@hourly", "daily", "days", "@daily", "weekly", "weeks", "@weekly", "monthly", "months"}
    | {"@monthly", "annually", "@annually", "yearly", "years", "@yearly"}
)


class Schedule:
    """When a launch plan starts executions; `kickoff_time_input_arg` is the input that is given the time."""

    class FixedRateUnit(IntEnum):
        """The values are `flyteidl.admin.FixedRateUnit`."""

        MINUTE = 0
        HOUR = 1
        DAY = 2

    @dataclass
    class FixedRate:
        """Every `value` units."""

        value: int
        unit: int

    @dataclass
    class CronSchedule:
        """A cron expression or alias, shifted by an ISO 8601 duration."""

        schedule: str
        offset: str | None = None

    def __init__(
        self,
        kickoff_time_input_arg: str | None,
        cron_expression: str | None = None,
        rate: FixedRate | None = None,
        cron_schedule: CronSchedule | None = None,
    ) -> None:
        self.kickoff_time_input_arg = kickoff_time_input_arg
        self.cron_expression = cron_expression
        self.rate = rate
        self.cron_schedule = cron_schedule

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Schedule) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


@takes("CronSchedule", cron_expression=str, schedule=str, offset=str, kickoff_time_input_arg=str)
class CronSchedule(Schedule):
    """A schedule by cron expression or alias.

    Raises:
        UserError: FTC201 for an expression or offset that is malformed, and for the deprecated `cron_expression`.
    """

    def __init__(
        self,
        cron_expression: str | None = None,
        schedule: str | None = None,
        offset: str | None = None,
        kickoff_time_input_arg: str | None = None,
    ) -> None:
        if cron_expression:
            raise _invalid("cron_expression is given, which flytekit no longer takes", "pass it as schedule")
        if schedule is not None and schedule.lower() not in _ALIASES:
            problem = explain_cron_error(schedule)
            if problem:
                raise _invalid(f"schedule {schedule!r} is no cron expression: {problem}")
        if offset is not None and _OFFSET.fullmatch(offset) is None:
            raise _invalid(f"offset {offset!r} is no ISO 8601 duration")
        cron = None if schedule is None else Schedule.CronSchedule(schedule, offset)
        super().__init__(kickoff_time_input_arg, cron_schedule=cron)


@takes("FixedRate", "duration", duration=datetime.timedelta, kickoff_time_input_arg=str)
class FixedRate(Schedule):
    """A schedule by interval, in whole minutes.

    Raises:
        UserError: FTC201 for an interval that is no number of whole minutes.
    """

    def __init__(self, duration: datetime.timedelta, kickoff_time_input_arg: str | None = None) -> None:
        super().__init__(kickoff_time_input_arg, rate=_rate(duration))


def _rate(duration: datetime.timedelta) -> Schedule.FixedRate:
    if duration.microseconds or duration.seconds % 60:
        raise _invalid(f"the rate is {duration}, expected whole minutes")
    minutes = int(duration.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        return Schedule.FixedRate(minutes // (24 * 60), Schedule.FixedRateUnit.DAY)
    if minutes % 60 == 0:
        return Schedule.FixedRate(minutes // 60, Schedule.FixedRateUnit.HOUR)
    return Schedule.FixedRate(minutes, Schedule.FixedRateUnit.MINUTE)


@runtime_checkable
class LaunchPlanTriggerBase(Protocol):
    """What can be a launch plan's `trigger`: anything that answers with a message."""

    def to_flyte_idl(self, *args: Any, **kwargs: Any) -> Any:
        """The message, for the launch plan that is given."""


class OnSchedule(LaunchPlanTriggerBase):
    """A schedule as a trigger, which flytekit declares but does not serialize."""

    def __init__(self, schedule: CronSchedule | FixedRate) -> None:
        self.schedule = schedule


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)
