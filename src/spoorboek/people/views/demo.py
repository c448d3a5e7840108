"""One click to be anyone in the demo. These addresses do not exist outside demo mode."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import ROLE_NAMES, Account, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
COMES_FOR: dict[Role, Promise] = {
    Role.CLIENT: _("Wat gebeurt er nu, wat wil ik, wie ziet wat?"),
    Role.SUPERVISOR: _("Wat doe ik deze week, hoe houd ik warm contact?"),
    Role.CASE_MANAGER: _("Welk dossier heeft mij nodig, en waarom op die dag?"),
    Role.COMPANY_DOCTOR: _("Hetzelfde dossier, met het medische deel apart."),
    Role.LABOUR_EXPERT: _("Welk werk past, en is de route goed gelopen?"),
    Role.COACH: _("De mensen die ik begeleid, in spoor 1 en spoor 2."),
    Role.WORK_SUPERVISOR: _("Begeleider op een werkervaringsplek. Ziet nog geen dossiers."),
    Role.BUDDY: _("Maatje op een werkervaringsplek. Ziet nog geen dossiers."),
    Role.PEER: _("Ervaringsdeskundige. Ziet alleen wat iemand deelt."),
    Role.RESEARCHER: _("Onderzoeker. Ziet nooit een naam of een dossier."),
    Role.ADMIN: _("Collega's uitnodigen, rollen geven. Ziet geen dossiers."),
}


ICONS = {
    Role.CLIENT: "person",
    Role.SUPERVISOR: "people",
    Role.CASE_MANAGER: "route",
    Role.COMPANY_DOCTOR: "doctor",
    Role.LABOUR_EXPERT: "work",
    Role.COACH: "coach",
    Role.WORK_SUPERVISOR: "work",
    Role.BUDDY: "buddy",
    Role.PEER: "talk",
    Role.RESEARCHER: "chart",
    Role.ADMIN: "settings",
}


@dataclass(frozen=True)
class Card:
    """One role to be, as the component `role_cards` shows it."""

    icon: str
    title: str
    person: str
    text: str | Promise
    action: str


def address_of(role: Role) -> str:
    """The e-mail address of the demo's account for a role."""
    return f"{role.value}@demo.spoorboek.example"


def only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


def demo(request: HttpRequest) -> HttpResponse:
    """Who do you want to be?"""
    only_in_demo()
    accounts = dict(
        Account.objects.filter(email__in=[address_of(role) for role in COMES_FOR]).values_list("email", "pk")
    )
    with acting_as(REGISTRAR):
        people = {person.pk: person.name for person in Person.objects.filter(pk__in=accounts.values())}
    cards = [
        Card(
            ICONS[role],
            str(capfirst(ROLE_NAMES[role])),
            people[accounts[address_of(role)]],
            comes_for,
            reverse("demo_login", args=[role.value]),
        )
        for role, comes_for in COMES_FOR.items()
        if address_of(role) in accounts
    ]
    return render(request, "people/demo.html", {"cards": cards})


@require_POST
def demo_login(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as the demo's account of a role."""
    only_in_demo()
    known = {key.value: key for key in COMES_FOR}
    account = Account.objects.filter(email=address_of(known[role])).first() if role in known else None
    if account is None:
        raise Http404
    login(request, account, backend=BACKEND)
    with acting_as(Actor(account_id=account.pk)):
        return redirect("home")
