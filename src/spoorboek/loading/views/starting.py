"""The first page: take in a list; what was loaded before."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.refusals import Refused
from spoorboek.loading import access
from spoorboek.loading.acts.ending import cancel
from spoorboek.loading.acts.starting import start_import
from spoorboek.loading.forms import UploadForm
from spoorboek.loading.views.shared import on, own, page
from spoorboek.people.actor import current_actor

EARLIER = 12


@require_http_methods(["GET", "POST"])
@login_required
def lists(request: HttpRequest) -> HttpResponse:
    """Choose a file."""
    actor = current_actor()
    employers = access.employers(actor)
    if not employers:
        raise PermissionDenied(_("Lijsten laden doet een casemanager."))
    form = UploadForm(request.POST or None, request.FILES or None, employers=employers)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            load = start_import(
                actor, form.cleaned_data["employer"].pk, file.name, file.read(), form.cleaned_data["kind"]
            )
            return redirect("list", load.pk)
        except Refused as refusal:
            form.add_error("file", refusal.message)
    earlier = list(access.imports_of(actor)[:EARLIER])
    status = 422 if form.is_bound else 200
    return page(request, "lists", None, "file", form=form, earlier=earlier, status=status)


@require_GET
@login_required
def go_on(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """Where this list is now."""
    return on(own(import_id))


@require_POST
@login_required
def stop(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """Do not load it."""
    load = own(import_id)
    try:
        cancel(current_actor(), load.pk)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("list", load.pk)
    messages.success(request, _("Gestopt. Er is niets geladen, en van het bestand is niets bewaard."))
    return redirect("lists")
