"""That a safety net covers someone reaches no re-integration company: through no step, story or correction."""

import json
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest

from spoorboek.dossiers.acts.covered import record_for_uwv
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.acts.leave import SAFETY_NETS, state_safety_net
from spoorboek.dossiers.acts.rules import note_changed_rules
from spoorboek.dossiers.acts.sickness import report_recovery, withdraw_report
from spoorboek.dossiers.acts.steps import correct_done, mark_done
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.journal import opened_payloads
from spoorboek.dossiers.models import Dossier, Obligation, Route
from spoorboek.dossiers.projection import TIMETABLE
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.story import story_of
from spoorboek.law import facts_from, timetable, timetable_json
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role
from tests.builders import actor, days_ago
from tests.dossiers.cast import Cast, cast
from tests.signed_in import signed_in

UWV = "uwv-report-6-weeks"


def covered_by_a_net(answer: str, sick_for: int = 100) -> Cast:
    made = cast(sick_for=sick_for)
    doctor = actor(made.company.doctor)
    with acting_as(doctor):
        answers = dict.fromkeys(SAFETY_NETS, "no") | {"no_risk": answer}
        state_safety_net(doctor, made.dossier.pk, answers)
    return made


def told_to(who: Actor, dossier: Dossier, role: Role) -> list[tuple[str, bool, list[str]]]:
    with acting_as(who):
        return [
            (one.act, one.redacted, [moved.key for moved in one.moved])
            for one in story_of(dossier, role=role)
        ]


@pytest.mark.parametrize("role", WITHOUT_SAFETY_NET)
def test_reporting_recovery_leaves_them_the_same_steps_with_and_without_a_net(role: Role) -> None:
    seen = []
    for answer in ("yes", "no"):
        here = covered_by_a_net(answer)
        reader = here.inside[role]
        with acting_as(here.manager):
            report_recovery(here.manager, here.dossier.pk, days_ago(3))
        with acting_as(reader):
            rows = list(Obligation.objects.filter(dossier=here.dossier).values_list("key", "statutory"))
        seen.append((sorted(rows, key=str), told_to(reader, here.fresh(), role)))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("role", WITHOUT_SAFETY_NET)
def test_a_closed_dossier_has_no_such_step_among_its_frozen_ones(role: Role) -> None:
    here = covered_by_a_net("yes")
    with acting_as(here.manager):
        report_recovery(here.manager, here.dossier.pk, days_ago(3))
        withdraw_report(here.manager, here.dossier.pk)
    with acting_as(here.inside[role]):
        frozen = {one[1] for one in Route.objects.get(pk=here.dossier.pk).steps or ()}
        rows = set(Obligation.objects.filter(dossier=here.dossier).values_list("key", flat=True))
    assert frozen
    assert not (frozen | rows) & set(TELLS_OF_A_SAFETY_NET)


def done_and_corrected(here: Cast) -> None:
    manager, dossier_id = here.manager, here.dossier.pk
    mark_done(manager, dossier_id, UWV, days_ago(30))
    correct_done(manager, dossier_id, UWV, days_ago(29), "typing")
    moment = next(one for one in BY_KEY["moment"].facts(here.fresh()))
    for act in (correct, take_back):
        act(here, "moment", moment.row, {"done_on": days_ago(28)})


def became_clear(here: Cast) -> None:
    record_for_uwv(here.manager, here.dossier.pk, days_ago(20))
    for act in (correct, take_back):
        act(here, "net-clear", "1", {"clear_on": days_ago(25)})


def counted_by_other_rules(here: Cast) -> None:
    with acting_as(TIMETABLE):
        row = {"key": UWV, "ordinal": 0, "title": {"nl": "Melding", "en": "Report"}, "kind": "law"}
        moved = row | {"old": days_ago(2), "new": days_ago(1), "why": {}}
        versions = dict(Dossier.objects.filter(pk=here.dossier.pk).values_list("pk", "version"))
        note_changed_rules({here.dossier.pk: [moved]}, "other", versions)


def correct(here: Cast, kind: str, row: str, values: dict[str, Any]) -> None:
    correct_fact(here.manager, here.dossier.pk, BY_KEY[kind], row, values, Reason.TYPING)


def take_back(here: Cast, kind: str, row: str, values: dict[str, Any]) -> None:
    remove_fact(here.manager, here.dossier.pk, BY_KEY[kind], row, Reason.TYPING)


@pytest.mark.parametrize("role", WITHOUT_SAFETY_NET)
@pytest.mark.parametrize("acts", [done_and_corrected, became_clear, counted_by_other_rules])
def test_acts_about_a_net_leave_no_trace_in_their_story(role: Role, acts: Callable[[Cast], None]) -> None:
    here = covered_by_a_net("yes")
    reader = here.inside[role]
    before = told_to(reader, here.fresh(), role)
    with acting_as(here.manager):
        acts(here)
    assert told_to(reader, here.fresh(), role) == before
    with acting_as(reader):
        said = json.dumps(list(opened_payloads(here.dossier.pk).values()), default=str)
    assert not [word for word in ("vangnet", "net_clear", UWV) if word in said]
    page = signed_in(here.company.coach if role is Role.COACH else here.company.labour_expert)
    for address in (f"/dossiers/{here.dossier.pk}/", f"/dossiers/{here.dossier.pk}/verhaal/"):
        shown = page.get(address)
        assert shown.status_code == 200
        assert not [word for word in ("vangnet", "verwijderd") if word in shown.content.decode()]


def as_they_see_it(facts: dict[str, Any]) -> dict[str, Any]:
    """A timetable without what tells of a safety net and without the full reasons."""
    made = timetable_json(timetable(facts_from(facts), date(2026, 2, 1)))
    shown = [part for part in made["obligations"] if part["key"] not in TELLS_OF_A_SAFETY_NET]
    made["case"].pop("why")
    parts = [*shown, *made["clocks"].values()]
    return {
        "parts": [{k: v for k, v in part.items() if k != "because"} for part in parts],
        "case": made["case"],
    }


@pytest.mark.parametrize("kind", ["permanent", "fixed_term", "temp_agency"])
def test_no_other_date_or_reason_of_the_law_tells_of_a_net(kind: str) -> None:
    ends, own_risk, fit = (None, "2025-09-30"), (True, False), (None, "2025-03-03", "2025-12-15")
    for end, bearer, until in product(ends, own_risk, fit):
        seen = []
        for net, clear in (("no", None), ("unknown", None), ("yes", None), ("yes", "2025-02-01")):
            work = {
                "kind": kind, "start": "2020-01-01", "end": end, "no_risk": net, "own_risk_bearer_zw": bearer,
                "safety_net_clear_on": clear, "contract_hours": [{"from": "2020-01-01", "hours_per_week": 36}],
            }  # fmt: skip
            spells = [{"from": "2025-01-06", "until": until}]
            seen.append(
                as_they_see_it({"first_sick_day": "2025-01-06", "spells": spells, "employment": work})
            )
        assert seen[0] == seen[1] == seen[2] == seen[3]
