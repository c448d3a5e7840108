"""The demo's first page: who you can be, what you can do as them, and the invented region they work in."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from spoorboek.dossiers import jobs
from spoorboek.dossiers.demo.region.employers import employers
from spoorboek.dossiers.demo.region.load import progress
from spoorboek.dossiers.shown import in_language
from spoorboek.people.actor import acting_as
from spoorboek.people.models import ROLE_NAMES, Account, Organisation, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.people.views.demo import ARBODIENST, address_of_key, only_in_demo

Words = str | Promise


@dataclass(frozen=True)
class Part:
    """Someone to be: the key of the sign-in, the icon, the title and what one can do as them."""

    key: str
    icon: str
    title: Words
    does: Words


def part(role: Role, icon: str, does: Words) -> Part:
    return Part(role.value, icon, capfirst(ROLE_NAMES[role]), does)


FIRST = (
    part(
        Role.CLIENT,
        "person",
        gettext_lazy("Zie op een telefoon wat er nu komt, loop je route langs, en bepaal wie wat ziet."),
    ),
    part(
        Role.SUPERVISOR,
        "people",
        gettext_lazy("Zie wat je team deze week van je vraagt, en hoe je warm contact houdt."),
    ),
    part(
        Role.CASE_MANAGER,
        "route",
        gettext_lazy(
            "Drieëntwintig dossiers van één werkgever, op elk punt van de weg. Wijzig een feit: de dagen verschuiven."
        ),
    ),
)
NEXT = (
    Part(
        ARBODIENST,
        "route",
        gettext_lazy("Casemanager bij de arbodienst"),
        gettext_lazy(
            "Zo'n tweehonderd dossiers van drie werkgevers. Wie heeft je vandaag nodig, en wie kan wachten?"
        ),
    ),
    part(
        Role.COMPANY_DOCTOR,
        "doctor",
        gettext_lazy("Dezelfde route, met het medische deel apart: alleen jij en de medewerker lezen dat."),
    ),
    part(Role.LABOUR_EXPERT, "work", gettext_lazy("Kijk welk werk past en of de weg goed is gelopen.")),
    part(
        Role.COACH,
        "coach",
        gettext_lazy("Begeleid mensen in spoor 2: zie wie er kwam en wat er is afgesproken."),
    ),
    part(Role.ADMIN, "settings", gettext_lazy("Nodig collega's uit en geef rollen. Dossiers zie je niet.")),
    part(
        Role.WORK_SUPERVISOR,
        "work",
        gettext_lazy("Begeleider op een werkervaringsplek. Ziet nog geen dossiers."),
    ),
    part(Role.BUDDY, "buddy", gettext_lazy("Maatje op een werkervaringsplek. Ziet nog geen dossiers.")),
    part(Role.PEER, "talk", gettext_lazy("Ervaringsdeskundige. Ziet alleen wat iemand deelt.")),
    part(Role.RESEARCHER, "chart", gettext_lazy("Onderzoeker. Ziet nooit een naam of een dossier.")),
)


@dataclass(frozen=True)
class Card:
    """One role to be, as the component `role_cards` shows it."""

    icon: str
    title: Words
    person: str
    text: Words
    action: str


def cards(parts: tuple[Part, ...], people: dict[str, str]) -> list[Card]:
    return [
        Card(one.icon, one.title, people[one.key], one.does, reverse("demo_login", args=[one.key]))
        for one in parts
        if one.key in people
    ]


def names() -> dict[str, str]:
    """Who has each key; empty before the demo is loaded."""
    keys = {address_of_key(one.key): one.key for one in (*FIRST, *NEXT)}
    accounts = dict(Account.objects.filter(email__in=keys).values_list("pk", "email"))
    with acting_as(REGISTRAR):
        people = Person.objects.filter(pk__in=accounts)
        return {keys[str(accounts[person.pk])]: person.name for person in people}


@dataclass(frozen=True)
class Place:
    """An organisation of the region, with what it does and how many dossiers run there."""

    name: str
    what: str
    running: int | None = None


def region() -> list[Place]:
    """Employers with their running dossiers, then who works for them."""
    what = {one.name: in_language({"nl": one.what.nl, "en": one.what.en}) for one in employers()}
    others: dict[str, str] = {
        Organisation.Kind.OCCUPATIONAL_HEALTH: _("arbodienst"),
        Organisation.Kind.REINTEGRATION: _("tweede spoor"),
    }
    runs = Count("employments__dossiers", filter=Q(employments__dossiers__closed_on__isnull=True))
    with acting_as(REGISTRAR):
        rows = list(
            Organisation.objects.filter(world__is_installation=True).annotate(runs=runs).order_by("-runs")
        )
    places = [Place(row.name, what[row.name], row.runs) for row in rows if row.name in what]
    return places + [Place(row.name, others[row.kind]) for row in rows if row.kind in others]


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """Who do you want to be? While the worker loads the region the page tells how far it is."""
    only_in_demo()
    people = names()
    here, all_of_them = progress() if jobs.region_waits() else (0, 0)
    context = {
        "first": cards(FIRST, people),
        "next": cards(NEXT, people),
        "region": region(),
        "loading": (here, all_of_them) if here < all_of_them else None,
        "lesson_action": reverse("demo_login", args=[Role.CASE_MANAGER.value]),
    }
    return render(request, "rehearsal/demo.html", context)
