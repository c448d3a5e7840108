"""After the yes: every person of the list walks through the acts, as who confirmed it."""

import logging
import uuid
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.employees import add_employee, complete_employee
from spoorboek.dossiers.acts.ending import AFTER_RECOVERY, close_or_report
from spoorboek.dossiers.acts.histories import SHORT
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.dossiers.acts.sickness import (
    close_short_absence,
    record_partial_return,
    report_recovery,
    report_sick_again,
)
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import together
from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.entries import Contract, Who
from spoorboek.loading import access, jobs
from spoorboek.loading.acts.at_once import AtOnce
from spoorboek.loading.choices import Choices
from spoorboek.loading.comparing import Deed
from spoorboek.loading.employees import new_employee, what_changes
from spoorboek.loading.models import Change, Course, Import, Line, Touched
from spoorboek.loading.packing import unpacked_contract, unpacked_deed, unpacked_who
from spoorboek.loading.sealing import Opened
from spoorboek.loading.standing import known
from spoorboek.people.access import employments_for
from spoorboek.people.actor import Actor
from spoorboek.people.models import Employment
from spoorboek.site import clock

log = logging.getLogger(__name__)
POISON = (IntegrityError, DataError, ValueError, LookupError, TypeError, AttributeError)
"""What only this person's row can have caused; that the database is away is none of these."""
A_TURN = 100
"""People in one transaction: a killed worker loses at most these, and does them again."""


@transaction.atomic
def confirm(actor: Actor, import_id: uuid.UUID) -> Import:
    """Say yes to the preview. The worker does the rest; the file itself is gone from here on."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state in {Import.State.WORKING, Import.State.DONE}:
        return load
    if load.state != Import.State.READY:
        raise Refused(_("Bekijk eerst het voorbeeld van deze lijst. Daarna kun je laden."))
    load.state, load.confirmed_at = Import.State.WORKING, clock.now()
    load.save()
    load.upload.sealed = b""
    load.upload.save(update_fields=["sealed"])
    load.lines.update(sealed=None)
    transaction.on_commit(lambda: jobs.soon(jobs.work_on, load))
    return load


def work(actor: Actor, import_id: uuid.UUID) -> bool:
    """Do the next people of a confirmed list, in one transaction. Whether there may be more to do."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state != Import.State.WORKING:
        return False
    waiting = list(load.courses.filter(state=Course.State.WAITING)[:A_TURN])
    Turn(actor, load).do_all(waiting)
    load.save(update_fields=["touched_at"])
    if not waiting:
        finish(load)
    return bool(waiting)


def finish(load: Import) -> None:
    """Everything was done or refused: nothing of the list itself is kept."""
    refused = list(load.courses.filter(state=Course.State.REFUSED).values_list("index", flat=True))
    load.lines.filter(course__in=refused).exclude(
        verdict__in=(Line.Verdict.DOUBTFUL, Line.Verdict.REFUSED)
    ).update(verdict=Line.Verdict.REFUSED, code="act")
    load.upload.delete()
    load.state, load.finished_at = Import.State.DONE, clock.now()
    load.counts = load.counts | {
        "done": load.courses.filter(state=Course.State.DONE).count(),
        "failed": len(refused),
        "opened": load.touched.filter(opened=True).count(),
        "dossiers": load.touched.count(),
    }
    load.save()


class Turn:
    """Does people of one list: knows its answers and notes what it changes."""

    def __init__(self, actor: Actor, load: Import) -> None:
        self.actor, self.load = actor, load
        self.opened = Opened(load)
        self.choices = Choices.of(load)
        self.changes: list[Change] = []

    def do_all(self, courses: list[Course]) -> None:
        """People together, so that their dates are worked out at once; one by one where somebody's facts collide."""
        try:
            with together():
                done = AtOnce(self.actor, self.load, self.opened).done(courses)
                for course in courses:
                    if course.pk not in done:
                        self.do(course)
        except (Refused, *POISON):
            for course in courses:
                course.refresh_from_db()
                self.do_alone(course)

    def do_alone(self, course: Course) -> None:
        try:
            with together():
                self.do(course)
        except Refused as refusal:
            course.state, course.refusal, course.sealed = Course.State.REFUSED, refusal.message[:300], None
            course.save(update_fields=["state", "refusal", "sealed"])

    def do(self, course: Course) -> None:
        """One person: everything, or nothing and why."""
        self.changes = []
        try:
            with journal.coming_from(list_loaded=str(self.load.pk)), transaction.atomic():
                dossiers = self.walk(self.opened.open(course.sealed or b""))
                self.note(dossiers)
            course.state = Course.State.DONE
        except Refused as refusal:
            course.state, course.refusal = Course.State.REFUSED, refusal.message[:300]
        except POISON as error:
            # One person whom nothing foresaw does not hold up the others. The error's own words may name somebody.
            told = {"list": str(self.load.pk), "course": course.index, "kind": type(error).__name__}
            log.error("a person of a list could not be loaded", extra=told)
            course.state = Course.State.REFUSED
            course.refusal = _("Er ging iets mis bij deze persoon. De beheerder ziet het in het logboek.")
        course.sealed = None
        course.save(update_fields=["state", "refusal", "sealed"])

    def walk(self, data: dict[str, Any]) -> list[uuid.UUID]:
        who, contract = unpacked_who(data["who"]), unpacked_contract(data["contract"])
        employment = self.employment(data["employment"], who, contract)
        dossiers: list[uuid.UUID] = []
        for deed in map(unpacked_deed, data["deeds"]):
            dossiers.append(self.period(employment, deed, dossiers[-1] if dossiers else None))
        self.close_what_is_over(dossiers[-1:])
        return dossiers

    def employment(self, employment_id: str, who: Who, contract: Contract) -> Employment:
        """The employee as known, filled in where the list knows more; or added."""
        if employment_id:
            return self.completed(uuid.UUID(employment_id), who, contract)
        named = contract.supervisor or contract.team
        leader = self.choices.supervisors.get(self.opened.digest(named), "") if named else ""
        new = new_employee(who, contract, uuid.UUID(leader) if leader else None)
        added = add_employee(self.actor, self.load.employer_id, new, another_person=True)
        self.change(Change.What.EMPLOYEE, added, None)
        return added

    def completed(self, employment_id: uuid.UUID, who: Who, contract: Contract) -> Employment:
        found = employments_for(self.actor, self.load.employer).filter(pk=employment_id).first()
        if found is None:
            raise Refused(_("Deze medewerker staat niet meer in Spoorboek."))
        absences = self.load.kind == Import.Kind.ABSENCES
        stands = known(found)
        values = what_changes(who, contract, stands, only_fill=absences)
        if absences:
            values = {name: value for name, value in values.items() if name == "number"}
        hours = contract.hours if contract.hours and not stands.contracts and not absences else None
        if values or hours:
            before = complete_employee(self.actor, found.pk, values, hours)
            self.change(
                Change.What.COMPLETED,
                found,
                None,
                before={name: str(old or "") for name, old in before.items()},
            )
        return found

    def period(self, employment: Employment, deed: Deed, last: uuid.UUID | None) -> uuid.UUID:
        """One period: reported, worked in part, recovered."""
        dossier_id = deed.dossier_id or self.reported(employment, deed, last)
        for since, hours in sorted(deed.hours):
            record_partial_return(self.actor, dossier_id, since, hours)
            self.change(Change.What.HOURS, employment, dossier_id, since=since.isoformat())
        if deed.fit_from:
            short = (deed.fit_from - deed.starts).days <= SHORT
            (close_short_absence if short else report_recovery)(self.actor, dossier_id, deed.fit_from)
            self.change(Change.What.RECOVERY, employment, dossier_id, starts=deed.starts.isoformat())
        return dossier_id

    def reported(self, employment: Employment, deed: Deed, last: uuid.UUID | None) -> uuid.UUID:
        """Report sick, or sick again where a dossier runs; the law says whether it is the same case."""
        runs = Dossier.objects.filter(employment=employment, closed_on__isnull=True).first()
        known_before = set(Dossier.objects.filter(employment=employment).values_list("pk", flat=True))
        if runs:
            dossier = report_sick_again(self.actor, runs.pk, deed.starts).dossier
        else:
            dossier = report_sick(
                self.actor,
                employment.pk,
                deed.starts,
                company_doctor=self.choices.doctor_id,
                case_manager=self.choices.manager_id,
            )
        opened = dossier.pk not in known_before
        what = Change.What.OPENED if opened else Change.What.SPELL
        ended = str(runs.pk) if runs and opened else ""
        self.change(what, employment, dossier.pk, starts=deed.starts.isoformat(), ended=ended)
        return dossier.pk

    def close_what_is_over(self, dossiers: list[uuid.UUID]) -> None:
        """Who has been fit for four weeks has a closed dossier, as the night would do."""
        for dossier in Dossier.objects.filter(pk__in=dossiers, closed_on__isnull=True):
            last = dossier.spells.last()
            if last and last.ends and clock.today() - last.ends >= AFTER_RECOVERY:
                close_or_report(dossier.pk, Dossier.Closing.RECOVERED, clock.today())

    def change(self, what: str, employment: Employment, dossier_id: uuid.UUID | None, **detail: Any) -> None:
        self.changes.append(
            Change(
                load=self.load, what=what, employment_id=employment.pk, dossier_id=dossier_id, detail=detail
            )
        )

    def note(self, dossiers: list[uuid.UUID]) -> None:
        """What an undo needs: the changes, and how far each journal was."""
        Change.objects.bulk_create(self.changes)
        opened = {change.dossier_id for change in self.changes if change.what == Change.What.OPENED}
        ended = {uuid.UUID(change.detail["ended"]) for change in self.changes if change.detail.get("ended")}
        for dossier_id in dict.fromkeys([*dossiers, *ended]):
            end = journal.end_of(dossier_id)
            sequence = end.sequence if end else 0
            Touched.objects.update_or_create(
                load=self.load,
                dossier_id=dossier_id,
                defaults={"sequence": sequence},
                create_defaults={"sequence": sequence, "opened": dossier_id in opened},
            )
