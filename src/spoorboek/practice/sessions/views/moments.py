"""What the player tells where there is no link, or it was lost."""

import json
import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import current_actor
from spoorboek.practice.sessions.acts import playing


@require_POST
def moments(request: HttpRequest, session_id: uuid.UUID) -> HttpResponse:
    """POST a JSON list of moments; answers the highest number that is kept."""
    if not request.user.is_authenticated:
        return JsonResponse({"sign_in": reverse("account_login")}, status=401)
    try:
        told = json.loads(request.body)
        if not isinstance(told, list):
            raise ValueError("A list of moments was asked for.")
        last = playing.keep_moments(current_actor(), session_id, told)
    except ValueError:
        return JsonResponse({"sentence": _("Dit konden we niet lezen.")}, status=400)
    except NotYours as refusal:
        return JsonResponse({"sentence": refusal.message}, status=404)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.message}, status=409)
    return JsonResponse({"kept": last})
