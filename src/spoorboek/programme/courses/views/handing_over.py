"""Pages of a handover note: make it, read it, and for the client: correct it and let it go."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import AsksAboutWords
from spoorboek.dossiers.health_words import HealthWords
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client, for_roles
from spoorboek.programme.courses.access import handovers_of
from spoorboek.programme.courses.acts import handing_over
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.handing import note_for, opened, receivers
from spoorboek.programme.courses.models import Handover
from spoorboek.programme.courses.views.walk import page


class ToForm(forms.Form):
    """For whom the note is."""

    to = forms.ChoiceField(
        label=gettext_lazy("Voor wie?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies voor wie de overdracht is.")},
    )


class OwnWordsForm(AsksAboutWords):
    """What the client corrects or adds."""

    own_words = forms.CharField(
        label=gettext_lazy("Klopt er iets niet, of wil je iets toevoegen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


@require_http_methods(["GET", "POST"])
@for_roles(*TASK_FORCE)
def write(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The note as it would be; one choice: for whom."""
    parts = note_for(reached)
    form = ToForm(request.POST or None)
    form.fields["to"].choices = receivers(reached)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        to = uuid.UUID(form.cleaned_data["to"])
        done = _("De overdracht ligt klaar. %(name)s leest die eerst.") % {
            "name": reached.dossier.employment.person.first_name
        }
        if tried(
            request,
            lambda: handing_over.write_handover(reached.actor, reached.dossier.pk, to, parts),
            done,
            form,
        ):
            return redirect("programme", reached.dossier.pk)
    return page(request, "handover_write.html", reached, form=form, parts=parts)


def found_note(reached: Reached, note_id: uuid.UUID) -> Handover:
    note = next((one for one in handovers_of(reached) if one.pk == note_id), None)
    if note is None:
        raise Http404("No such note.")
    return note


@require_GET
@for_roles(*TASK_FORCE)
def read(request: HttpRequest, reached: Reached, note_id: uuid.UUID) -> HttpResponse:
    """A note one wrote, or that was passed on to oneself."""
    note = found_note(reached, note_id)
    parts, own_words = opened(note)
    return page(request, "handover.html", reached, note=note, parts=parts, own_words=own_words)


@require_http_methods(["GET", "POST"])
@for_client
def mine(request: HttpRequest, reached: Reached, note_id: uuid.UUID) -> HttpResponse:
    """The client reads it first, corrects, and lets it go or not."""
    note = found_note(reached, note_id)
    parts, own_words = opened(note)
    form = OwnWordsForm(request.POST or None)
    where = (reached.actor, reached.dossier.pk, note.pk)
    if "keep" in request.POST:
        kept_back = _("Dat is goed. De overdracht gaat niet weg.")
        tried(request, lambda: handing_over.keep_back_handover(*where), kept_back)
        return redirect("my_programme")
    if "pass" in request.POST and form.is_valid():
        words = form.cleaned_data["own_words"]
        try:
            handing_over.pass_handover(*where, own_words=words, words_kept=form.kept)
        except HealthWords as question:
            form.ask(question)
        except Refused as refusal:
            messages.warning(request, refusal.message)
            return redirect("my_programme")
        else:
            messages.success(request, _("De overdracht is doorgegeven."))
            return redirect("my_programme")
    return page(
        request,
        "client/handover.html",
        reached,
        note=note,
        parts=parts,
        own_words=own_words,
        form=form,
        marked=form.marked,
    )
