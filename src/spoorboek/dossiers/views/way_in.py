"""Pages for the client's way in: invite (mail or letter), and recognise."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import way_in
from spoorboek.dossiers.forms.way_in import InviteClientForm, RecogniseForm
from spoorboek.dossiers.views.steps_walk import back, for_roles, page, tried, typed
from spoorboek.people.policy import Role


@never_cache
@require_http_methods(["GET", "POST"])
@for_roles(Role.CASE_MANAGER, Role.COMPANY_DOCTOR)
def invite_client(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Invite the client; the letter with its code is shown once."""
    form = InviteClientForm(typed(request), dossier=reached.dossier)
    codes: list[str] = []

    def act() -> None:
        link = request.build_absolute_uri(reverse("invitation_link", args=["CODE"]))
        codes.append(
            way_in.invite_client(reached.actor, reached.dossier.pk, form.cleaned_data["email"], link)
        )

    if request.method == "POST" and tried(form, act) is True:
        if codes[0]:
            address = request.build_absolute_uri(reverse("letter"))
            return page(request, "client_letter.html", reached, code=codes[0], letter_address=address)
        messages.success(request, _("De uitnodiging is verstuurd."))
        return redirect("people_of_dossier", reached.dossier.pk)
    used = way_in.came_in(reached.dossier.employment.person_id)
    return page(request, "invite_client.html", reached, form=form, used=used)


@never_cache
@require_http_methods(["GET", "POST"])
@for_roles(Role.COMPANY_DOCTOR)
def recognise_client(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The doctor types the code of the person in front of them."""
    form = RecogniseForm(typed(request), dossier=reached.dossier)
    if request.method == "POST" and tried(
        form, lambda: way_in.recognise_client(reached.actor, reached.dossier.pk, form.cleaned_data["code"])
    ):
        messages.success(request, _("Klaar. De medewerker leest nu ook het eigen medische deel."))
        return back(reached)
    return page(request, "recognise_client.html", reached, form=form)
