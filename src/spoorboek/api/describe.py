"""Rows as the API tells them: the same functions as the pages use, other words round them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from spoorboek.api import problems
from spoorboek.api.schemas import told
from spoorboek.dossiers import correctable, overview
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.explanation import Explanation, explained_clock, explained_step
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.shown import ShownStep, in_language
from spoorboek.dossiers.standing import fit_from
from spoorboek.dossiers.story import Told
from spoorboek.people.models import Employment, Involvement, Membership


def employment(row: Employment) -> told.EmploymentTold:
    return told.EmploymentTold(
        id=row.pk,
        employer_id=row.organisation_id,
        number=row.number,
        first_name=row.person.first_name,
        last_name=row.person.last_name,
        job_title=row.job_title,
        kind=row.kind,
        starts=row.starts,
        ends=row.ends,
        contract_hours=[
            told.ContractTold(since=part.since, hours=float(part.hours)) for part in row.contract_hours.all()
        ],
    )


def staff(row: Membership) -> told.StaffTold:
    return told.StaffTold(
        account_id=row.account_id,
        name=row.account.person.name,
        role=row.role,
        organisation=row.organisation.name,
    )


def state(row: Dossier, fit: date | None) -> told.State:
    if row.closed_on:
        return "closed"
    return "recovered" if fit else "running"


def dossier(row: Dossier) -> told.DossierTold:
    """With `spells` prefetched in a list."""
    fit = fit_from(row)
    work = row.employment
    return told.DossierTold(
        id=row.pk,
        version=row.version,
        employment_id=work.pk,
        employer_id=work.organisation_id,
        number=work.number,
        name=work.person.name,
        job_title=work.job_title,
        first_sick_day=row.first_sick_day,
        first_day_basis=row.first_day_basis,
        state=state(row, fit),
        recovered_from=fit,
        safety_net=row.safety_net,
        opened_at=row.opened_at,
        closed_on=row.closed_on,
        closing=row.closing,
        previous_id=row.previous_id,
    )


def facts(reached: Reached) -> told.FactsTold:
    """Every correctable fact, kind by kind."""
    row, role = reached.dossier, reached.role
    found = [
        told.FactTold(
            kind=kind.key,
            row=fact.row,
            title=fact.title,
            text=fact.text,
            values={name: problems.plain(value) for name, value in fact.values.items()},
            correctable=row.is_open and role in kind.roles,
            removable=row.is_open and role in kind.roles and fact.removable,
        )
        for kind in correctable.KINDS
        for fact in kind.facts(row)
    ]
    return told.FactsTold(version=row.version, facts=found)


def obligation(step: ShownStep, *, explain: bool) -> told.ObligationTold:
    """One step; the reasons are those that everyone in the dossier may read."""
    row = step.row
    return told.ObligationTold(
        key=row.key,
        ordinal=row.ordinal,
        title=step.title,
        who=step.who,
        statutory=row.statutory,
        practice=row.practice,
        agreed=row.agreed,
        done=row.done,
        day=step.day,
        day_is=step.kind,
        status=step.status.value,
        deviation_allowed=step.deviation_allowed,
        explanation=step_explanation(step) if explain else None,
    )


def step_explanation(step: ShownStep) -> told.ExplanationTold:
    moves = [told.MoveTold(change=change, due=due) for change, due in step.would_move_if]
    return explanation(explained_step(step, {}), moves)


def explanation(said: Explanation, moves: list[told.MoveTold]) -> told.ExplanationTold:
    return told.ExplanationTold(
        because=list(said.steps),
        would_move_if=moves,
        uncertain=list(said.doubts),
        sources=[
            told.SourceTold(title=source.label, url=source.href, confirmed=source.confirmed)
            for source in said.sources
        ],
        consequence=said.consequence,
        document=said.document,
    )


def route(row: Dossier) -> told.RouteTold:
    """The public clocks; never the full trace."""
    return told.RouteTold(
        version=row.version,
        first_sick_day=date.fromisoformat(row.route.case["first_sick_day"]),
        rules_version=row.route.rules_version,
        clocks=[clock(one, row.route.clocks[one.name]) for one in overview.clocks(row, {})],
    )


def clock(shown: overview.ShownClock, part: Mapping[str, Any]) -> told.ClockTold:
    moves = [
        told.MoveTold(change=in_language(entry["change"]), due=overview.day_of(entry["due"]))
        for entry in part.get("would_move_if", ())
    ]
    return told.ClockTold(
        key=cast(told.ClockKey, shown.name),
        title=shown.title,
        last_day=shown.last_day,
        first_day_after=shown.first_day_after,
        suspended=[told.IntervalTold(first_day=first, last_day=last) for first, last in shown.suspended],
        explanation=explanation(explained_clock(shown.name, part, {}), moves),
    )


def entry(row: JournalEntry, said: Told, number: int) -> told.EntryTold:
    """`number`: which one it is of those that this caller is told of."""
    return told.EntryTold(
        sequence=number,
        at=row.at,
        act=row.act,
        who=said.who,
        role=said.role,
        sentence=said.sentence,
        changes=[told.ChangeTold(fact=one.fact, old=one.old, new=one.new) for one in said.changes],
        moved=[
            told.MovedTold(
                key=one.key,
                ordinal=one.ordinal,
                title=one.title,
                was=one.old,
                became=one.new,
                why=one.why,
            )
            for one in said.moved
        ],
        redacted=said.redacted,
    )


def party(row: Involvement) -> told.PartyTold:
    return told.PartyTold(
        account_id=row.account_id,
        name=row.account.person.name,
        role=row.role,
        organisation=row.organisation.name if row.organisation else "",
        since=row.since,
        until=row.until,
        is_link=row.account.is_machine,
    )
