"""An administrator states a fact about the employer that counts in all its dossiers."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.acts.employer import running_at, state_own_risk
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import acts
from spoorboek.people.actor import current_actor
from spoorboek.people.views.organisation import administered


class OwnRiskForm(forms.Form):
    own_risk = forms.TypedChoiceField(
        label=gettext_lazy("Is deze werkgever eigenrisicodrager voor de Ziektewet?"),
        choices=[("True", gettext_lazy("ja")), ("False", gettext_lazy("nee"))],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
        help_text=gettext_lazy("Dit staat in de beschikking van de Belastingdienst."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_risk(request: HttpRequest) -> HttpResponse:
    """Yes or no, and in how many dossiers that counts."""
    actor = current_actor()
    here = administered(actor)
    if here.kind not in acts.EMPLOYERS:
        raise Http404("Only an employer bears this risk.")
    form = OwnRiskForm(
        request.POST if request.method == "POST" else None, initial={"own_risk": here.own_risk_zw}
    )
    if request.method == "POST" and form.is_valid():
        try:
            count = state_own_risk(actor, here, form.cleaned_data["own_risk"])
        except (Refused, acts.Refused) as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            told = ngettext(
                "Opgeslagen. %(count)s lopend dossier is opnieuw uitgerekend.",
                "Opgeslagen. %(count)s lopende dossiers zijn opnieuw uitgerekend.",
                count,
            )
            messages.success(request, told % {"count": count})
            return redirect("organisation")
    context = {"place": "organisation", "organisation": here, "form": form, "running": running_at(here)}
    status = 422 if form.errors else 200
    return render(request, "dossiers/leaving/own_risk.html", context, status=status)
