"""The journal as a story: one sentence an act, for professionals in the third person and for the client with *je*."""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.formats import date_format, number_format, time_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, moved
from spoorboek.dossiers.models import Dossier, JournalEntry, JournalPayload
from spoorboek.dossiers.moved import Moved
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.tellings import (
    CODES,
    FACTS,
    FOR_PROFESSIONALS,
    FOR_SOME,
    MEDICAL,
    OWN_MOMENTS,
    TELLINGS,
    UNKNOWN_ACT,
    Telling,
)
from spoorboek.law.results import Text
from spoorboek.law.rulebook import current_rulebook
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import WITHOUT_SAFETY_NET, Layer, Role

FIELD = re.compile(r"%\((\w+)\)s")
OPTIONAL = re.compile(r"\[([^\]]*)\]")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CLOCK = re.compile(r"\d\d:\d\d(:\d\d)?")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
STEP_FIELDS = ("step", "key")


class Audience(StrEnum):
    """For whom the story is told."""

    PROFESSIONAL = "professional"
    CLIENT = "client"


@dataclass(frozen=True)
class Change:
    """One fact that changed: its name in words, what stood there, what stands there now."""

    fact: str
    old: str
    new: str


@dataclass(frozen=True)
class Told:
    """One act as a sentence. `redacted`: its text was taken away later, the fact that it was done stays.

    `origin`: where an act came from that nobody typed here.
    """

    at: datetime
    who: str
    role: str
    sentence: str
    changes: tuple[Change, ...]
    act: str
    redacted: bool = False
    origin: str = ""
    moved: tuple[Moved, ...] = ()
    account_id: uuid.UUID | None = None


@cache
def step_titles() -> dict[str, Text]:
    """The law's title of every step, by its key.

    A key may have a rule for each situation, titled by what is special there; the shortest title fits them all.
    """
    by_length = sorted(current_rulebook().rules, key=lambda rule: len(rule.title.text.nl), reverse=True)
    return {rule.key: rule.title.text for rule in by_length}


def step_name(key: str) -> str:
    """A step of the road in the reader's language."""
    if key in OWN_MOMENTS:
        return str(OWN_MOMENTS[key])
    title = step_titles().get(key)
    return title.in_language(get_language() or "nl") if title else key


def in_words(name: str, value: object, audience: Audience = Audience.PROFESSIONAL) -> str:
    """A value from a payload as people read it: dates written out, codes from a list by their label."""
    if value is None or value == "":
        return _("nog niets")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    text = str(value)
    if name in STEP_FIELDS:
        return step_name(text)
    if audience is Audience.PROFESSIONAL and (name, text) in FOR_PROFESSIONALS:
        return str(FOR_PROFESSIONALS[name, text])
    if text in CODES.get(name, {}):
        return str(CODES[name][text])
    if DAY.fullmatch(text):
        return date_format(date.fromisoformat(text), "j F Y")
    if CLOCK.fullmatch(text):
        return time_format(time.fromisoformat(text), "TIME_FORMAT")
    return number_format(Decimal(text).normalize(), use_l10n=True) if NUMBER.fullmatch(text) else text


def sentence(telling: Telling, audience: Audience, values: Mapping[str, str]) -> str:
    """The telling with its fields filled; what was not said falls away with its brackets."""
    template = str(telling.client if audience is Audience.CLIENT else telling.professional)
    kept = OPTIONAL.sub(lambda part: part[1] if said_all(part[1], values) else "", template)
    return kept % values if said_all(kept, values) else str(UNKNOWN_ACT.professional) % values


def said_all(template: str, values: Mapping[str, str]) -> bool:
    """Whether every field of this piece has a value."""
    return all(values.get(name) for name in FIELD.findall(template))


def changes(payload: Mapping[str, Any]) -> tuple[Change, ...]:
    """Facts that the act changed; one that was empty before is in the sentence already."""
    rows = payload.get("changes") or ()
    return tuple(
        Change(
            capfirst(str(FACTS.get(row["fact"]) or step_name(row["fact"]))),
            in_words(row["fact"], row.get("old")),
            in_words(row["fact"], row.get("new")),
        )
        for row in rows
        if row.get("old") not in (None, "")
    )


def who_did(entry: JournalEntry) -> str:
    """The name behind an act. A name out of the reader's reach is told by role only."""
    person = getattr(entry.account, "person", None) if entry.account_id else None
    if person:
        return str(person.name)
    return capfirst(str(ROLE_NAMES[Role(entry.role)])) if entry.role in set(Role) else "Spoorboek"


def is_text(value: object) -> bool:
    """Whether an act kept this as a sentence in each language."""
    return isinstance(value, dict) and set(value) == {"nl", "en"}


def origin(payload: Mapping[str, Any]) -> str:
    """That an act came from a list that was loaded, or from undoing one; empty for what someone did here."""
    if "list_undone" in payload:
        return _("Teruggedraaid met de lijst waar het uit kwam.")
    return _("Kwam uit een lijst die is geladen.") if "list_loaded" in payload else ""


def told(entry: JournalEntry, payload: Mapping[str, Any] | None, audience: Audience, client: str) -> Told:
    """One entry as a sentence. A medical act is told without its content, to everyone."""
    medical = entry.layer == Layer.MEDICAL
    act = str((payload or {}).get("act", entry.act)) if entry.layer in journal.KEPT_APART else entry.act
    telling = TELLINGS.get(act, MEDICAL if medical else UNKNOWN_ACT)
    said = {} if medical or payload is None else payload
    values = {
        name: in_words(name, in_language(value) if is_text(value) else value, audience)
        for name, value in said.items()
        if is_text(value) or not isinstance(value, list | dict)
    }
    values |= {"who": who_did(entry), "client": client}
    return Told(
        at=entry.at,
        who=values["who"],
        role=str(ROLE_NAMES[Role(entry.role)]) if entry.role in set(Role) else "",
        sentence=sentence(telling, audience, values),
        changes=changes(said),
        act=act,
        redacted=payload is None and not medical and entry.act not in FOR_SOME,
        origin=origin(said),
        moved=tuple(moved.shown(dict(said))),
        account_id=entry.account_id,
    )


def opened(
    dossier: Dossier, entries: Iterable[JournalEntry], envelope: Envelope | None
) -> dict[int, dict[str, Any]]:
    """The payloads of these entries that still exist and can be read, by entry."""
    rows = list(JournalPayload.objects.filter(entry__in=[entry.pk for entry in entries]))
    if not rows:
        return {}
    envelope = envelope or Envelope(dossier.pk)
    return journal.readable(envelope, rows)


def entries_told(dossier: Dossier, role: Role | None) -> QuerySet[JournalEntry]:
    """The entries that this role is told of at all, newest first, for a page and for a link with another system.

    Who may not know of a safety net is not told of an act whose text they do not read: a sentence without its text
    would tell that there is something to hide. Nor is anyone of what is personal or guidance and not for them.
    """
    rows = (
        JournalEntry.objects.filter(dossier=dossier).select_related("account__person").order_by("-sequence")
    )
    rows = rows.filter(~Q(layer__in=journal.KEPT_APART) | Q(payload__isnull=False))
    if role in WITHOUT_SAFETY_NET:
        rows = rows.filter(Q(layer=Layer.MEDICAL) | Q(payload__isnull=False))
    return rows


def story_of(
    dossier: Dossier,
    audience: Audience = Audience.PROFESSIONAL,
    limit: int | None = None,
    envelope: Envelope | None = None,
    role: Role | None = None,
) -> list[Told]:
    """The story of a dossier, newest first: three queries, whatever its length; two with the key already open."""
    rows = entries_told(dossier, role)
    entries = list(rows[:limit] if limit else rows)
    payloads = opened(dossier, entries, envelope)
    client = dossier.employment.person.name
    return [told(entry, payloads.get(entry.pk), audience, client) for entry in entries]
