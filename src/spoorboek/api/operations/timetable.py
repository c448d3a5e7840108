"""The timetable without storage: facts in, dated obligations with reasons out. The facts go nowhere else."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from ninja import Body, Query, Router

from spoorboek.api import problems
from spoorboek.api.bearer import COUNTS
from spoorboek.api.schemas.base import Day
from spoorboek.api.words import summary as _
from spoorboek.law import FactsError, facts_from, timetable, timetable_json

router = Router(tags=["timetable"])
MOST = 100
LARGEST = 40_000_000
"""Signs of one answer to many cases: a hundred of two years with their reasons stay well below it."""
On = Annotated[
    Day | None,
    Query(description="Statuses on this day. Left out: nothing is due or overdue yet."),
]


def worked_out(data: object, on: Day | None) -> dict[str, Any]:
    """The same JSON as `./spoorboek timetable --json`. Raises `FactsError`."""
    facts = facts_from(data)
    try:
        return timetable_json(timetable(facts, on))
    except OverflowError as error:
        raise problems.invalid([problems.error("facts", gettext("Kijk de jaartallen na."))]) from error


@router.post("/timetable", auth=COUNTS, response=dict[str, Any], summary=_("Eén tijdlijn"))
def one(request: HttpRequest, given: Annotated[dict[str, Any], Body()], on: On = None) -> JsonResponse:
    """Clocks and obligations that follow from the facts, with reasons in Dutch and English. Nothing is kept."""
    return JsonResponse(worked_out(given, on), json_dumps_params={"ensure_ascii": False})


@router.post(
    "/timetable/batch",
    auth=COUNTS,
    response=dict[str, Any],
    summary=_("Veel tijdlijnen in één keer"),
)
def many(request: HttpRequest, given: Annotated[dict[str, Any], Body()], on: On = None) -> HttpResponse:
    """Up to 100 sets of facts. At the place of each stands its timetable, or what is wrong with it."""
    cases = given.get("cases")
    if set(given) != {"cases"} or not isinstance(cases, list) or not 1 <= len(cases) <= MOST:
        raise problems.invalid(
            [
                problems.error(
                    "cases", gettext("Stuur een lijst van 1 tot %(most)s gevallen.") % {"most": MOST}
                )
            ]
        )
    told = ", ".join(in_turn(cases, on))
    return HttpResponse(f'{{"results": [{told}]}}', content_type="application/json")


def in_turn(cases: list[object], on: Day | None) -> Iterator[str]:
    """Each answer as JSON. One of many spells takes megabytes: beyond `LARGEST` together the rest is refused."""
    size = 0
    for case in cases:
        answer = one_of_many(case, on) if size < LARGEST else {"problem": too_much().as_data()}
        told = json.dumps(answer, ensure_ascii=False)
        size += len(told)
        yield told


def too_much() -> problems.Problem:
    return problems.Problem(413, "too-large", gettext("Het antwoord wordt te groot. Stuur deze apart."))


def one_of_many(case: object, on: Day | None) -> dict[str, Any]:
    try:
        return {"timetable": worked_out(case, on)}
    except FactsError as wrong:
        return {"problem": problems.of_facts(wrong).as_data()}
    except problems.Problem as problem:
        return {"problem": problem.as_data()}
