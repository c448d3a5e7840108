"""Who is in the list: known, new, or perhaps somebody already there; and who takes part in the new dossiers."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.names import from_whole
from spoorboek.loading.acts.choosing import choose_people
from spoorboek.loading.acts.previewing import Judged, judge
from spoorboek.loading.choices import Choices
from spoorboek.loading.models import Import
from spoorboek.loading.questions import next_step
from spoorboek.loading.sealing import Opened
from spoorboek.loading.standing import Known
from spoorboek.loading.views.shared import elsewhere, on, own, page
from spoorboek.people.access import staff_for
from spoorboek.people.actor import current_actor
from spoorboek.people.models import Membership
from spoorboek.people.policy import Role

MOST_NAMESAKES = 100
MOST_LEADERS = 60


@dataclass(frozen=True)
class Namesake:
    """Somebody of the list who may be one of these."""

    key: str
    row: int
    name: str
    number: str
    candidates: tuple[Known, ...]
    chosen: str


@dataclass(frozen=True)
class Leader:
    """A leader or team as the list writes it, how many new people it has, and whom it is taken for."""

    key: str
    name: str
    people: int
    chosen: str


@require_http_methods(["GET", "POST"])
@login_required
def people(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """The people of the list, and who takes part."""
    load = own(import_id)
    if elsewhere(load):
        return redirect(elsewhere(load))
    actor = current_actor()
    problem = ""
    if request.method == "POST":
        try:
            return on(
                choose_people(
                    actor,
                    load.pk,
                    doctor=request.POST.get("doctor", ""),
                    manager=request.POST.get("manager", ""),
                    supervisors=given(request, "leader-"),
                    people=given(request, "person-"),
                )
            )
        except (Refused, ValueError) as refusal:
            problem = refusal.message if isinstance(refusal, Refused) else str(refusal)
    if next_step(load) not in {"people", "preview"}:
        return on(load)
    opened = Opened(load)
    sheet = opened.sheet()
    choices = Choices.of(load)
    judged = list(judge(actor, load, sheet, opened))
    staff = {
        role: staff_for(actor, load.employer, role)
        for role in (Role.COMPANY_DOCTOR, Role.CASE_MANAGER, Role.SUPERVISOR)
    }
    new = [each for each in judged if each[1].known is None and not each[1].candidates]
    return page(
        request, "people", load, "people", problem=problem, status=422 if problem else 200,
        known=sum(1 for each in judged if each[1].known), new=len(new),
        namesakes=namesakes(judged, choices, opened), leaders=leaders(new, staff[Role.SUPERVISOR], choices, opened),
        doctors=staff[Role.COMPANY_DOCTOR], doctor=first_choice(choices.doctor, staff[Role.COMPANY_DOCTOR], choices),
        managers=[row for row in staff[Role.CASE_MANAGER] if row.account_id != actor.account_id],
        manager=choices.manager,
        supervisors=staff[Role.SUPERVISOR], absences=load.kind == Import.Kind.ABSENCES,
    )  # fmt: skip


def given(request: HttpRequest, start: str) -> dict[str, str]:
    """The posted answers whose names begin with this."""
    return {
        name.removeprefix(start): str(value) for name, value in request.POST.items() if name.startswith(start)
    }


def first_choice(chosen: str, staff: list[Membership], choices: Choices) -> str:
    """The only one is chosen already, until somebody says otherwise."""
    return str(staff[0].account_id) if len(staff) == 1 and "people" not in choices.seen else chosen


def namesakes(judged: list[Judged], choices: Choices, opened: Opened) -> list[Namesake]:
    found = []
    for told, match, _outcome in judged:
        key = opened.digest(told.who.key)
        chosen = choices.people.get(key, "")
        if match.candidates:
            found.append(
                Namesake(key, told.rows[0], told.who.name.written, told.who.number, match.candidates, chosen)
            )
        if len(found) == MOST_NAMESAKES:
            break
    return found


def leaders(
    new: list[Judged], supervisors: list[Membership], choices: Choices, opened: Opened
) -> list[Leader]:
    """Leaders as the list names them, else teams; a leader of the same name is chosen already."""
    named = Counter(told.contract.supervisor or told.contract.team for told, _match, _outcome in new)
    named.pop("", None)
    known = {from_whole(row.account.person.name).key: str(row.account_id) for row in supervisors}
    found = []
    for name, count in sorted(named.items())[:MOST_LEADERS]:
        key = opened.digest(name)
        same = known.get(from_whole(name).key, "")
        found.append(
            Leader(key, name, count, choices.supervisors.get(key, "" if "people" in choices.seen else same))
        )
    return found
