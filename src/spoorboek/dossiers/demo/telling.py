"""Tells one invented case: it walks through the same acts as real work does, each on its own day."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from spoorboek.dossiers.acts import (
    appointments,
    contact,
    decisions,
    ending,
    leave,
    milestones,
    sickness,
    steps,
    way_in,
)
from spoorboek.dossiers.acts.opening import involve, report_sick
from spoorboek.dossiers.demo.cases import Case
from spoorboek.dossiers.demo.cast import Cast
from spoorboek.dossiers.models import Decision, Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Employment
from spoorboek.people.policy import Role
from spoorboek.people.registrar import employ, enrol
from spoorboek.people.views.demo import address_of
from spoorboek.site import clock


class Telling:
    """Tells one case: knows its dossier, its first sick day and who acts."""

    def __init__(self, case: Case, cast: Cast, *, met: bool = True) -> None:
        self.case = case
        self.met = met
        self.cast = cast
        self.first = clock.real_today() - timedelta(days=case.sick_for)
        self.manager = Actor(account_id=cast.staff[Role.CASE_MANAGER].pk)
        self.doctor = Actor(account_id=cast.staff[Role.COMPANY_DOCTOR].pk)

    def day(self, number: int) -> date:
        return self.first + timedelta(days=number)

    def employment(self) -> Employment:
        case = self.case
        email = address_of(Role.CLIENT) if case.is_client_account else None
        person = enrol(case.first_name, case.last_name, email, language=case.language)
        return employ(
            person,
            self.cast.employer,
            case.job,
            Decimal(case.contract),
            starts=date(clock.real_today().year - 8, 3, 1),
            supervisor=self.cast.supervisor_of(case.team).pk,
            birth_date=date(case.born, 5, 14),
        )

    def tell(self) -> Dossier:
        """From the report of sickness to where the case stands today."""
        employment = self.employment()
        with acting_as(self.manager):
            with self.on(0):
                self.dossier = report_sick(
                    self.manager, employment.pk, self.first, company_doctor=self.doctor.account_id
                )
                self.let_in()
            for day, act in sorted(self.acts(), key=lambda pair: pair[0]):
                with self.on(day):
                    act()
            with self.on(self.case.sick_for):
                self.plan_talks()
                if self.case.withdrawn:
                    sickness.withdraw_report(self.manager, self.dossier.pk)
        if self.was_seen():
            with acting_as(self.doctor), self.on(self.case.sick_for):
                code = way_in.recognition_code(self.dossier.employment.person_id)
                way_in.recognise_client(self.doctor, self.dossier.pk, code)
        self.state_cause()
        return self.dossier

    def on(self, number: int) -> AbstractContextManager[None]:
        """That day of the case, so that the journal tells it on the day it happened."""
        return clock.practising((self.day(number) - clock.real_today()).days)

    def was_seen(self) -> bool:
        """Whether the company doctor met the employee: the problem analysis was made."""
        return self.met and any(key == "problem-analysis" for key, *_rest in self.case.done)

    def let_in(self) -> None:
        cast = self.cast
        for wanted, role, organisation in (
            (self.case.labour_expert, Role.LABOUR_EXPERT, cast.arbodienst),
            (self.case.coach, Role.COACH, cast.second_track),
        ):
            if wanted:
                involve(self.dossier, cast.staff[role].pk, role, organisation.pk)

    def acts(self) -> list[tuple[int, Callable[[], object]]]:
        """What happened, by day, each as a call of its act."""
        case = self.case
        made: list[tuple[int, Callable[[], object]]] = []
        for day, hours in case.hours:
            made.append((day, self.later(sickness.record_partial_return, self.day(day), Decimal(str(hours)))))
        for key, ordinal, day in case.done:
            made.append((day, self.later(steps.mark_done, key, self.day(day), ordinal)))
        for key, day in case.moments:
            made.append((day, self.later(milestones.record_milestone, key, self.day(day))))
        for fit, again in case.breaks:
            made.append((fit, self.later(sickness.report_recovery, self.day(fit))))
            if again is not None:
                made.append((again, self.later(sickness.report_sick_again, self.day(again))))
        for day, way, text in case.notes:
            made.append((day, self.later(contact.note_contact, self.day(day), way, text)))
        if case.leave:
            starts, length = case.leave
            made.append(
                (starts, self.later(leave.register_leave, self.day(starts), self.day(starts + length - 1)))
            )
        if case.ends is not None:
            made.append((case.ends, self.later(ending.end_employment, self.day(case.ends))))
        return made + self.decisions()

    def later(self, act: Callable[..., object], *arguments: object) -> Callable[[], object]:
        return lambda: act(self.manager, self.dossier.pk, *arguments)

    def decisions(self) -> list[tuple[int, Callable[[], object]]]:
        made: list[tuple[int, Callable[[], object]]] = []
        if self.case.sanction is not None:
            content = decisions.Content(decided_on=self.day(self.case.sanction), weeks=52)
            made.append(
                (self.case.sanction, self.later(decisions.record_decision, Decision.Kind.SANCTION, content))
            )
        if self.case.shortening is not None:
            asked = decisions.Content(received_on=self.day(self.case.shortening))
            made.append(
                (self.case.shortening, self.later(decisions.record_decision, Decision.Kind.SHORTENING, asked))
            )
        return made

    def plan_talks(self) -> None:
        for talk in self.case.talks:
            moment = datetime.combine(
                clock.real_today() + timedelta(days=talk.in_days), time(talk.hour, talk.minute)
            )
            with_whom = self.doctor if talk.kind == "company_doctor" else self.manager
            assert with_whom.account_id is not None
            appointments.plan_appointment(
                self.manager,
                self.dossier.pk,
                with_whom.account_id,
                talk.kind,
                talk.way,
                timezone.make_aware(moment),
            )

    def state_cause(self) -> None:
        """What the company doctor says about the leave, where the case has it."""
        if self.case.leave and self.case.same_cause:
            with acting_as(self.doctor):
                for row in self.dossier.leaves.all():
                    leave.state_on_leave(self.doctor, self.dossier.pk, row.pk, self.case.same_cause, "no")
