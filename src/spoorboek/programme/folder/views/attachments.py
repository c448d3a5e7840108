"""A photo, drawing or recording itself. It is never kept by a browser or a proxy."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import current_actor
from spoorboek.programme.folder.access import attachment


@require_GET
@login_required
def show_attachment(request: HttpRequest, attachment_id: uuid.UUID) -> HttpResponse:
    """For the client, and for whom it was shared with."""
    try:
        row, content = attachment(current_actor(), attachment_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    return HttpResponse(content, content_type=row.media_type)
