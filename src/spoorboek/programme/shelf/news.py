"""What colleagues released since somebody last looked, and what waits for their second pair of eyes.

Told to everyone who may adapt the methods of that organisation: who wrote it, and who was asked to look at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.programme.shelf import access, material_access
from spoorboek.programme.shelf.material_kinds import FORMS
from spoorboek.programme.shelf.models import Draft, MaterialRelease, Release, SeenNews
from spoorboek.programme.shelf.shown import language
from spoorboek.site import clock

STAYS_NEW = timedelta(days=30)
"""So long a release is told to who does not say that they saw it. Our own choice."""
MOST = 5
"""Releases told at once."""


@dataclass(frozen=True)
class Released:
    """A version that a colleague released. `mine`: of what the reader wrote."""

    title: str
    version: str
    by: str
    at: datetime
    mine: bool
    href: str


@dataclass(frozen=True)
class ToReview:
    """A draft that waits for a second pair of eyes."""

    title: str
    by: str
    href: str


@dataclass(frozen=True)
class News:
    """What there is to tell; the newest release first."""

    released: tuple[Released, ...] = ()
    to_review: tuple[ToReview, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.released or self.to_review)

    @property
    def until(self) -> str:
        """Up to where it was shown, as the form sends it back."""
        return self.released[0].at.isoformat() if self.released else ""


def news_for(actor: Actor) -> News:
    """Of the organisations whose methods the actor adapts; nothing for another."""
    organisations = access.edited(actor)
    if not organisations:
        return News()
    since = seen_until(actor)
    found = [*methods_since(actor, organisations, since), *materials_since(actor, organisations, since)]
    # The oldest go first, since who saw these saw all before the last of them; the others come after.
    told = sorted(found, key=lambda one: one.at)[:MOST]
    return News(tuple(reversed(told)), (*methods_to_review(actor), *materials_to_review(actor)))


def seen_until(actor: Actor) -> datetime:
    seen = SeenNews.objects.filter(account_id=actor.person_id).values_list("until", flat=True).first()
    oldest = clock.now() - STAYS_NEW
    return max(seen, oldest) if seen else oldest


def methods_since(actor: Actor, organisations: Sequence[Organisation], since: datetime) -> list[Released]:
    rows = Release.objects.filter(organisation__in=organisations, released_at__gt=since)
    told = rows.exclude(released_by_id=actor.person_id).select_related("released_by__person")
    return [
        Released(
            access.method_of(row).title.in_language(language()),
            row.version,
            row.released_by.person.name,
            row.released_at,
            row.edited_by_id == actor.person_id,
            f"{reverse('method', args=[row.key])}?version={row.version}",
        )
        for row in told
    ]


def materials_since(actor: Actor, organisations: Sequence[Organisation], since: datetime) -> list[Released]:
    rows = MaterialRelease.objects.filter(
        organisation__in=organisations, released_at__gt=since, withdrawn_at__isnull=True
    )
    told = rows.exclude(released_by_id=actor.person_id).select_related("released_by__person")
    return [
        Released(
            FORMS[row.kind].title(row.texts, language()),
            str(row.number),
            row.released_by.person.name,
            row.released_at,
            row.edited_by_id == actor.person_id,
            reverse("own-materials"),
        )
        for row in told
    ]


def methods_to_review(actor: Actor) -> list[ToReview]:
    rows = access.drafts(actor).filter(state=Draft.State.REVIEW).exclude(last_editor_id=actor.person_id)
    return [
        ToReview(
            access.drafted(row).title.in_language(language()),
            row.last_editor.person.name,
            reverse("method_review", args=[row.pk]),
        )
        for row in rows
    ]


def materials_to_review(actor: Actor) -> list[ToReview]:
    rows = material_access.drafts(actor).filter(state=Draft.State.REVIEW)
    return [
        ToReview(
            FORMS[row.kind].title(row.texts, language()),
            row.last_editor.person.name,
            reverse("own-material", args=[row.pk]),
        )
        for row in rows.exclude(last_editor_id=actor.person_id)
    ]


def see_news(actor: Actor, until: datetime) -> None:
    """The actor saw what was released up to `until`. Not journalled: nobody else has anything to do with it."""
    SeenNews.objects.update_or_create(account_id=actor.person_id, defaults={"until": min(until, clock.now())})
