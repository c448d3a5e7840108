"""Keeping a way to look at the list, and dropping one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoorboek.caseload.acts import drop_view, keep_view
from spoorboek.caseload.panel import address
from spoorboek.caseload.views.caseload import OWN_LIST
from spoorboek.caseload.wishes import Wish
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import current_actor
from spoorboek.people.context import roles_here


@require_POST
@login_required
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what the list is filtered on under a name."""
    if not roles_here(request) & OWN_LIST:
        return redirect("home")
    query = request.POST.get("query", "")
    try:
        view = keep_view(current_actor(), request.POST.get("name", ""), query)
        messages.success(request, _("De weergave %(name)s is bewaard.") % {"name": view.name})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(address(Wish.read(QueryDict(query))))


@require_POST
@login_required
def drop(request: HttpRequest, view_id: int) -> HttpResponse:
    """Drop a kept way to look."""
    drop_view(current_actor(), view_id)
    messages.success(request, _("De weergave is verwijderd. De dossiers zelf zijn niet veranderd."))
    return redirect("caseload")
