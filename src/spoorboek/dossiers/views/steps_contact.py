"""Pages about contact: note it, and take a text away."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers import health_words
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import contact
from spoorboek.dossiers.forms.steps_contact import NoteForm, RedactForm
from spoorboek.dossiers.views.steps_walk import back, for_roles, not_yours, page, tried, typed


@require_http_methods(["GET", "POST"])
@for_roles(*contact.NOTES_CONTACT)
def note_contact(request: HttpRequest, reached: Reached) -> HttpResponse:
    """How, when, and what was agreed. Words that may be about health are shown marked before anything is saved."""
    form = NoteForm(typed(request), dossier=reached.dossier)
    if (
        request.method == "POST"
        and tried(form, lambda: note(reached, form)) is True
        and form.question is None
    ):
        messages.success(request, _("Het contact is genoteerd."))
        return back(reached)
    return page(
        request,
        "note.html",
        reached,
        form=form,
        marked=form.marked,
        may_not=health_words.may_not_be_written(),
    )


def note(reached: Reached, form: NoteForm) -> None:
    said = form.cleaned_data
    try:
        contact.note_contact(
            reached.actor, reached.dossier.pk, said["on"], said["way"], said["text"], form.kept
        )
    except health_words.HealthWords as question:
        form.ask(question)


@require_http_methods(["GET", "POST"])
@for_roles(*contact.NOTES_CONTACT)
def redact_contact_note(request: HttpRequest, reached: Reached, note_id: int) -> HttpResponse:
    """Take the text of a note away for good. The page shows whose note it is and when, not the text."""
    row = reached.dossier.contact_notes.select_related("author__person").filter(pk=note_id).first()
    if row is None:
        raise Http404("No such note.")
    if row.author_id != reached.actor.account_id and reached.role not in contact.BLACKS_OUT_OTHERS:
        return not_yours(request, reached)
    form = RedactForm(typed(request), dossier=reached.dossier)
    outcome = request.method == "POST" and tried(
        form,
        lambda: contact.redact_contact_note(
            reached.actor, reached.dossier.pk, note_id, form.cleaned_data["why"]
        ),
    )
    if outcome is True:
        messages.success(request, _("De tekst is weg. In het verhaal staat dat er een tekst is weggehaald."))
        return back(reached)
    return page(request, "redact.html", reached, form=form, note=row)
