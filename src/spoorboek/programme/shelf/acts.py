"""Copy a method, change it, have it looked at, release it. A version that was released never changes again."""

import uuid
from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods import Method, method_from, methods
from spoorboek.methods.reading import Mistakes
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.programme.shelf import access
from spoorboek.programme.shelf.discretion import check_discretion
from spoorboek.programme.shelf.models import Draft, Release
from spoorboek.programme.shelf.second_person import Desk, note_change, said_plainly

LARGEST_FILE = 200_000
"""Characters in an imported file; the longest of ours has some 30,000. Reading this many takes seconds."""


class WrongFile(Refused):
    """A file with mistakes in it, each with its line."""

    def __init__(self, wrong: Mistakes) -> None:
        super().__init__(_("In dit bestand klopt nog niet alles. Hieronder staat wat, met de regel."), "file")
        self.mistakes = wrong.found


def check_editor(actor: Actor, organisation: Organisation) -> None:
    if not access.editors_of(organisation, actor):
        raise NotYours(_("Dit kan alleen wie in deze organisatie met methoden werkt."))


@transaction.atomic
def copy_method(actor: Actor, organisation: Organisation, key: str) -> Draft:
    """Begin to adapt the version an organisation uses now."""
    check_editor(actor, organisation)
    found = access.released(organisation.pk).get(key)
    if found is None:
        raise Refused(_("Deze methode is er niet meer."))
    check_no_draft(organisation, key)
    content = found.method.model_dump_json()
    return Draft.objects.create(
        organisation=organisation,
        key=key,
        based_on=found.version,
        base=content,
        content=content,
        last_editor_id=actor.person_id,
    )


def check_no_draft(organisation: Organisation, key: str) -> None:
    if Draft.objects.filter(organisation=organisation, key=key).exists():
        raise Refused(_("Iemand past deze methode al aan. Werk verder in die versie."))


@transaction.atomic
def import_method(actor: Actor, organisation: Organisation, text: str, name: str) -> Draft:
    """A draft from a file: of a method that is there, or of a new one. Refuses with every mistake in the file."""
    check_editor(actor, organisation)
    method = read_file(text, name)
    check_no_draft(organisation, method.key)
    known = access.released(organisation.pk).get(method.key)
    return Draft.objects.create(
        organisation=organisation,
        key=method.key,
        based_on=known.version if known else "",
        base=known.method.model_dump_json() if known else "",
        content=method.model_dump_json(),
        last_editor_id=actor.person_id,
    )


@transaction.atomic
def replace_draft(actor: Actor, draft_id: uuid.UUID, seen: int, text: str, name: str) -> Draft:
    """What was changed in the file of a draft, back into that draft."""
    method = read_file(text, name)
    key = access.open_draft(actor, draft_id).key
    if method.key != key:
        raise Refused(_("Dit bestand is van een andere methode. Kies het bestand van deze."), "file")
    return change_draft(actor, draft_id, seen, lambda _before: method)


def read_file(text: str, name: str) -> Method:
    """The method in an uploaded file. Raises `Refused`, with every mistake where it is `WrongFile`."""
    if len(text) > LARGEST_FILE:
        raise Refused(_("Dit bestand is te groot voor een methode. Kies een bestand tot 200 kB."), "file")
    try:
        method = method_from(text, name)
    except Mistakes as wrong:
        raise WrongFile(wrong) from wrong
    check_discretion(method, "file")
    return method


@transaction.atomic
def change_draft(actor: Actor, draft_id: uuid.UUID, seen: int, change: Callable[[Method], Method]) -> Draft:
    """Change the method in a draft. `seen` is the count of changes the person saw; `change` gives the new method."""
    draft = DESK.taken_up(actor, draft_id, seen)
    with said_plainly(_("Dit onderdeel is er niet meer. Kijk wat er nu staat.")):
        method = change(access.drafted(draft))
    check_discretion(method)
    content = method.model_dump_json()
    if content == draft.content:
        return draft
    draft.content = content
    note_change(draft, actor)
    draft.save(update_fields=["content", "changes", "state", "last_editor", "edited_at"])
    return draft


def release_draft(actor: Actor, draft_id: uuid.UUID, seen: int) -> Release:
    """Make a version of it that courses can start with. By someone else than who changed it last."""
    return DESK.release(actor, draft_id, seen, release_of)


def release_of(draft: Draft, actor: Actor) -> Release:
    last = access.releases(draft.organisation_id, draft.key).first()
    number = last.number + 1 if last else 1
    method = access.drafted(draft)
    version = version_for(draft, method, number)
    return Release.objects.create(
        organisation=draft.organisation,
        key=draft.key,
        version=version,
        number=number,
        based_on=draft.based_on,
        content=method.model_copy(update={"version": version}).model_dump_json(),
        edited_by_id=draft.last_editor_id,
        released_by_id=actor.person_id,
    )


def version_for(draft: Draft, method: Method, number: int) -> str:
    """The product's version with the organisation's own number behind it: 1.0 becomes 1.0.1, 1.0.2."""
    shipped = methods().get(draft.key)
    begin = (shipped or method).version.split(".")[:2]
    return ".".join([*begin, *(["0"] if len(begin) == 1 else []), str(number)])


def check_drafted(draft: Draft) -> None:
    check_discretion(access.drafted(draft))


DESK = Desk(access.open_draft, check_drafted, lambda draft: draft.content != draft.base)
ask_review, send_back, discard_draft = DESK.ask_review, DESK.send_back, DESK.discard
