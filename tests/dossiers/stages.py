"""Dossiers at stages of the road, for what professionals read."""

from datetime import date, timedelta
from decimal import Decimal

from spoorboek.dossiers.acts import decisions, leave, milestones, sickness, steps
from spoorboek.dossiers.models import Dossier, Obligation, Route
from spoorboek.dossiers.stored_steps import STORED
from spoorboek.people.actor import Actor, acting_as
from tests.builders import Company, actor, days_ago

LEFT_OPEN = (
    "sickness-report",
    "shortened-waiting-period-application",
    "sanction-decision",
    "progress-evaluation",
    "second-track-start",
)


def stored_dates(dossier: Dossier) -> list[object]:
    """Every stored date of a dossier, for comparing; who calls acts as someone who may read them."""
    steps = Obligation.objects.filter(dossier=dossier).order_by("key", "ordinal")
    clocks = Route.objects.filter(dossier=dossier)
    return [
        *steps.values_list("key", "ordinal", *STORED),
        *clocks.values_list("wage_last_day", "wia_last_day", "ban_last_day", "steps", "rules_version"),
    ]


def done_until(manager: Actor, dossier: Dossier, day: date) -> None:
    """Every single step up to a day, done two days before it was due."""
    with acting_as(manager):
        rows = Obligation.objects.filter(dossier=dossier, applies=True).exclude(key__in=LEFT_OPEN)
        for row in sorted(rows, key=lambda one: one.statutory or one.practice or date.max):
            due = row.statutory or row.practice
            if due and due <= day:
                on = max(due - timedelta(days=2), dossier.first_sick_day)
                steps.mark_done(manager, dossier.pk, row.key, on, row.ordinal)


def halfway(company: Company) -> Dossier:
    """Eight months on the road: first steps done, 8 of 32 hours resumed, an early signal for the second track."""
    manager, dossier = actor(company.case_manager), company.dossier(days_ago(217))
    done_until(manager, dossier, days_ago(100))
    with acting_as(manager):
        sickness.record_partial_return(manager, dossier.pk, days_ago(90), Decimal(4))
        sickness.record_partial_return(manager, dossier.pk, days_ago(30), Decimal(8))
        milestones.record_milestone(manager, dossier.pk, "early-signal", days_ago(40))
    return dossier


def recovered(company: Company, days: int = 5) -> Dossier:
    """Fit for the agreed work since some days."""
    manager, dossier = actor(company.case_manager), company.dossier(days_ago(120))
    with acting_as(manager):
        sickness.report_recovery(manager, dossier.pk, days_ago(days))
    return dossier


def withdrawn(company: Company) -> Dossier:
    """Closed: the report was a mistake."""
    manager, dossier = actor(company.case_manager), company.dossier(days_ago(3))
    with acting_as(manager):
        sickness.withdraw_report(manager, dossier.pk)
    return dossier


def after_leave(company: Company, same_cause: str = "yes") -> Dossier:
    """Leave in the middle; the company doctor has said whether the sickness before and after it is the same."""
    manager, doctor = actor(company.case_manager), actor(company.doctor)
    dossier = company.dossier(days_ago(300))
    with acting_as(manager):
        leave.register_leave(manager, dossier.pk, days_ago(140), days_ago(28))
    with acting_as(doctor):
        row = dossier.leaves.get()
        leave.state_on_leave(doctor, dossier.pk, row.pk, same_cause, "no")
    return dossier


def sanctioned(company: Company) -> Dossier:
    """UWV made the wage duty 52 weeks longer."""
    manager, dossier = actor(company.case_manager), company.dossier(days_ago(760))
    with acting_as(manager):
        content = decisions.Content(decided_on=days_ago(80), weeks=52)
        decisions.record_decision(manager, dossier.pk, "sanction", content)
    return dossier
