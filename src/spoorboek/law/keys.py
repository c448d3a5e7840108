"""Stable keys of the law library: what others store and link to. A key is never renamed."""

from typing import Literal, get_args

ObligationKey = Literal[
    "sickness-report",
    "occupational-service-report",
    "uwv-report-4-days",
    "uwv-report-6-weeks",
    "uwv-report-own-risk-bearer",
    "problem-analysis",
    "plan-of-action",
    "case-manager",
    "ziektewet-after-ww",
    "progress-evaluation",
    "uwv-review",
    "report-42-weeks",
    "zw-assessment",
    "first-year-evaluation",
    "second-track-start",
    "shortened-waiting-period-application",
    "uwv-letter",
    "final-evaluation",
    "riv-to-employee",
    "wia-application",
    "sanction-decision",
    "bekorting-decision",
    "report-end-of-employment",
    "recovery-report",
    "recovery-report-to-uwv",
]
KEYS: tuple[str, ...] = get_args(ObligationKey)
ClockKey = Literal["wage", "wia", "dismissal_ban"]
CLOCK_KEYS: tuple[ClockKey, ...] = get_args(ClockKey)
