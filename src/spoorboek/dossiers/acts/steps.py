"""Acts about steps of the road: done on a day, not done after all, and another date agreed together."""

import uuid
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.models import Agreement, Dossier, Milestone, Obligation
from spoorboek.dossiers.projection import step_now
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.rules import rule_of
from spoorboek.dossiers.shown import ROLE_OF_WHO, main_day, short_day
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)
DOES_STEPS = (*EMPLOYERS_SIDE, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH, Role.CLIENT)
BY_NAME = {"problem-analysis": (Role.COMPANY_DOCTOR, Role.CASE_MANAGER)}
"""The analysis is the company doctor's; the case manager may record its date, the supervisor has no part in it."""
EVALUATION = "progress-evaluation"
DECIDED_ELSEWHERE = ("sanction-decision", "bekorting-decision", "shortened-waiting-period-application")
"""These follow from a decision with more in it than a date: see the acts on decisions."""


class WhyCorrected(TextChoices):
    """Why a date that was recorded is corrected."""

    TYPING = "typing", gettext_lazy("verkeerd getypt")
    WRONG_STEP = "wrong_step", gettext_lazy("bij de verkeerde stap gezet")
    NOT_HAPPENED = "not_happened", gettext_lazy("het ging niet door")
    BETTER_KNOWN = "better_known", gettext_lazy("later bleek een andere datum")


def who_may_do(row: Obligation) -> tuple[Role, ...]:
    """The roles whose move it is. The case manager records any date; the client only what is theirs alone."""
    named = rule_of(row).who
    if row.key in BY_NAME:
        return BY_NAME[row.key]
    known = [
        role for name in named for role in ROLE_OF_WHO.get(name, (Role(name),) if name in set(Role) else ())
    ]
    if named != ("client",):
        known = [role for role in known if role is not Role.CLIENT]
    return tuple(dict.fromkeys([*known, Role.CASE_MANAGER]))


def step_in(dossier: Dossier, key: str, ordinal: int) -> Obligation:
    """The stored step; one that is not on this road is refused."""
    row = step_now(dossier, key, ordinal)
    if row is None or not row.applies:
        raise Refused(
            _("Deze stap staat niet (meer) op de route. Ga terug naar het dossier en kijk wat er nu staat.")
        )
    return row


def check_may_do(work: Work, row: Obligation) -> None:
    if work.role not in who_may_do(row):
        raise NotYours(_("Deze stap is niet aan jou. Vraag de casemanager om de datum vast te leggen."))


def check_done_on(dossier: Dossier, done_on: date) -> None:
    if done_on > clock.today():
        raise Refused(
            _("Deze dag moet nog komen. Vul de dag in waarop het is gedaan, of wacht tot het zover is."),
            "done_on",
        )
    if done_on < dossier.first_sick_day:
        raise Refused(
            _("Deze dag ligt voor de eerste ziektedag (%(day)s). Kijk of de datum klopt.")
            % {"day": short_day(dossier.first_sick_day)},
            "done_on",
        )


def recorded(dossier: Dossier, key: str, ordinal: int) -> Milestone | None:
    """The recorded date of a step. Evaluations count in order of their day, not of their number."""
    if key == EVALUATION:
        held = list(dossier.milestones.filter(key=key).order_by("done_on"))
        return held[ordinal] if ordinal < len(held) else None
    return dossier.milestones.filter(key=key, ordinal=ordinal).first()


def as_it_stands(key: str, ordinal: int) -> Any:
    """What a stale form is compared with."""

    def current(dossier: Dossier) -> dict[str, Any]:
        known = recorded(dossier, key, ordinal)
        return {"done_on": known.done_on if known else None}

    return current


def mark_done(
    actor: Actor, dossier_id: uuid.UUID, key: str, done_on: date, ordinal: int = 0, version: int | None = None
) -> None:
    """A step was done on a day. The same day twice does no harm; another day is a correction, with a reason."""
    with entered(
        actor, dossier_id, "mark_done", roles=DOES_STEPS, version=version, current=as_it_stands(key, ordinal)
    ) as work:
        row = step_in(work.dossier, key, ordinal)
        check_may_do(work, row)
        if key in DECIDED_ELSEWHERE:
            raise Refused(
                _(
                    "Hier hoort een besluit bij. Leg dat vast bij de feiten van het dossier. De datum volgt dan."
                )
            )
        check_done_on(work.dossier, done_on)
        if recorded(work.dossier, key, ordinal):
            raise Refused(
                _("Hier staat al een datum. Klopt die niet? Kies dan “datum verbeteren”."), "done_on"
            )
        write(work.dossier, key, free_ordinal(work.dossier, key, ordinal, done_on), done_on)
        work.said(step=key, ordinal=ordinal, done_on=done_on)


def free_ordinal(dossier: Dossier, key: str, ordinal: int, done_on: date) -> int:
    """The number to record under: for evaluations the next free one, one evaluation a day."""
    if key != EVALUATION:
        return ordinal
    held = dossier.milestones.filter(key=key)
    if held.filter(done_on=done_on).exists():
        raise Refused(_("Op deze dag staat al een voortgangsgesprek. Kies een andere dag."), "done_on")
    last = held.order_by("-ordinal").first()
    return last.ordinal + 1 if last else 0


def write(dossier: Dossier, key: str, ordinal: int, done_on: date) -> None:
    """The client's own step is written by the registrar: a client has no other hand in the process layer."""
    with acting_as(Actor(system=System.REGISTRAR)):
        Milestone.objects.create(dossier=dossier, key=key, ordinal=ordinal, done_on=done_on)


def correct_done(
    actor: Actor,
    dossier_id: uuid.UUID,
    key: str,
    done_on: date | None,
    why: str,
    ordinal: int = 0,
    version: int | None = None,
) -> None:
    """Correct the day a step was done, or (`None`) say that it was not done. The old day stays in the journal."""
    with entered(
        actor,
        dossier_id,
        "correct_done",
        roles=DOES_STEPS,
        version=version,
        current=as_it_stands(key, ordinal),
    ) as work:
        row = step_in(work.dossier, key, ordinal)
        check_may_do(work, row)
        if why not in WhyCorrected.values:
            raise Refused(_("Kies waarom de datum verandert."), "why")
        known = recorded(work.dossier, key, ordinal)
        if known is None:
            raise Refused(_("Bij deze stap staat geen datum meer. Er is niets veranderd."))
        if done_on:
            check_done_on(work.dossier, done_on)
        rewrite(known, done_on)
        work.said(step=key, ordinal=ordinal, why=why)
        work.changed("done_on", known.done_on, done_on)


def rewrite(known: Milestone, done_on: date | None) -> None:
    with acting_as(Actor(system=System.REGISTRAR)):
        rows = Milestone.objects.filter(pk=known.pk)
        if done_on:
            rows.update(done_on=done_on)
        else:
            rows.delete()


def agree_date(
    actor: Actor,
    dossier_id: uuid.UUID,
    key: str,
    due: date,
    reason: str,
    for_employer: uuid.UUID,
    *,
    employee_agrees: bool,
    ordinal: int = 0,
    version: int | None = None,
) -> None:
    """Employer and employee agree on another date together, with a reason (RP art. 5; vangnet RPV art. 6).

    Only where the law's rule allows it. Both parties are named: `for_employer` and the employee of the dossier.
    """
    with entered(
        actor,
        dossier_id,
        "agree_date",
        roles=EMPLOYERS_SIDE,
        version=version,
        current=agreed_as_it_stands(key, ordinal),
    ) as work:
        row = step_in(work.dossier, key, ordinal)
        check_may_deviate(row)
        check_agreement(work.dossier, due, reason, employee_agrees=employee_agrees)
        party = employers_party(dossier_id, for_employer)
        known = work.dossier.agreements.filter(key=key, ordinal=ordinal).first()
        Agreement.objects.update_or_create(
            dossier=work.dossier,
            key=key,
            ordinal=ordinal,
            defaults={
                "agreed_on": clock.today(),
                "due": due,
                "reason": reason,
                "for_employer": party.account,
            },
        )
        work.said(step=key, ordinal=ordinal, due=due, reason=reason, employer=party.account.person.name)
        work.changed("agreed", known.due if known else main_day(row)[0], due)


def agreed_as_it_stands(key: str, ordinal: int) -> Any:
    """What a stale agreement form is compared with."""

    def current(dossier: Dossier) -> dict[str, Any]:
        known = dossier.agreements.filter(key=key, ordinal=ordinal).first()
        return {"due": known.due if known else None, "reason": known.reason if known else ""}

    return current


def check_may_deviate(row: Obligation) -> None:
    if not rule_of(row).deviation_allowed:
        raise Refused(_("Van deze wettelijke datum mogen jullie niet samen afwijken. De datum blijft staan."))
    if row.done:
        raise Refused(_("Deze stap is al gedaan. Een andere datum is niet meer nodig."))


def check_agreement(dossier: Dossier, due: date, reason: str, *, employee_agrees: bool) -> None:
    if due < clock.today():
        raise Refused(_("Deze dag is al geweest. Kies vandaag of een latere dag."), "due")
    if reason not in Agreement.Reason.values:
        raise Refused(_("Kies de reden van de nieuwe datum."), "reason")
    if not employee_agrees:
        raise Refused(
            _(
                "Een andere datum kan alleen als jullie het allebei willen. "
                "Bespreek het eerst; tot dan blijft de oude datum staan."
            ),
            "employee_agrees",
        )


def employers_party(dossier_id: uuid.UUID, account_id: uuid.UUID) -> Involvement:
    party = seats_in(dossier_id, *EMPLOYERS_SIDE).filter(account_id=account_id).first()
    if party is None:
        raise Refused(
            _("Kies wie namens de werkgever akkoord is: de casemanager of de leidinggevende."), "for_employer"
        )
    return party
