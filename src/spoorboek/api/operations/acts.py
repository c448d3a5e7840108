"""What changes a dossier: each act of the dossiers' room as one POST. They check; nothing is decided here.

Every act answers with the dossier as it then stands.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from spoorboek.api import describe
from spoorboek.api.bearer import WRITES, here, reach
from spoorboek.api.operations.people import employment_here
from spoorboek.api.schemas import given as g
from spoorboek.api.schemas.base import Given
from spoorboek.api.schemas.told import DossierTold
from spoorboek.api.versions import checked
from spoorboek.api.words import summary as _
from spoorboek.dossiers.acts import contract, decisions, ending, leave, milestones, people, sickness, steps
from spoorboek.dossiers.models import Decision, Dossier

router = Router(tags=["acts"])
D = "/dossiers/{uuid:dossier_id}"
STEP = D + "/obligations/{slug:key}/{int:ordinal}"
OPTIONS: dict[str, Any] = {"auth": WRITES, "response": DossierTold}


def done(
    request: HttpRequest, dossier_id: uuid.UUID, given: Given, act: Callable[..., object], **values: Any
) -> DossierTold:
    """Do one act on a dossier this link reaches, in a savepoint, and tell how the dossier then stands."""
    reach(dossier_id)
    with transaction.atomic(), checked(request, given, values) as version:
        act(here(), dossier_id, **values, **version)
    return describe.dossier(reach(dossier_id).dossier)


@router.post(
    "/employments/{uuid:employment_id}/report-sick",
    auth=WRITES,
    response={200: DossierTold, 201: DossierTold},
    summary=_("Ziek melden"),
)
def report_sick(
    request: HttpRequest, employment_id: uuid.UUID, given: g.ReportSickGiven, response: HttpResponse
) -> Status[DossierTold]:
    """Opens a dossier (201). The same day twice, or a day that continues the last case, gives that dossier (200)."""
    employment_here(employment_id)
    known = set(Dossier.objects.filter(employment_id=employment_id).values_list("pk", flat=True))
    with transaction.atomic():
        made = sickness.report_sick(here(), employment_id, **given.model_dump())
    response["Location"] = f"/api/v1/dossiers/{made.pk}"
    new = made.pk not in known and made.version == 1
    return Status(201 if new else 200, describe.dossier(reach(made.pk).dossier))


@router.post(D + "/partial-return", **OPTIONS, summary=_("Uren doorgeven: weer deels aan het werk"))
def partial_return(request: HttpRequest, dossier_id: uuid.UUID, given: g.PartialReturnGiven) -> DossierTold:
    """Hours a week worked from a day on. It never stops a clock."""
    return done(
        request, dossier_id, given, sickness.record_partial_return, since=given.since, hours=given.hours
    )


@router.post(D + "/recovery", **OPTIONS, summary=_("Herstel melden"))
def recovery(request: HttpRequest, dossier_id: uuid.UUID, given: g.RecoveryGiven) -> DossierTold:
    """Fit for the agreed work. The dossier stays open four weeks, since sickness may continue the case."""
    return done(request, dossier_id, given, sickness.report_recovery, fit_from=given.fit_from)


@router.post(D + "/short-absence", **OPTIONS, summary=_("Een kort verzuim afsluiten"))
def short_absence(request: HttpRequest, dossier_id: uuid.UUID, given: g.RecoveryGiven) -> DossierTold:
    """Back after a few days: the same fact as a recovery, told as what it was."""
    return done(request, dossier_id, given, sickness.close_short_absence, fit_from=given.fit_from)


@router.post(D + "/sick-again", **OPTIONS, summary=_("Opnieuw ziek melden"))
def sick_again(request: HttpRequest, dossier_id: uuid.UUID, given: g.SickAgainGiven) -> DossierTold:
    """Within four weeks the same case goes on; else a new dossier opens, and that is the answer."""
    reach(dossier_id)
    with transaction.atomic(), checked(request, given, {"first_day": given.first_day}) as version:
        again = sickness.report_sick_again(here(), dossier_id, given.first_day, **version)
    return describe.dossier(reach(again.dossier.pk).dossier)


@router.post(D + "/withdraw", **OPTIONS, summary=_("Een ziekmelding intrekken"))
def withdraw(request: HttpRequest, dossier_id: uuid.UUID, given: g.NothingMore) -> DossierTold:
    """The report was a mistake: the dossier closes and says so; nothing is deleted."""
    return done(request, dossier_id, given, sickness.withdraw_report)


@router.post(D + "/leave", **OPTIONS, summary=_("Verlof vastleggen (WAZO)"))
def register_leave(request: HttpRequest, dossier_id: uuid.UUID, given: g.LeaveGiven) -> DossierTold:
    """Leave with benefit from its first to its last day. Only the company doctor says what it does to the case."""
    return done(
        request, dossier_id, given, leave.register_leave, starts=given.starts, last_day=given.last_day
    )


@router.post(D + "/contract-hours", **OPTIONS, summary=_("Nieuwe contracturen"))
def contract_hours(request: HttpRequest, dossier_id: uuid.UUID, given: g.ContractGiven) -> DossierTold:
    """Agreed hours a week from a day on."""
    return done(
        request, dossier_id, given, contract.change_contract_hours, since=given.since, hours=given.hours
    )


@router.post(D + "/decision", **OPTIONS, summary=_("Een besluit of verzoek vastleggen"))
def decision(request: HttpRequest, dossier_id: uuid.UUID, given: g.DecisionGiven) -> DossierTold:
    """Wage sanction, shortening request, voluntary extension, shortened waiting period."""
    content = decisions.Content(given.received_on, given.decided_on, given.weeks, given.granted)
    return done(
        request,
        dossier_id,
        given,
        decisions.record_decision,
        kind=Decision.Kind(given.kind),
        content=content,
    )


@router.post(D + "/milestone", **OPTIONS, summary=_("Een moment van de route vastleggen"))
def milestone(request: HttpRequest, dossier_id: uuid.UUID, given: g.MilestoneGiven) -> DossierTold:
    """Early signal, second track begun, UWV's letter, WIA application."""
    return done(request, dossier_id, given, milestones.record_milestone, key=given.key, done_on=given.done_on)


@router.post(D + "/end-of-employment", **OPTIONS, summary=_("Einde van het dienstverband"))
def end_of_employment(request: HttpRequest, dossier_id: uuid.UUID, given: g.LastDayGiven) -> DossierTold:
    """The employment ends on this last day; the dossier closes once UWV has been told."""
    return done(request, dossier_id, given, ending.end_employment, last_day=given.last_day)


@router.post(D + "/death", **OPTIONS, summary=_("Een overlijden melden"))
def death(request: HttpRequest, dossier_id: uuid.UUID, given: g.DeathGiven) -> DossierTold:
    """Everything stops: the dossier closes and nobody is reminded of anything."""
    return done(request, dossier_id, given, ending.report_death, died_on=given.died_on)


@router.post(D + "/reopen", **OPTIONS, summary=_("Een dossier weer openen"))
def reopen(request: HttpRequest, dossier_id: uuid.UUID, given: g.NothingMore) -> DossierTold:
    """The closing was a mistake. Cancelled appointments stay cancelled."""
    return done(request, dossier_id, given, ending.reopen_dossier)


@router.post(D + "/transfer", **OPTIONS, summary=_("Overdragen aan een andere casemanager"))
def transfer(request: HttpRequest, dossier_id: uuid.UUID, given: g.TransferGiven) -> DossierTold:
    """Whoever managed it loses access at once; planned talks go along."""
    seen = None if given.seen is None else frozenset(given.seen)
    return done(request, dossier_id, given, people.transfer, to=given.to, seen=seen)


@router.post(STEP + "/done", **OPTIONS, summary=_("Vastleggen dat een stap is gedaan"))
def mark_done(
    request: HttpRequest, dossier_id: uuid.UUID, key: str, ordinal: int, given: g.DoneGiven
) -> DossierTold:
    """The day on which it was done. Steps of a decision are refused: record the decision."""
    return done(request, dossier_id, given, steps.mark_done, key=key, ordinal=ordinal, done_on=given.done_on)


@router.post(STEP + "/correct-done", **OPTIONS, summary=_("De dag van een stap verbeteren"))
def correct_done(
    request: HttpRequest, dossier_id: uuid.UUID, key: str, ordinal: int, given: g.DoneCorrected
) -> DossierTold:
    """Another day, or null: it was not done. The old day stays in the journal."""
    return done(
        request,
        dossier_id,
        given,
        steps.correct_done,
        key=key,
        ordinal=ordinal,
        done_on=given.done_on,
        why=given.why,
    )


@router.post(STEP + "/agree", **OPTIONS, summary=_("Samen een andere datum afspreken"))
def agree(
    request: HttpRequest, dossier_id: uuid.UUID, key: str, ordinal: int, given: g.AgreedGiven
) -> DossierTold:
    """Only where the law allows it, with a reason from a list, and only when the employee wants it too."""
    return done(
        request,
        dossier_id,
        given,
        steps.agree_date,
        key=key,
        ordinal=ordinal,
        due=given.due,
        reason=given.reason,
        for_employer=given.for_employer,
        employee_agrees=given.employee_agrees,
    )
