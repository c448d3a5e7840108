"""Let one person read exactly these answers, until a day; and end it. The database reads the same rows as the pages."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import checked_open, entered
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.worksheets import Worksheet
from spoorboek.people.access import involved
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.folder.access import attachments_of, folder_of
from spoorboek.programme.folder.merging import Kept
from spoorboek.programme.folder.models import Attachment, Share
from spoorboek.programme.folder.sheets import sheet
from spoorboek.site import clock

LONGEST = timedelta(days=366)
MAY_READ_ABOUT_HEALTH = (Role.COMPANY_DOCTOR,)
"""For everyone else the words of an answer are looked at for health before they are shared."""


@dataclass(frozen=True)
class Wish:
    """What the client wants to share: these questions of a sheet, with this person, through the day `until`."""

    worksheet: str
    questions: tuple[str, ...]
    account_id: uuid.UUID
    until: date


@dataclass(frozen=True)
class Preview:
    """Exactly what the other would read: answers by question key, and the files that go with them.

    `left_out`: files that may not reach this person's role.
    """

    seat: Involvement
    answers: Mapping[str, Kept]
    attachments: tuple[Attachment, ...]
    left_out: int

    @property
    def ids(self) -> tuple[uuid.UUID, ...]:
        return tuple(one.id for one in self.answers.values())


def may_read_it(actor: Actor, dossier_id: uuid.UUID, found: Worksheet) -> list[Involvement]:
    """Who takes part now in a role that this sheet may reach."""
    return [seat for seat in involved(actor, dossier_id) if seat.role in found.roles]


def preview(actor: Actor, dossier_id: uuid.UUID, wish: Wish, words_kept: Collection[str] = ()) -> Preview:
    """What the other would read. Raises `HealthWords` where an own text may be about health, `Refused` otherwise."""
    checked_open(actor, dossier_id, Role.CLIENT)
    found = sheet(dossier_id, wish.worksheet)
    seat = next(
        (seat for seat in may_read_it(actor, dossier_id, found) if seat.account_id == wish.account_id), None
    )
    if seat is None:
        raise Refused(_("Met deze persoon kun je dit blad niet delen. Kies iemand uit de lijst."), "person")
    check_until(wish.until)
    answers = chosen(actor, dossier_id, found, wish.questions)
    if not answers:
        raise Refused(_("Op dit blad staat nog niets. Vul eerst iets in."), "questions")
    if seat.role not in MAY_READ_ABOUT_HEALTH:
        own = [text for key, one in answers.items() for text in found.question(key).texts(one.value)]
        health_words.check("\n".join(own), "words_kept", words_kept)
    files = attachments_of(
        dossier_id, [key for one in answers.values() for key in one.value.get("attachments", ())]
    )
    going = tuple(file for file in files if seat.role in file.reach)
    return Preview(seat, answers, going, len(files) - len(going))


def chosen(
    actor: Actor, dossier_id: uuid.UUID, found: Worksheet, questions: Collection[str]
) -> dict[str, Kept]:
    """The answers that stand, of the questions that were chosen. Two versions have to become one first."""
    folder = folder_of(actor, dossier_id, found.key)
    made = {}
    for question in found.pages:
        page = folder.page(found.key, question.key)
        if question.key in questions and page.answer and page.is_answered:
            if page.asks_which:
                raise Refused(_("Er staan twee versies op dit blad. Kies eerst welke blijft."), "questions")
            made[question.key] = page.answer
    return made


def check_until(until: date) -> None:
    if until < clock.today():
        raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "until")
    if until > clock.today() + LONGEST:
        raise Refused(_("Kies een dag binnen een jaar. Daarna kun je het opnieuw delen."), "until")


def share_sheet(
    actor: Actor,
    dossier_id: uuid.UUID,
    wish: Wish,
    seen: Collection[uuid.UUID],
    words_kept: Collection[str] = (),
) -> Share:
    """Share what was seen in the preview (`seen`: ids of answers), and nothing that was written since.

    A share of the same sheet with the same person that still lives is replaced by this one.
    """
    with entered(actor, dossier_id, "share_sheet", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        shown = preview(actor, dossier_id, wish, words_kept)
        if set(seen) != set(shown.ids):
            raise Refused(_("Je antwoord is intussen veranderd. Kijk nog eens wat de ander gaat lezen."))
        live = Share.objects.filter(dossier_id=dossier_id, withdrawn_at__isnull=True)
        live.filter(account_id=wish.account_id, worksheet=wish.worksheet).update(withdrawn_at=clock.now())
        work.said(sheet=wish.worksheet, name=shown.seat.account.person.name, until=wish.until)
        return made(dossier_id, wish, shown)


def made(dossier_id: uuid.UUID, wish: Wish, shown: Preview) -> Share:
    """The share of what was previewed."""
    return Share.objects.create(
        dossier_id=dossier_id,
        account_id=wish.account_id,
        role=shown.seat.role,
        worksheet=wish.worksheet,
        questions=list(shown.answers),
        answers=list(shown.ids),
        attachments=[file.pk for file in shown.attachments],
        made_at=clock.now(),
        until=wish.until,
    )


def withdraw_share(actor: Actor, dossier_id: uuid.UUID, share_id: uuid.UUID) -> None:
    """End a share at once; also when the dossier is closed."""
    with entered(
        actor, dossier_id, "withdraw_sheet", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        work.layer = Layer.PERSONAL
        live = Share.objects.filter(pk=share_id, dossier_id=dossier_id, withdrawn_at__isnull=True)
        row = live.select_related("account__person").first()
        if row is None:
            raise Refused(_("Dit deelde je al niet meer. Je hoeft niets te doen."))
        row.withdrawn_at = clock.now()
        row.save(update_fields=["withdrawn_at"])
        work.said(sheet=row.worksheet, name=row.account.person.name)
