"""One question to the client about the own leave; only the client and the company doctor read the answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import own_leave
from spoorboek.dossiers.forms.facts_leave import OwnStatementForm
from spoorboek.dossiers.views.steps_walk import for_client, page, tried, typed


@require_http_methods(["GET", "POST"])
@for_client
def my_leave(request: HttpRequest, reached: Reached, leave_id: int) -> HttpResponse:
    """*Komt het door je zwangerschap of de bevalling?* Saying nothing is an answer too."""
    leave = own_leave.asked_about(reached.dossier, leave_id)
    if leave is None:
        messages.info(request, _("Deze vraag is er nu niet. Je hoeft niets te doen."))
        return redirect("my_route")
    first = own_leave.said_before(reached.dossier, leave)
    form = OwnStatementForm(typed(request), dossier=reached.dossier, initial={"related_to_birth": first})
    outcome = request.method == "POST" and tried(
        form,
        lambda: own_leave.say_on_leave(
            reached.actor,
            reached.dossier.pk,
            leave.pk,
            form.cleaned_data["related_to_birth"],
            form.cleaned_data["version"],
        ),
    )
    if outcome is True:
        messages.success(request, _("Bewaard. Alleen jij en de bedrijfsarts lezen dit."))
        return redirect("my_route")
    return page(request, "client/my_leave.html", reached, form=form, leave=leave, place="route")
