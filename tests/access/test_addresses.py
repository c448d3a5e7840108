"""Every address, as every role, from every distance: what answers, and that no layer shows to who may not read it."""

from functools import cache
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from spoorboek.people.models import Account
from spoorboek.people.policy import REACH, Layer, Reach, Role
from tests.access.addresses import Address, addresses
from tests.access.attempts import undone
from tests.access.markers import MARKS, UNMARKED, marked
from tests.access.places import CLIENT_SIDE, ELSEWHERE, PLACES, SAMPLES, Kind, Place, what_to_add
from tests.access.test_directory import SAMPLES as WHO_KNOWS
from tests.access.world import Someone, Standing, world
from tests.signed_in import signed_in_to

NO_SUCH_METHOD = 405
REFUSED = {403, 404, NO_SUCH_METHOD}
ALL = sorted(addresses(), key=str)
PLACED = [address for address in ALL if str(address) in PLACES]
PRYING = frozenset({Role.ADMIN, Role.RESEARCHER, Role.CLIENT})
"""Roles that try every address from outside, beside those for whom it is meant."""


@cache
def browser_of(someone: Someone | None) -> Client:
    """Signed in, with the second factor that professionals need; None is a visitor."""
    return signed_in_to(Account.objects.get(pk=someone.account_id)) if someone else Client()


def path_of(address: Address, place: Place, changed: dict[str, Any] | None = None) -> str:
    samples = SAMPLES | place.arguments
    values = {name: samples[name](world(), marked()) for name in address.arguments}
    return reverse(address.name, kwargs=values | (changed or {}))


def answer(someone: Someone | None, method: str, path: str) -> HttpResponse:
    browser = browser_of(someone)
    kept = browser.cookies.copy()
    with undone():
        response: HttpResponse = getattr(browser, method)(path)
    browser.cookies.clear()
    browser.cookies.update(kept)
    return response


Outcome = tuple[int, str | None]
"""A status, and where the answer leads."""
OUTCOMES: dict[tuple[Someone | None, str, str], Outcome] = {}
"""What was answered before: asked again only where a test runs alone."""


def outcome_of(response: HttpResponse) -> Outcome:
    return response.status_code, response.get("Location")


def outcome(someone: Someone | None, method: str, path: str) -> Outcome:
    asked = (someone, method, path)
    if asked not in OUTCOMES:
        OUTCOMES[asked] = outcome_of(answer(*asked))
    return OUTCOMES[asked]


def text_of(response: Any) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers} {body.decode('utf-8', 'replace')}"


def may_see(layer: Layer, someone: Someone | None) -> bool:
    """Whether the policy lets someone read a layer of the full dossier; a name as the directory's own test says."""
    if someone is None:
        return False
    if layer is Layer.DIRECTORY:
        return someone.role in WHO_KNOWS["people_person"].readers.get(someone.standing, set())
    wrote_it = layer is Layer.GUIDANCE and someone.role is Role.COACH
    seen = {Reach.READ, Reach.WRITE} | ({Reach.OWN} if wrote_it else set())
    return someone.standing is Standing.INVOLVED and REACH[layer][someone.role] in seen


def marks_too_many(someone: Someone | None, response: Any) -> list[str]:
    text = text_of(response)
    return [
        f"shows the {layer} layer"
        for layer, mark in MARKS.items()
        if mark in text and not may_see(layer, someone)
    ]


def takes_part(place: Place, someone: Someone) -> bool:
    """As a participant, or by the organisation's role where that opens the address."""
    if someone.role in place.without_seat:
        return someone.standing in {Standing.INVOLVED, Standing.COLLEAGUE}
    return someone.standing is Standing.INVOLVED


def expected(place: Place, someone: Someone | None, method: str) -> set[int]:
    """Statuses that are right; an empty set means: any but an error."""
    roles = place.reads if method == "get" else place.posts
    no_such_method = set() if roles else {NO_SUCH_METHOD}
    if place.kind is Kind.ANYONE:
        return set()
    if place.kind is Kind.TOKEN:
        return {401}
    if place.kind is Kind.CALL:
        called = {401} if someone is None else REFUSED | {400, 409, 410}
        return called | no_such_method | ({200} if someone and someone.role in roles else set())
    if someone is None:
        return {302} | no_such_method
    if place.kind is Kind.INSIDE and not takes_part(place, someone):
        return {404} | no_such_method
    if place.kind is not Kind.INSIDE and someone.standing is not Standing.INVOLVED:
        return set()
    if someone.role in roles:
        return {200} if method == "get" else {200, 302, 422}
    return REFUSED | ({302} if place.kind is Kind.SIGNED_IN or someone.role in CLIENT_SIDE else set())


def methods_of(place: Place) -> tuple[tuple[str, frozenset[Role]], ...]:
    """Each method with the roles that it is for."""
    return ("get", place.reads), ("post", place.posts)


def who_tries(place: Place) -> list[Someone | None]:
    """Everyone who takes part; from outside those for whom the address is meant, and those who pry.

    An address that goes by token is meant for nobody's session.
    """
    outside = PRYING if place.kind is Kind.TOKEN else place.reads | place.posts | PRYING
    trying = [
        one
        for one in world().everyone
        if one.standing is Standing.INVOLVED or (place.kind is not Kind.ANYONE and one.role in outside)
    ]
    return [None, *trying]


def wrong_with(response: Any, place: Place, someone: Someone | None, method: str) -> list[str]:
    right = expected(place, someone, method)
    found = marks_too_many(someone, response)
    if response.status_code >= 500 or (right and response.status_code not in right):
        found.append(f"answers {response.status_code}, not {sorted(right) or 'a page'}")
    needs_sign_in = someone is None and right and response.status_code == 302
    if needs_sign_in and reverse("account_login") not in response["Location"]:
        found.append(f"sends to {response['Location']}, not to sign-in")
    return [f"{method.upper()} by {someone or 'a visitor'} {what}" for what in found]


def test_every_address_has_a_place() -> None:
    missing = [what_to_add(str(address), address.view) for address in ALL if str(address) not in PLACES]
    assert missing == [], "Add to a PLACES in tests/access/places/:\n" + "\n".join(missing)


def test_every_place_is_an_address_and_every_address_has_a_name() -> None:
    assert set(PLACES) - {str(address) for address in ALL} == set()
    assert [address for address in ALL if not address.name] == []


@pytest.mark.parametrize("address", PLACED, ids=str)
def test_an_address_answers_only_whom_it_is_for(address: Address) -> None:
    place, wrong = PLACES[str(address)], []
    path = path_of(address, place)
    for method, roles in methods_of(place):
        for someone in who_tries(place):
            response = answer(someone, method, path)
            OUTCOMES[someone, method, path] = outcome_of(response)
            wrong += wrong_with(response, place, someone, method)
            if response.status_code == NO_SUCH_METHOD and not roles:
                break  # a method that an address does not have is refused whoever asks
    assert wrong == [], path


@pytest.mark.parametrize("address", [one for one in PLACED if PLACES[str(one)].kind is Kind.OWN_ROW], ids=str)
def test_a_row_of_someone_else_answers_as_one_that_does_not_exist(address: Address) -> None:
    place = PLACES[str(address)]
    theirs = path_of(address, place)
    nowhere = path_of(address, place, {name: ELSEWHERE[name](world()) for name in address.arguments})
    strangers = [one for one in who_tries(place) if one and not takes_part(place, one)]
    for method, roles in methods_of(place):
        for someone in strangers:
            there, none = outcome(someone, method, theirs), outcome(someone, method, nowhere)
            assert there == none, f"{method} by {someone}"
            if NO_SUCH_METHOD in there and not roles:
                break


SHOWN = [
    (Layer.PROCESS, Role.CASE_MANAGER, "dossier(dossier_id)"),
    (Layer.DIRECTORY, Role.CASE_MANAGER, "caseload"),
    (Layer.MEDICAL, Role.COMPANY_DOCTOR, "dossier(dossier_id)"),
    (Layer.MEDICAL, Role.CLIENT, "my_route"),
    (Layer.PERSONAL, Role.CLIENT, "wanting"),
    (Layer.GUIDANCE, Role.COACH, "coaching(dossier_id)"),
    (Layer.GUIDANCE, Role.CLIENT, "my_coaching"),
    (Layer.PERSONAL, Role.CLIENT, "worksheet(key)"),
]


@pytest.mark.parametrize(("layer", "role", "where"), SHOWN)
def test_a_mark_does_show_to_who_may_read_it(layer: Layer, role: Role, where: str) -> None:
    """Otherwise its absence elsewhere would prove nothing."""
    address = next(one for one in ALL if str(one) == where)
    response = answer(world().who(role), "get", path_of(address, PLACES[where]))
    assert MARKS[layer] in text_of(response)


def test_every_layer_has_a_mark_or_a_reason_for_none() -> None:
    assert set(MARKS) | set(UNMARKED) == set(Layer)


def test_no_page_of_a_dossier_is_kept_by_a_browser() -> None:
    """A page of a dossier must not come back to the next person on the same computer."""
    address = next(one for one in ALL if str(one) == "dossier(dossier_id)")
    response = answer(world().who(Role.CASE_MANAGER), "get", path_of(address, PLACES[str(address)]))
    assert "no-store" in response.headers.get("Cache-Control", "")
