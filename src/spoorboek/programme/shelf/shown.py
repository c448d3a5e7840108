"""A method in the reader's language, ready for a template."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from spoorboek.methods import Activity, Kind, Method, Phase
from spoorboek.methods.document import begins
from spoorboek.methods.drawing import course
from spoorboek.methods.example import Rhythm, example_plan, rhythm_of
from spoorboek.methods.model import Source
from spoorboek.methods.reading import Mistake
from spoorboek.methods.theory_drawing import theory_of_change
from spoorboek.methods.wording import KINDS, people, reasons, when

ICONS = {
    Kind.CONTACT: "phone",
    Kind.COACHING_SESSION: "coach",
    Kind.CONVERSATION: "talk",
    Kind.WORKSHEET: "edit",
    Kind.LEARNING_MODULE: "info",
    Kind.QUESTIONNAIRE: "question",
    Kind.VR_SESSION: "eye",
    Kind.PLACEMENT_STEP: "work",
    Kind.GROUP_MEETING: "people",
    Kind.INTERVISION: "people",
    Kind.PAPER: "paper",
}


def language() -> str:
    return get_language() or "nl"


@dataclass(frozen=True)
class ShownStep:
    """A step; `placeholder`: its rhythm comes from no source. `how` and `say` speak to who guides."""

    key: str
    kind: str
    icon: str
    title: str
    explanation: str
    people: str
    minutes: int
    when: str
    why: str
    leaves: str
    core: bool
    private: bool
    placeholder: bool
    for_client: bool
    guides_title: str
    how: tuple[str, ...]
    say: str


@dataclass(frozen=True)
class ShownPhase:
    number: int
    key: str
    title: str
    why: str
    begins: str
    steps: tuple[ShownStep, ...]


@dataclass(frozen=True)
class Told:
    """A text with where it comes from, and for evidence where that ends."""

    text: str
    source: Source | None = None
    limits: str = ""


@dataclass(frozen=True)
class ShownMethod:
    """Everything a page tells of a method but its pictures."""

    key: str
    version: str
    title: str
    one_line: str
    private: bool
    for_whom: tuple[str, ...]
    not_for_whom: tuple[str, ...]
    evidence: tuple[Told, ...]
    published: tuple[Told, ...]
    ours: tuple[str, ...]
    rhythm: str
    consent: str
    elements: tuple[Told, ...]
    phases: tuple[ShownPhase, ...]
    sources: tuple[Source, ...]
    counts: Rhythm

    @property
    def hours(self) -> int:
        """Of the client, in the example."""
        return round(self.counts.minutes / 60)


@dataclass(frozen=True)
class ToldMistake:
    """A mistake in a file as a page shows it; `line` is 0 where the file as a whole is meant."""

    line: int
    key: str
    message: str
    example: str


def told_mistakes(found: Iterable[Mistake]) -> list[ToldMistake]:
    code = language()
    return [ToldMistake(one.line, one.key, one.message.in_language(code), one.example) for one in found]


def shown(method: Method, *, to_guides: bool = False) -> ShownMethod:
    """The method in the language of the page. `to_guides`: a step that another counts from has its name for guides."""
    code, named = language(), in_guides_words(method) if to_guides else method
    words = method.consent.words
    return ShownMethod(
        key=method.key,
        version=method.version,
        title=method.title.in_language(code),
        one_line=method.one_line.in_language(code),
        private=method.private,
        for_whom=tuple(one.in_language(code) for one in method.for_whom),
        not_for_whom=tuple(one.in_language(code) for one in method.not_for_whom),
        evidence=tuple(
            Told(one.claim.in_language(code), method.source(one.source), one.limits.in_language(code))
            for one in method.evidence
        ),
        published=tuple(
            Told(one.text.in_language(code), method.source(one.source)) for one in method.design.published
        ),
        ours=tuple(one.in_language(code) for one in method.design.ours),
        rhythm=method.rhythm.in_language(code),
        consent=words.in_language(code) if method.consent.needed and words else "",
        elements=tuple(
            Told(one.title.in_language(code), method.source(one.source)) for one in method.elements
        ),
        phases=tuple(shown_phase(named, phase, number) for number, phase in enumerate(method.phases, 1)),
        sources=method.sources,
        counts=rhythm_of(example_plan(method)),
    )


def in_guides_words(method: Method) -> Method:
    """The method with each step called as who guides reads it."""
    phases = (
        phase.model_copy(
            update={
                "steps": tuple(step.model_copy(update={"title": step.guides_title}) for step in phase.steps)
            }
        )
        for phase in method.phases
    )
    return method.model_copy(update={"phases": tuple(phases)})


def shown_phase(method: Method, phase: Phase, number: int) -> ShownPhase:
    code = language()
    steps = tuple(shown_step(method, phase, step) for step in phase.steps)
    title, why = phase.title.in_language(code), phase.why.in_language(code)
    return ShownPhase(number, phase.key, title, why, begins(method, phase, code), steps)


def shown_step(method: Method, phase: Phase, step: Activity) -> ShownStep:
    code, spoken = language(), step.for_guides
    return ShownStep(
        key=step.key,
        kind=KINDS[step.kind].in_language(code),
        icon=ICONS[step.kind],
        title=step.title.in_language(code),
        explanation=step.explanation.in_language(code),
        people=people(step, code),
        minutes=step.minutes,
        when=when(method, phase, step, code),
        why=reasons(method, step, code),
        leaves=step.leaves.in_language(code),
        core=step.core,
        private=step.is_private,
        placeholder=step.timing is None,
        for_client="client" in step.who,
        guides_title=step.guides_title.in_language(code),
        how=tuple(one.in_language(code) for one in spoken.how) if spoken else (),
        say=spoken.say.in_language(code) if spoken and spoken.say else "",
    )


def course_picture(method: Method) -> SafeString:
    """The course as SVG; its texts are escaped where it is drawn."""
    return mark_safe(course(method, language()))  # noqa: S308


def theory_picture(method: Method) -> SafeString:
    """The theory of change as SVG; empty when there is none."""
    return mark_safe(theory_of_change(method, language()))  # noqa: S308
