"""Pages that do a step: done on a day, the day corrected, another date agreed together."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import steps
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.forms.steps import AgreeForm, CorrectForm, DoneForm
from spoorboek.dossiers.shown import ShownStep, short_day, shown
from spoorboek.dossiers.views.steps_walk import after, for_client, for_roles, not_yours, page, tried, typed
from spoorboek.people.policy import Role
from spoorboek.site import clock

PROFESSIONALS = tuple(role for role in steps.DOES_STEPS if role is not Role.CLIENT)


def step_of(reached: Reached, key: str, ordinal: int) -> ShownStep:
    """The step on this road, for this reader."""
    row = reached.dossier.obligations.filter(key=key, ordinal=ordinal).first()
    if row is None or not row.applies:
        raise Http404("No such step on this road.")
    return shown([row], clock.today(), reached.role)[0]


def done(request: HttpRequest, reached: Reached, key: str, ordinal: int) -> HttpResponse:
    """On which day was it done? The same page for a professional and, for a step of their own, the client."""
    step = step_of(reached, key, ordinal)
    if reached.role not in steps.who_may_do(step.row):
        return not_yours(request, reached)
    form = DoneForm(typed(request), dossier=reached.dossier)
    outcome = request.method == "POST" and tried(
        form,
        lambda: steps.mark_done(
            reached.actor,
            reached.dossier.pk,
            key,
            form.cleaned_data["done_on"],
            ordinal,
            form.cleaned_data["version"],
        ),
    )
    if outcome is True:
        told = {"step": step.title, "day": short_day(form.cleaned_data["done_on"])}
        messages.success(request, _("Vastgelegd: %(step)s, op %(day)s.") % told)
        return after(reached)
    return page(
        request, "done.html", reached, form=form, step=step, comparison=outcome, corrects=bool(step.row.done)
    )


mark_done = require_http_methods(["GET", "POST"])(for_roles(*PROFESSIONALS)(done))
my_step_done = require_http_methods(["GET", "POST"])(for_client(done))


@require_http_methods(["GET", "POST"])
@for_roles(*PROFESSIONALS)
def correct_done(request: HttpRequest, reached: Reached, key: str, ordinal: int) -> HttpResponse:
    """The day was wrong, or the step was not done after all."""
    step = step_of(reached, key, ordinal)
    if reached.role not in steps.who_may_do(step.row):
        return not_yours(request, reached)
    known = steps.recorded(reached.dossier, key, ordinal)
    if known is None:
        raise Http404("Nothing was recorded here.")
    form = CorrectForm(typed(request), dossier=reached.dossier, initial={"done_on": known.done_on})
    outcome = request.method == "POST" and tried(
        form,
        lambda: steps.correct_done(
            reached.actor,
            reached.dossier.pk,
            key,
            form.cleaned_data["done_on"],
            form.cleaned_data["why"],
            ordinal,
            form.cleaned_data["version"],
        ),
    )
    if outcome is True:
        messages.success(request, _("Verbeterd. De oude datum blijft in het verhaal van het dossier staan."))
        return after(reached)
    return page(request, "correct.html", reached, form=form, step=step, comparison=outcome, known=known)


@require_http_methods(["GET", "POST"])
@for_roles(*steps.EMPLOYERS_SIDE)
def agree_date(request: HttpRequest, reached: Reached, key: str, ordinal: int) -> HttpResponse:
    """Another date, agreed together (RP art. 5); where the law allows none, the page says so."""
    step = step_of(reached, key, ordinal)
    parties = list(seats_in(reached.dossier.pk, *steps.EMPLOYERS_SIDE))
    form = AgreeForm(
        typed(request),
        dossier=reached.dossier,
        parties=parties,
        initial={"for_employer": str(reached.actor.account_id)},
    )
    outcome = request.method == "POST" and tried(form, lambda: agree(reached, form, key, ordinal))
    if outcome is True:
        told = {"step": step.title, "day": short_day(form.cleaned_data["due"])}
        messages.success(request, _("Samen afgesproken: %(step)s uiterlijk op %(day)s.") % told)
        return after(reached)
    return page(request, "agree.html", reached, form=form, step=step, comparison=outcome)


def agree(reached: Reached, form: AgreeForm, key: str, ordinal: int) -> None:
    said = form.cleaned_data
    steps.agree_date(
        reached.actor,
        reached.dossier.pk,
        key,
        said["due"],
        said["reason"],
        said["for_employer"],
        employee_agrees=said["employee_agrees"],
        ordinal=ordinal,
        version=said["version"],
    )
