"""Linking a browser (a headset's) with a code: asked by the coach, typed in that browser, heard back, let in.

The code alone opens nothing: whoever typed it sees two words, and the coach lets that browser in after the client said
those words aloud. It then holds one session's screen and nothing else. Why: docs/decisions/vr-link.md.
"""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.invitations import ALPHABET, bare
from spoorboek.people.models import Account
from spoorboek.practice.live.models import Screen
from spoorboek.practice.sessions.access import session_for
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock

LENGTH = 4
VALID_FOR = timedelta(minutes=10)
HOLDS = timedelta(hours=4)
"""The longest that a linked browser holds a session that nobody closed."""
COOKIE = "spoorboek_screen"
REGISTRAR = Actor(system=System.REGISTRAR)
COLOURS, ANIMALS = 10, 20


class WrongCode(ValueError):
    """The code links nothing; one message for every reason."""


def ask_code(actor: Actor, session_id: uuid.UUID) -> str:
    """Make a code for one browser; an earlier one of this session that was not let in stops working. Returned once."""
    session = coached(actor, session_id)
    if session.is_over or session.state == Session.State.PROPOSED:
        raise Refused(_("Koppelen kan zodra je cliënt ja heeft gezegd, tot het einde van de oefening."))
    now = clock.real_now()
    Screen.objects.filter(session=session, let_in_at=None, ended_at=None).update(ended_at=now, code_hash="")
    while True:
        code = "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))
        try:
            with transaction.atomic():
                make(actor, session, code, now)
        except IntegrityError:
            continue
        return code


def make(actor: Actor, session: Session, code: str, now: datetime) -> Screen:
    with acting_as(REGISTRAR):
        stale = Screen.objects.filter(code_hash=code_hash(code), code_until__lt=now)
        stale.update(code_hash="", ended_at=now)
    return Screen.objects.create(
        session=session,
        dossier_id=session.dossier_id,
        client_id=session.client_id,
        made_by_id=actor.person_id,
        code_hash=code_hash(code),
        code_until=now + VALID_FOR,
    )


def coached(actor: Actor, session_id: uuid.UUID) -> Session:
    session = session_for(actor, session_id)
    if session.coach_id != actor.account_id:
        raise NotYours(_("Alleen de coach van deze oefening kan dit doen."))
    return session


def code_hash(code: str) -> str:
    """Keyed, since four signs are soon tried; without the installation's key the table tells no code."""
    return salted_hmac("practice.screen.code", bare(code), algorithm="sha256").hexdigest()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of(session_id: uuid.UUID) -> str:
    """Names the session in the address of a linked screen, without telling which it is: what one session left on a
    device that goes round is never sent to the next."""
    return salted_hmac("practice.screen.session", str(session_id), algorithm="sha256").hexdigest()[:16]


def account_mark(client: Account) -> str:
    """Changes with the client's password, as what keeps their own browsers signed in does."""
    return salted_hmac(
        "practice.screen.account", client.get_session_auth_hash(), algorithm="sha256"
    ).hexdigest()


def type_code(code: str) -> str:
    """Use a code, once: the token that this browser keeps. It opens nothing yet. Raises `WrongCode`."""
    token, now = secrets.token_urlsafe(32), clock.real_now()
    with acting_as(REGISTRAR):
        found = (
            Screen.objects.select_for_update()
            .filter(code_hash=code_hash(code), code_until__gt=now, typed_at=None, ended_at=None)
            .first()
        )
        if found is None:
            raise WrongCode(_("Deze code werkt niet (meer). Vraag je coach om een nieuwe."))
        found.typed_at, found.code_hash = now, ""
        found.token_hash = token_hash(token)
        found.account_mark = account_mark(found.client)
        found.words = f"{secrets.randbelow(COLOURS)}-{secrets.randbelow(ANIMALS)}"
        found.save()
    return token


def linked_screen(token: str) -> Screen | None:
    """The screen that a browser's token stands for, as long as it holds: not after another password of its client."""
    if not token:
        return None
    with acting_as(REGISTRAR):
        rows = Screen.objects.filter(token_hash=token_hash(token), ended_at=None, client__is_active=True)
        found = rows.select_related("client").first()
        if found and not constant_time_compare(found.account_mark, account_mark(found.client)):
            rows.update(ended_at=clock.real_now())
            return None
    return found if found and found.made_at > clock.real_now() - HOLDS else None


def screen_of(session: Session) -> Screen | None:
    """The last browser that was asked for or linked, as far as it still counts."""
    last = Screen.objects.filter(session=session, ended_at=None).first()
    if last is None or (last.typed_at is None and last.code_until < clock.real_now()):
        return None
    return last


def answer(actor: Actor, session_id: uuid.UUID, words: str, *, yes: bool) -> None:
    """The coach heard these two words from the client, or did not: then that browser never gets anything.

    One screen at a time: a browser that was let in before holds nothing any more.
    """
    session = coached(actor, session_id)
    found = Screen.objects.filter(session=session, words=words, ended_at=None, typed_at__isnull=False).first()
    if found is None:
        raise Refused(_("Dit scherm wacht niet meer. Vraag een nieuwe code."))
    if yes:
        before = Screen.objects.filter(session=session, let_in_at__isnull=False, ended_at=None)
        before.exclude(pk=found.pk).update(ended_at=clock.real_now())
        found.let_in_at = found.let_in_at or clock.real_now()
    else:
        found.ended_at = clock.real_now()
    found.save()


def end_screens(session: Session) -> None:
    """The session is over, or its screen is taken away: linked browsers hold nothing any more."""
    Screen.objects.filter(session=session, ended_at=None).update(ended_at=clock.real_now(), code_hash="")


def two_words(screen: Screen) -> str:
    """What the linked browser shows and the coach hears back."""
    colour, _dash, animal = screen.words.partition("-")
    return f"{colours()[int(colour)]} {animals()[int(animal)]}" if animal else ""


def colours() -> tuple[str, ...]:
    return (
        _("rode"), _("blauwe"), _("groene"), _("gele"), _("witte"), _("zwarte"), _("paarse"), _("oranje"),
        _("grijze"), _("bruine"),
    )  # fmt: skip


def animals() -> tuple[str, ...]:
    return (
        _("vogel"), _("vis"), _("hond"), _("kat"), _("koe"), _("eend"), _("olifant"), _("leeuw"), _("tijger"),
        _("beer"), _("aap"), _("uil"), _("vos"), _("zwaan"), _("egel"), _("muis"), _("bij"), _("kikker"),
        _("giraf"), _("walvis"),
    )  # fmt: skip
