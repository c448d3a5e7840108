"""A list comes in: it is read once, sealed, and its columns are guessed."""

import hashlib
import uuid

from django.db import transaction

from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.columns import Column
from spoorboek.lists.findings import Unreadable
from spoorboek.lists.guessing import Guess, guessed
from spoorboek.lists.sheet import Sheet, read
from spoorboek.loading import access, sealing, words
from spoorboek.loading.choices import Choices, as_columns
from spoorboek.loading.models import Import, Layout
from spoorboek.people.actor import Actor
from spoorboek.site import clock

LARGEST = 20 * 1024 * 1024


@transaction.atomic
def start_import(
    actor: Actor, employer_id: uuid.UUID, filename: str, content: bytes, kind: str = Import.Kind.ABSENCES
) -> Import:
    """Take in a file (CSV, XLSX, XLS or ODS) for an employer. Nothing of it is stored unsealed."""
    employer = access.employer_of(actor, employer_id)
    if len(content) > LARGEST:
        raise Refused(words.about_file("too-large"), "file")
    try:
        sheet = read(content)
    except Unreadable as problem:
        raise Refused(words.about_file(problem.finding.code), "file") from problem
    load = Import(
        account_id=actor.person_id,
        employer=employer,
        kind=kind,
        fingerprint=fingerprint_of(sheet),
        rows=len(sheet.lines),
    )
    Choices(columns=as_columns(first_columns(load, sheet))).keep(load)
    load.save(force_insert=True)
    sealing.put_away(load, filename, content)
    return load


def fingerprint_of(sheet: Sheet) -> str:
    """The same for lists with the same headers in the same order."""
    return hashlib.sha256("\n".join(sheet.headers).casefold().encode()).hexdigest()


def guesses(load: Import, sheet: Sheet) -> list[Guess]:
    """What the columns seem to be. An address for mail is left alone: the invitation asks for it."""
    found = guessed(sheet, clock.today(), employees=load.kind == Import.Kind.EMPLOYEES)
    return [Guess(Column.IGNORED) if guess.kind is Column.EMAIL else guess for guess in found]


def first_columns(load: Import, sheet: Sheet) -> dict[int, Column]:
    """What was chosen the last time for these headers, else the guess."""
    found = guesses(load, sheet)
    kept = Layout.objects.filter(employer=load.employer, kind=load.kind, fingerprint=load.fingerprint).first()
    if kept:
        known = {int(index): Column(kind) for index, kind in kept.columns.items()}
        return {
            index: known.get(index, Column.IGNORED) for index, guess in enumerate(found) if not guess.refused
        }
    return {index: guess.kind for index, guess in enumerate(found) if not guess.refused}
