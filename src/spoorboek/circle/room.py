"""What one person sees of a meeting now: the view model of the room, the same for a page, a poll and a socket."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.clockwork import StepClock, chair_is_offered, offered_in
from spoorboek.circle.models import CASE, Attendance, Meeting
from spoorboek.methods.intervision import Step, Way, Who
from spoorboek.methods.reading import Words

Names = dict[uuid.UUID, access.Colleague]


@dataclass(frozen=True)
class Someone:
    """A person in the room."""

    account_id: uuid.UUID
    name: str
    organisation: str
    is_here: bool
    was_here: bool
    is_chair: bool
    is_presenter: bool
    is_me: bool


@dataclass(frozen=True)
class Said:
    """A text as someone reads it."""

    id: int
    by: str
    text: str
    mine: bool
    step: str


@dataclass(frozen=True)
class Shown:
    """The texts of one step, under its name."""

    title: str
    said: tuple[Said, ...]


@dataclass
class Room:
    """One person's room. Texts that this person may not read yet are not in it."""

    meeting: Meeting
    way: Way
    me: uuid.UUID
    names: Names
    attendances: list[Attendance]
    said: list[Said]
    now: datetime
    last_time: list[Said] = field(default_factory=list)
    """What the presenter of the last meeting was going to do, as long as it is kept."""
    language: str = field(default_factory=lambda: get_language() or "nl")

    def words(self, text: Words) -> str:
        return text.in_language(self.language)

    @cached_property
    def step(self) -> Step:
        return self.way.steps[min(self.meeting.step, len(self.way.steps) - 1)]

    @property
    def way_name(self) -> str:
        return self.words(self.way.name)

    @property
    def way_about(self) -> str:
        return self.words(self.way.about)

    @property
    def way_published(self) -> str:
        return self.words(self.way.published)

    @property
    def way_ours(self) -> str:
        return self.words(self.way.ours)

    @property
    def step_name(self) -> str:
        return self.words(self.step.name)

    @property
    def steps(self) -> int:
        return len(self.way.steps)

    @property
    def is_last(self) -> bool:
        return self.meeting.step == self.steps - 1

    @property
    def next_name(self) -> str:
        return "" if self.is_last else self.words(self.way.steps[self.meeting.step + 1].name)

    @property
    def trail(self) -> list[tuple[str, str, int]]:
        """Every step: where it is (`done`, `here`, `to come`), its name, its minutes."""
        at = self.meeting.step
        return [
            ("done" if number < at else "here" if number == at else "", self.words(step.name), step.minutes)
            for number, step in enumerate(self.way.steps)
        ]

    @property
    def is_chair(self) -> bool:
        return self.meeting.chair_id == self.me

    @property
    def is_presenter(self) -> bool:
        return self.meeting.presenter_id == self.me

    @property
    def listens(self) -> bool:
        """The back is turned: only the listening view, and nothing to type."""
        return self.meeting.is_live and self.step.turned_back and self.is_presenter

    @property
    def task(self) -> str:
        tasks = self.step.tasks
        return self.words(tasks.presenter if self.is_presenter else tasks.others)

    @property
    def chair_task(self) -> str:
        return self.words(self.step.tasks.chair)

    @property
    def clock(self) -> StepClock | None:
        if self.meeting.step_began_at is None:
            return None
        return StepClock(
            self.meeting.step_began_at,
            self.step.minutes,
            self.meeting.step_paused,
            self.meeting.paused_at,
        )

    @property
    def left(self) -> float:
        """Seconds left of the step, by the server's clock."""
        return round(self.clock.left(self.now).total_seconds(), 1) if self.clock else 0.0

    @property
    def left_text(self) -> str:
        """For who has no script: `4:05`, or that the time is up."""
        seconds = int(self.left)
        return f"{seconds // 60}:{seconds % 60:02}" if seconds > 0 else _("tijd om")

    @property
    def is_paused(self) -> bool:
        return self.meeting.paused_at is not None

    @cached_property
    def people(self) -> list[Someone]:
        """Who is here first, then the rest of the group."""
        there = {row.account_id: row for row in self.attendances}
        found = []
        for account_id, colleague in self.names.items():
            if not colleague.joined:
                continue
            row = there.get(account_id)
            found.append(
                Someone(
                    account_id,
                    colleague.name,
                    colleague.organisation,
                    row is not None and row.here_until > self.now,
                    row is not None,
                    account_id == self.meeting.chair_id,
                    account_id == self.meeting.presenter_id,
                    account_id == self.me,
                )
            )
        return sorted(found, key=lambda one: (not one.is_here, not one.was_here))

    @property
    def here(self) -> int:
        return sum(one.is_here for one in self.people)

    def name_of(self, account_id: uuid.UUID | None) -> str:
        known = self.names.get(account_id) if account_id else None
        return known.name if known else ""

    @property
    def chair_name(self) -> str:
        return self.name_of(self.meeting.chair_id)

    @property
    def presenter_name(self) -> str:
        return self.name_of(self.meeting.presenter_id)

    @property
    def chair_seen(self) -> datetime | None:
        return next(
            (row.here_until for row in self.attendances if row.account_id == self.meeting.chair_id), None
        )

    @property
    def chair_offered(self) -> bool:
        if not self.meeting.is_live or self.is_chair:
            return False
        return self.meeting.chair_id is None or chair_is_offered(
            self.chair_seen, self.meeting.step_began_at, self.now
        )

    @property
    def changes_in(self) -> float | None:
        """In how many seconds this room looks different without anyone doing anything: somebody is gone, the chair is
        offered. None where nothing is due."""
        if not self.meeting.is_live:
            return None
        due = [(row.here_until - self.now).total_seconds() for row in self.attendances]
        offer = offered_in(self.chair_seen, self.meeting.step_began_at, self.now)
        return min(
            (seconds for seconds in [*due, offer] if seconds is not None and seconds > 0), default=None
        )

    @property
    def may_type(self) -> bool:
        typed = self.step.typed
        if not self.meeting.is_live or typed is None or self.listens:
            return False
        if typed.by is Who.EVERYONE:
            return True
        return self.is_presenter == (typed.by is Who.PRESENTER)

    @property
    def may_type_more(self) -> bool:
        return self.may_type and self.step.typed is not None and len(self.own) < self.step.typed.most

    @property
    def label(self) -> str:
        return self.words(self.step.typed.label) if self.step.typed else ""

    @property
    def hint(self) -> str:
        return self.words(self.step.typed.hint) if self.step.typed else ""

    @property
    def own(self) -> list[Said]:
        """What this person typed in the present step."""
        return [one for one in self.said if one.mine and one.step == self.step.key]

    @property
    def case(self) -> str:
        return next((one.text for one in self.said if one.step == CASE), "")

    @property
    def shows_case(self) -> bool:
        return self.step.case and bool(self.case) and not self.listens

    @property
    def board(self) -> list[Shown]:
        """What everyone reads in this step: earlier texts that it shows, and its own where these are shown at once."""
        if self.listens:
            return []
        keys = list(self.step.shows)
        if self.step.key in self.meeting.shown:
            keys.append(self.step.key)
        return self.of(keys)

    @property
    def everything(self) -> list[Shown]:
        """All texts, step by step, for afterwards."""
        return self.of([step.key for step in self.way.steps])

    def of(self, keys: list[str]) -> list[Shown]:
        made = []
        for key in keys:
            said = tuple(one for one in self.said if one.step == key)
            if said:
                made.append(Shown(self.words(self.way.steps[self.way.place_of(key)].name), said))
        return made
