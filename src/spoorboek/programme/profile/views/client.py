"""The client's own pages: name a behaviour, one question a page, what matters now, action cards, what changed."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views import room_pages
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.determinants import Determinant, determinants, proposed
from spoorboek.people.envelopes import Envelope
from spoorboek.programme.profile import access
from spoorboek.programme.profile.acts import behaviour as acts
from spoorboek.programme.profile.change_chart import change_chart
from spoorboek.programme.profile.drawing import ALL
from spoorboek.programme.profile.forms import NameForm
from spoorboek.programme.profile.models import Behaviour

UNKNOWN, PASSED = "unknown", "passed"


def shown(request: HttpRequest, reached: Reached, template: str, **more: Any) -> HttpResponse:
    return room_pages.shown(request, reached, f"profile/{template}.html", **more)


def found(reached: Reached, behaviour_id: uuid.UUID) -> Behaviour:
    """The reader's own behaviour, or *not found*."""
    row = access.behaviour_of(reached.dossier.pk, behaviour_id)
    if row is None:
        raise Http404("No such behaviour.")
    return row


@require_GET
@for_client
def wanting(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What it is, or where the client stands with the behaviour they named."""
    every = access.own_behaviours(reached.dossier.pk)
    running = next(((row, words) for row, words in every if row.stopped_on is None), None)
    context: dict[str, Any] = {"earlier": [pair for pair in every if pair != running]}
    if running:
        context |= standing(reached, *running)
    return shown(request, reached, "overview", **context)


def standing(reached: Reached, row: Behaviour, words: str) -> dict[str, Any]:
    """Everything about the running behaviour."""
    envelope = Envelope(reached.dossier.pk)
    up = access.cards_up(row)
    current = access.waiting_round(row)
    said = access.said_now(current, envelope)
    rounds = access.moments(row, envelope)
    offers = access.offers_for(row)
    return {
        "behaviour": row,
        "words": words,
        "waiting": first_open(said) if current else None,
        "answered": len(said),
        "of": len(determinants().determinants),
        "moments": rounds,
        "chosen": [
            {
                "title": in_language(one.title),
                "said": rounds[-1].said.get(one.key) if rounds else None,
                "cards": access.cards_for(one, up),
                "offers": [offer for offer in offers if one.key in offer.helps],
            }
            for one in access.chosen(row)
        ],
        "up": up,
        "done": access.cards_done(row),
        "offers": offers,
    }


def first_open(said: dict[str, access.Said]) -> str:
    """The first question without an answer, or the first."""
    keys = [one.key for one in determinants().determinants]
    return next((key for key in keys if key not in said), keys[0])


@require_http_methods(["GET", "POST"])
@for_client
def name_it(request: HttpRequest, reached: Reached) -> HttpResponse:
    """One specific thing: from the list or in own words."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = acts.name_behaviour(reached.actor, reached.dossier.pk, form.chosen_key, form.own_words)
            return redirect("wanting_question", row.pk, determinants().determinants[0].key)
        except Refused as refusal:
            refuse(form, refusal)
    return shown(request, reached, "name", form=form)


def place_of(key: str) -> tuple[int, Determinant, str, str]:
    """Number, question, and the keys before and after it."""
    order = determinants().determinants
    at = next((index for index, one in enumerate(order) if one.key == key), None)
    if at is None:
        raise Http404("No such question.")
    before = order[at - 1].key if at else ""
    after = order[at + 1].key if at + 1 < len(order) else ""
    return at + 1, order[at], before, after


@require_http_methods(["GET", "POST"])
@for_client
def question(
    request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID, determinant: str
) -> HttpResponse:
    """One question: five drawn steps, *weet ik niet* and *sla over*. Only the client ever answers it."""
    row = found(reached, behaviour_id)
    number, asked, before, after = place_of(determinant)
    error = ""
    if request.method == "POST":
        said = request.POST.get("said") or request.POST.get("step", "")
        error = answered(request, reached, row, determinant, said)
        if not error:
            return (
                redirect("wanting_question", row.pk, after) if after else redirect("wanting_choose", row.pk)
            )
    now = access.said_now(access.waiting_round(row), Envelope(reached.dossier.pk)).get(determinant)
    return shown(
        request,
        reached,
        "question",
        refused=bool(error),
        behaviour=row,
        words=access.own_words(row),
        number=number,
        of=len(determinants().determinants),
        title=in_language(asked.title),
        question=in_language(asked.question),
        why=in_language(asked.why),
        steps=[
            (step, in_language(said), drawing)
            for step, (said, drawing) in enumerate(zip(asked.steps, ALL, strict=True), start=1)
        ],
        now=now.step if now else None,
        before=before,
        error=error,
    )


def answered(request: HttpRequest, reached: Reached, row: Behaviour, key: str, said: str) -> str:
    """Keep the answer; what is wrong with it, or nothing."""
    if said not in {UNKNOWN, PASSED, "1", "2", "3", "4", "5"}:
        return _("Kies een van de vijf plaatjes. Weet je het niet? Dan mag je ‘weet ik niet’ kiezen.")
    step = int(said) if said.isdigit() else None
    try:
        acts.answer(reached.actor, reached.dossier.pk, row.pk, key, step, passed=said == PASSED)
    except Refused as refusal:
        return refusal.message
    return ""


@require_http_methods(["GET", "POST"])
@for_client
def what_matters(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID) -> HttpResponse:
    """Two or three to do something with now: a proposal with its reason, and the client's choice."""
    row = found(reached, behaviour_id)
    rounds = access.moments(row, Envelope(reached.dossier.pk))
    if not rounds:
        return redirect("wanting")
    said = rounds[-1].said
    keys = [key for key in request.POST.getlist("keys") if key in said]
    if request.method == "POST" and tried(
        request, lambda: acts.choose(reached.actor, reached.dossier.pk, row.pk, keys)
    ):
        return redirect("wanting")
    proposal = proposed({key: one.step for key, one in said.items()})
    before = {one.key for one in access.chosen(row)}
    return shown(
        request,
        reached,
        "choose",
        behaviour=row,
        words=access.own_words(row),
        rows=[
            {
                "key": key,
                "title": in_language(one.determinant.title),
                "said": one,
                "proposed": key in proposal,
                "ticked": key in (keys or before or proposal),
            }
            for key, one in said.items()
        ],
    )


@require_POST
@for_client
def again(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID) -> HttpResponse:
    """Go along the questions once more."""
    row = found(reached, behaviour_id)
    if not tried(request, lambda: acts.begin_round(reached.actor, reached.dossier.pk, row.pk)):
        return redirect("wanting")
    said = access.said_now(access.waiting_round(row), Envelope(reached.dossier.pk))
    return redirect("wanting_question", row.pk, first_open(said))


@require_POST
@for_client
def stop(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID) -> HttpResponse:
    """Put it away. No reason is asked."""
    row = found(reached, behaviour_id)
    tried(
        request,
        lambda: acts.stop_behaviour(reached.actor, reached.dossier.pk, row.pk),
        _("Het is weggelegd. Niemand leest het nu nog mee."),
    )
    return redirect("wanting")


@require_GET
@for_client
def change(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID) -> HttpResponse:
    """Moment by moment, as a drawing and as words. No total and no average."""
    row = found(reached, behaviour_id)
    rounds = access.moments(row, Envelope(reached.dossier.pk))
    return shown(
        request,
        reached,
        "change",
        behaviour=row,
        words=access.own_words(row),
        moments=rounds,
        chart=change_chart(rounds),
        rows=table_of(rounds),
    )


def table_of(rounds: list[access.Moment]) -> list[tuple[str, list[access.Said | None]]]:
    """Questions down, moments across, the latest first."""
    return [
        (in_language(one.title), [moment.said.get(one.key) for moment in reversed(rounds)])
        for one in determinants().determinants
    ]
