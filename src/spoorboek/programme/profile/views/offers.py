"""Pages for those at the client's side: say what you can offer, and read what was shared."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.methods.determinants import determinants
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import MAY_OFFER, MAY_READ_A_PROFILE, Role
from spoorboek.programme.profile import access
from spoorboek.programme.profile.acts import others
from spoorboek.programme.profile.change_chart import change_chart
from spoorboek.programme.profile.forms import OfferForm
from spoorboek.programme.profile.models import Invitation
from spoorboek.programme.profile.views.client import shown, table_of


def place_of(reached: Reached) -> str:
    return "team" if reached.role is Role.SUPERVISOR else "caseload"


@require_http_methods(["GET", "POST"])
@for_roles(*MAY_OFFER)
def what_i_offer(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What the client asks of the reader, and the reader's own part in it. Nothing about the client is rated."""
    asked = access.asked_of(reached.actor, reached.dossier.pk)
    wanted = request.POST.get("invitation", "")
    forms = [(row, *words_and_form(request, reached, row, str(row.pk) == wanted)) for row in asked]
    if request.method == "POST":
        mine = next(((row, form) for row, _words, form in forms if str(row.pk) == wanted), None)
        if mine is None:
            messages.info(request, _("Deze vraag staat niet meer open. Je hoeft niets te doen."))
            return redirect("what_i_offer", reached.dossier.pk)
        if mine[1].is_valid() and offered(reached, *mine):
            messages.success(
                request,
                _("Bewaard. Alleen %(name)s leest dit.")
                % {"name": reached.dossier.employment.person.first_name},
            )
            return redirect("what_i_offer", reached.dossier.pk)
    refused = any(form.errors for _row, _words, form in forms)
    return shown(request, reached, "what_i_offer", place=place_of(reached), asked=forms, refused=refused)


def words_and_form(
    request: HttpRequest, reached: Reached, row: Invitation, posted: bool
) -> tuple[str, OfferForm]:
    """The sentence that the client showed, and the form with what was offered before."""
    words = Envelope(reached.dossier.pk).open(row.sealed)
    first = {one.key: one.step for one in row.offers.all()}
    prefix = f"q{str(row.pk)[:8]}"
    return words, OfferForm(request.POST if posted else None, role=row.role, initial=first, prefix=prefix)


def offered(reached: Reached, row: Invitation, form: OfferForm) -> bool:
    try:
        others.offer(reached.actor, reached.dossier.pk, row.pk, form.steps)
    except Refused as refusal:
        refuse(form, refusal)
        return False
    return True


@require_GET
@for_roles(*MAY_READ_A_PROFILE)
def shared_wanting(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What the client shared with the reader, and no more."""
    envelope = Envelope(reached.dossier.pk)
    shared = []
    for row, words in access.shared_with_me(reached):
        rounds = access.moments(row, envelope)
        shared.append(
            {
                "words": words,
                "moments": rounds,
                "rows": table_of(rounds),
                "chart": change_chart(rounds),
                "chosen": [(in_language(one.title), one) for one in access.chosen(row)],
                "up": access.cards_up(row),
                "done": access.cards_done(row),
            }
        )
    person = reached.dossier.employment.person
    context = {
        "place": place_of(reached), "dossier": reached.dossier, "person": person, "shared": shared,
        "model": determinants(), "printed_for": person.name,
    }  # fmt: skip
    return render(request, "profile/shared.html", context)
