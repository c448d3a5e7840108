"""What the client's page asks now: one thing at a time, and after the session in a fixed order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.practice.sessions.acts.beginning import asked_before
from spoorboek.practice.sessions.acts.feeling import is_next_day
from spoorboek.practice.sessions.limits import is_first_with_headset
from spoorboek.practice.sessions.models import Measure, Session

When, What, State = Measure.When, Measure.What, Session.State
AFTERWARDS = ("debrief", "step", "keep", "close")
"""The pages of looking back, in their order."""


@dataclass(frozen=True)
class Question:
    """One question on how it feels. `low` and `high` are the words at 0 and 10."""

    when: str
    what: str
    words: str | Promise
    low: str | Promise
    high: str | Promise
    may_skip: bool = True


WORDS: dict[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    What.TENSION: (_("Hoe gespannen ben je nu?"), _("rustig"), _("heel gespannen")),
    What.NAUSEA: (_("Hoe misselijk of duizelig ben je nu?"), _("helemaal niet"), _("heel erg")),
    What.SYMPTOMS: (_("Hoe moe zijn je ogen, of doet je hoofd pijn?"), _("helemaal niet"), _("heel erg")),
}
NEXT_DAY: tuple[str | Promise, str | Promise, str | Promise] = (
    _("Hoe gespannen voel je je vandaag?"),
    _("rustig"),
    _("heel gespannen"),
)


def said_of(session: Session) -> set[tuple[str, str]]:
    """What was answered or skipped: when and what."""
    return set(Measure.objects.filter(session=session).values_list("when", "what"))


def question(session: Session, when: str, what: str) -> Question:
    """One question in words."""
    words = NEXT_DAY if when == When.NEXT_DAY and what == What.TENSION else WORDS[what]
    may_skip = not (when == When.BEFORE and is_first_with_headset(session))
    return Question(when, what, *words, may_skip=may_skip)


def asked_now(session: Session) -> Sequence[tuple[str, str]]:
    """Everything that is asked in this state, answered or not; nothing more of what was wiped."""
    if session.is_wiped:
        return []
    if session.state == State.SUITED:
        return [(When.BEFORE, what) for what in asked_before(session)]
    if session.state == State.LOOKING_BACK:
        symptoms = (What.SYMPTOMS,) if session.way == Session.Way.HEADSET else ()
        return [(When.AFTER, what) for what in (What.TENSION, What.NAUSEA, *symptoms)]
    if session.is_over and is_next_day(session):
        return [(When.NEXT_DAY, what) for what in (What.TENSION, What.NAUSEA)]
    return []


def next_question(session: Session) -> Question | None:
    """The first question of now that has no answer yet."""
    asked = asked_now(session)
    said = said_of(session) if asked else set()
    waiting = [one for one in asked if one not in said]
    return question(session, *waiting[0]) if waiting else None


def part_of(session: Session, wanted: str) -> str:
    """The page of looking back that is asked for; without a coach nothing is kept by one."""
    parts = [part for part in AFTERWARDS if part != "keep" or not session.at_home]
    return wanted if wanted in parts else parts[0]


def part_after(session: Session, part: str) -> str:
    """The page that follows."""
    parts = [one for one in AFTERWARDS if one != "keep" or not session.at_home]
    return parts[min(parts.index(part) + 1, len(parts) - 1)]
