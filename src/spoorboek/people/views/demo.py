"""One click to be anyone in the demo. These addresses do not exist outside demo mode."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account
from spoorboek.people.policy import Role

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ARBODIENST = "case_manager_arbodienst"
"""A second case manager: one who works at the arbodienst, for several employers."""
KEYS: tuple[str, ...] = (
    *(role.value for role in Role if role is not Role.HELPER),
    ARBODIENST,
)
"""Who one can be: an account for each role key, and the second case manager."""


def address_of(role: Role) -> str:
    """The e-mail address of the demo's account for a role."""
    return f"{role.value}@demo.spoorboek.example"


def address_of_key(key: str) -> str:
    """The e-mail address of the demo's account for a key of its sign-in page."""
    return f"{key}@demo.spoorboek.example"


def only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


@require_POST
def demo_login(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as the demo's account of a role; `to=lesson` goes on to the lesson."""
    only_in_demo()
    account = Account.objects.filter(email=address_of_key(role)).first() if role in KEYS else None
    if account is None:
        raise Http404
    login(request, account, backend=BACKEND)
    with acting_as(Actor(account_id=account.pk)):
        return redirect("practice_lesson" if request.POST.get("to") == "lesson" else "home")
