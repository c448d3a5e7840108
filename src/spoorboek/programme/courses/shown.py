"""Steps as people read them: words in the reader's language, the day with its pill, whose move it is."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spoorboek.dossiers.days import in_words, near
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.story import step_name
from spoorboek.methods import Activity as Step
from spoorboek.methods import Kind, Method
from spoorboek.methods.model import ForGuides
from spoorboek.methods.planned import LinkKind
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import Role
from spoorboek.programme.courses.kinds import CARD, KIND_NAMES, NEEDS_MEETING, PICTOGRAM, added_title
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.pauses import PAUSE

SOON = timedelta(days=7)
LET_GO = timedelta(days=14)
"""So long after its day a step that was not done is still asked for; after that it only stays in the plan."""
State = Activity.State


@dataclass(frozen=True)
class Shown:
    """One step for one reader. `tap`: the reader's own, if any."""

    row: Activity
    step: Step | None
    method: Method | None
    role: Role
    today: date
    runs: bool
    tap: int | None

    @property
    def is_guide(self) -> bool:
        """Whether the reader guides; a helper reads with the client."""
        return self.role not in {Role.CLIENT, Role.HELPER}

    @property
    def for_guides(self) -> ForGuides | None:
        """The step in the words of who guides, for whoever is not the client."""
        return self.step.for_guides if self.step and self.is_guide else None

    @property
    def title(self) -> str:
        if self.step and self.for_guides:
            return in_language(self.step.guides_title)
        return in_language(self.step.title if self.step else added_title(self.row))

    @property
    def how(self) -> list[str]:
        """How whoever makes the first move does it."""
        return [in_language(line) for line in self.for_guides.how] if self.for_guides else []

    @property
    def first(self) -> str:
        """Whom `how` speaks to, where that is somebody else who guides; of the client's own steps it tells of them."""
        part = next(iter(self.row.parties), "")
        told = part in set(Role) and Role(part) not in {self.role, Role.CLIENT}
        return str(ROLE_NAMES[Role(part)]) if told else ""

    @property
    def say(self) -> str:
        """A sentence that one can really say."""
        return in_language(self.for_guides.say) if self.for_guides and self.for_guides.say else ""

    @property
    def times(self) -> str:
        """`keer 3`, of a step that comes round."""
        return _("keer %(number)s") % {"number": self.row.number} if self.step and self.step.repeat else ""

    @property
    def explanation(self) -> str:
        """What happens, to the client; for who guides only where nothing is said to them."""
        return in_language(self.step.explanation) if self.step and not self.for_guides else ""

    @property
    def leaves(self) -> str:
        """What it leaves behind."""
        return in_language(self.step.leaves) if self.step else ""

    @property
    def kind_name(self) -> str:
        return str(KIND_NAMES[self.row.kind])

    @property
    def pictogram(self) -> str:
        return PICTOGRAM[Kind(self.row.kind)]

    @property
    def is_open(self) -> bool:
        return self.row.is_open

    @property
    def is_done(self) -> bool:
        return self.row.state == State.DONE

    @property
    def is_put_off(self) -> bool:
        return self.row.state == State.NOT_NOW

    @property
    def is_near(self) -> bool:
        """Within a week, or due for a while; later nobody asks any more, and what was laid aside asks for nothing."""
        day = self.row.day
        return bool(
            self.row.state == State.PLANNED and self.runs and day and -LET_GO <= day - self.today <= SOON
        )

    @property
    def was_before(self) -> bool:
        """Its day is over a week past, and nobody laid it aside: it can still be done."""
        day = self.row.day
        return bool(self.row.state == State.PLANNED and day and self.today - day > SOON)

    @property
    def is_mine(self) -> bool:
        return self.role in self.row.parties

    @property
    def is_first_mine(self) -> bool:
        """Whether the reader makes the first move."""
        return self.row.parties[:1] == (self.role.value,)

    @property
    def is_meeting(self) -> bool:
        return self.row.kind in set(NEEDS_MEETING)

    @property
    def who(self) -> str:
        """Everyone who has a part in it, the reader as *jij*."""
        return _(" en ").join(name for name in self.names)

    @property
    def names(self) -> list[str]:
        return [
            _("jij") if part == self.role else str(ROLE_NAMES[Role(part)])
            for part in self.row.parties
            if part in set(Role)
        ]

    @property
    def day_text(self) -> str:
        """`rond donderdag 26 november`; without a day: what it waits for."""
        row = self.row
        if row.done_on:
            return in_words(row.done_on, self.today)
        if row.day is None:
            return _("nog zonder dag")
        if row.hand_set:
            moment = near(row.day, self.today)
            return f"{moment}, {row.time:%H.%M}" if row.time else moment
        if self.was_before:
            return _("stond rond %(day)s, kan nog") % {"day": in_words(row.day, self.today)}
        return _("rond %(day)s") % {"day": in_words(row.day, self.today)}

    @property
    def waits(self) -> str:
        """What a step without a day waits for, in words."""
        return anchor_name(self.row.waits_for) if self.row.waits_for else ""

    @property
    def pill(self) -> str:
        return "done" if self.is_done else "law" if self.row.hand_set else "practice"

    @property
    def state_name(self) -> str:
        return str(self.row.get_state_display())

    @property
    def because(self) -> list[str]:
        return reason(self.row.because, self.method, self.today, to_guides=self.is_guide)

    @property
    def why(self) -> list[str]:
        """What it is for: the core elements of the method it belongs to."""
        if not self.step or not self.method:
            return []
        elements = {one.key: one for one in self.method.elements}
        return [in_language(elements[key].title) for key in self.step.why if key in elements]

    @property
    def href(self) -> str:
        """Where the step itself is done, when a room for its kind exists: a worksheet, a lesson, the wheel."""
        return room_of(self.row, self.role)


def shown(
    row: Activity,
    methods: Mapping[uuid.UUID, Method],
    role: Role,
    today: date,
    states: Mapping[uuid.UUID, str],
    taps: Mapping[uuid.UUID, int],
) -> Shown:
    """A stored step with its words. `states`: of the courses that the reader sees."""
    method = methods.get(row.course_id) if row.course_id else None
    step = method.activity(row.step) if method and row.step else None
    runs = row.course_id is None or states.get(row.course_id) == Course.State.RUNNING
    return Shown(row, step, method, role, today, runs, taps.get(row.pk))


ROOMS = {Kind.WORKSHEET: "worksheet", Kind.LEARNING_MODULE: "module"}
WHEEL = "wanting-and-being-able"
OF_PRACTISING = {"safety-questions": "practice-fit", "first-measure": "practice"}
"""Questions of practising by the key of their step: the client answers them on the pages of that room."""


def room_of(row: Activity, role: Role) -> str:
    """The address where a step is done; empty while no room has it."""
    kind = Kind(row.kind)
    if kind is Kind.QUESTIONNAIRE and row.ref == WHEEL:
        return href("wanting")
    if kind is Kind.QUESTIONNAIRE and role is Role.CLIENT and row.step in OF_PRACTISING:
        return href(OF_PRACTISING[row.step])
    if kind is Kind.INTERVISION:
        return href("intervision")
    if row.ref.startswith(CARD):
        return href("wanting") if role is Role.CLIENT else ""
    if kind is Kind.VR_SESSION:
        return href("practice") if role is Role.CLIENT else href("practice-of", row.dossier_id)
    return href(ROOMS[kind], row.ref) if kind in ROOMS and row.ref else ""


EVENT_NAMES = {
    "first-return": lambda: _("je eerste uren terug op het werk"),
    "full-return": lambda: _("de dag dat je weer al je uren werkt"),
    "placement-start": lambda: _("je eerste dag op een werkplek"),
    "start": lambda: _("het begin van het programma"),
    "wage": lambda: _("het einde van de loondoorbetaling"),
    "wia": lambda: _("het einde van de wachttijd"),
    "dismissal-ban": lambda: _("het einde van het opzegverbod"),
}


def anchor_name(key: str, method: Method | None = None, *, to_guides: bool = False) -> str:
    """A day that steps hang on, in words: of the law, an event, a phase or another step."""
    if key in EVENT_NAMES:
        return EVENT_NAMES[key]()
    step = method.activity(key) if method else None
    if step:
        return in_language(step.guides_title if to_guides else step.title)
    phase = method.phase(key) if method else None
    return in_language(phase.title) if phase else step_name(key)


def reason(
    links: Sequence[Sequence[Any]], method: Method | None, today: date, *, to_guides: bool = False
) -> list[str]:
    """Why a step stands on its day, a sentence for each link."""
    named = {key: anchor_name(key, method, to_guides=to_guides) for _kind, key, *_rest in links}
    return [capfirst(link_words(*link, what=named[link[1]], today=today)) for link in links]


def link_words(kind: str, _key: str, day: str, days: int, *, what: str, today: date) -> str:
    on = in_words(date.fromisoformat(day), today)
    words = {"what": what, "day": on, "span": span(days)}
    if kind == PAUSE:
        return _("Er was %(span)s pauze. Daarom telt het vanaf %(day)s.") % words
    if kind == LinkKind.OFFSET:
        return (_("%(span)s later: %(day)s.") if days > 0 else _("%(span)s eerder: %(day)s.")) % words
    if kind == LinkKind.REPEAT:
        return _("Het komt terug, %(span)s na de eerste keer: %(day)s.") % words
    if kind == LinkKind.WORKING_DAY:
        return _("Dat is geen werkdag. Daarom: %(day)s.") % words
    if kind == LinkKind.BY_HAND:
        return _("%(what)s: dat staat vast, %(day)s.") % words
    return _("%(what)s: %(day)s.") % words


def span(days: int) -> str:
    """`3 weken`, `10 dagen`."""
    number, week = abs(days), abs(days) % 7 == 0 and days != 0
    if week:
        return _("1 week") if number == 7 else _("%(number)s weken") % {"number": number // 7}
    return _("1 dag") if number == 1 else _("%(number)s dagen") % {"number": number}
