"""What must hold in a method beyond the shape of its file: every reference exists, and nothing waits for itself."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spoorboek.law.keys import CLOCK_KEYS, KEYS
from spoorboek.methods.model import DETERMINANTS, EVENTS, PHASE, START, Activity, Method, Phase
from spoorboek.methods.reading import Mistake, Words, line_of, words
from spoorboek.methods.theory import NEXT, Theory

LAW = frozenset(KEYS) | {key.replace("_", "-") for key in CLOCK_KEYS}
"""Anchors of the law: obligations, and the last days of the clocks (`wage`, `wia`, `dismissal-ban`)."""
RESERVED = LAW | {START, PHASE, *EVENTS}
HAS = frozenset(
    {
        "supervisor",
        "case-manager",
        "company-doctor",
        "labour-expert",
        "coach",
        "work-supervisor",
        "buddy",
        "peer",
    }
    | {"employer", "placement", "headset", "group", "goals", "colleagues"}
)
"""What `only_if: has:` may ask for: someone who takes part, or something that is there."""

Place = tuple[str | int, ...]
Found = tuple[Place, Words, str]
"""Where in the file, what is wrong, an example of what would be right."""


def check(method: Method, content: Any, file: str) -> list[Mistake]:
    """Everything wrong in a method that was read from `content`."""
    found = [mistake for one in CHECKS for mistake in one(method)]
    if method.theory:
        found += [
            (("theory", *place), said, example)
            for place, said, example in theory_found(method, method.theory)
        ]
    return written(found, content, file)


def check_theory(method: Method, theory: Theory, content: Any, file: str) -> list[Mistake]:
    """Everything wrong in a theory of change that stands in a file of its own."""
    return written(theory_found(method, theory), content, file)


def written(found: Iterable[Found], content: Any, file: str) -> list[Mistake]:
    return [
        Mistake(file, line_of(content, place), named(place), said, example) for place, said, example in found
    ]


def named(place: Place) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)


def steps_of(method: Method) -> Iterator[tuple[Place, Phase, Activity]]:
    for p, phase in enumerate(method.phases):
        for s, step in enumerate(phase.steps):
            yield ("phases", p, "steps", s), phase, step


def keys_once(method: Method) -> Iterator[Found]:
    """A key names one phase or step, and no date of the law."""
    taken: set[str] = set(RESERVED)
    places: list[tuple[Place, str]] = [
        (("phases", p, "key"), phase.key) for p, phase in enumerate(method.phases)
    ]
    places += [((*place, "key"), step.key) for place, _, step in steps_of(method)]
    for place, key in places:
        if key in taken:
            yield place, taken_by(key), f"{key}-talk"
        taken.add(key)


def taken_by(key: str) -> Words:
    """Why a key is not free."""
    if key in RESERVED:
        return words(
            f"de sleutel {key!r} is een datum van de wet of een gebeurtenis; geef elke fase en stap een eigen sleutel",
            f"the key {key!r} is a date of the law or an event; give each phase and step its own",
        )
    return words(
        f"de sleutel {key!r} staat hier twee keer; geef elke fase en stap een eigen sleutel",
        f"the key {key!r} is used twice; give each phase and step its own",
    )


def shared_once(method: Method) -> Iterator[Found]:
    """Two steps of one method cannot both be the same step of several methods."""
    taken: set[str] = set()
    for place, _, step in steps_of(method):
        if step.shared and step.shared in taken:
            yield (
                (*place, "shared"),
                words(
                    f"een andere stap van deze methode is al {step.shared!r}",
                    f"another step of this method is {step.shared!r} already",
                ),
                f"{step.shared}-2",
            )
        taken |= {step.shared} if step.shared else set()


def anchors_known(method: Method) -> Iterator[Found]:
    known = RESERVED | {phase.key for phase in method.phases} | {step.key for step in method.activities}
    for p, phase in enumerate(method.phases):
        if phase.anchor not in known - {PHASE}:
            yield ("phases", p, "anchor"), no_anchor(phase.anchor), START
    for place, _, step in steps_of(method):
        if step.anchor not in known:
            yield (*place, "anchor"), no_anchor(step.anchor), "first-year-evaluation"


def no_anchor(key: str) -> Words:
    return words(f"er is geen datum, fase of stap {key!r}", f"there is no date, phase or step {key!r}")


def repeats_end(method: Method) -> Iterator[Found]:
    phases = {PHASE} | {phase.key for phase in method.phases}
    for place, _, step in steps_of(method):
        repeat = step.repeat
        if repeat is None:
            continue
        if (repeat.times is None) == (repeat.until is None):
            said = words(
                "zeg hoe vaak, of tot het einde van welke fase: een van de twee",
                "say how many times, or until which phase ends: one of the two",
            )
            yield (*place, "repeat"), said, "{every: 1 week, times: 12}"
        elif repeat.until and repeat.until not in phases:
            said = words(f"er is geen fase {repeat.until!r}", f"there is no phase {repeat.until!r}")
            yield (*place, "repeat", "until"), said, PHASE


def reasons_known(method: Method) -> Iterator[Found]:
    known = {*DETERMINANTS, *(element.key for element in method.elements)}
    for place, _, step in steps_of(method):
        for number, why in enumerate(step.why):
            if why not in known:
                said = words(
                    f"{why!r} is geen determinant en geen kernelement van deze methode",
                    f"{why!r} is no determinant and no core element of this method",
                )
                yield (*place, "why", number), said, "self-efficacy"


def conditions_known(method: Method) -> Iterator[Found]:
    for place, _, step in steps_of(method):
        for number, has in enumerate(step.only_if.has):
            if has not in HAS:
                those = ", ".join(sorted(HAS))
                said = words(
                    f"{has!r} is niets wat er in een traject kan zijn; kies uit {those}",
                    f"{has!r} is nothing a course can have; choose from {those}",
                )
                yield (*place, "only_if", "has", number), said, "supervisor"


def sources_known(method: Method) -> Iterator[Found]:
    known = {source.key for source in method.sources}
    for place, key in cited(method):
        if key is not None and key not in known:
            said = words(f"{key!r} staat niet onder sources", f"{key!r} does not stand under sources")
            yield place, said, next(iter(sorted(known)), "S3")


def cited(method: Method) -> Iterator[tuple[Place, str | None]]:
    """Each reference to a source, with its place."""
    for number, claim in enumerate(method.evidence):
        yield ("evidence", number, "source"), claim.source
    for number, statement in enumerate(method.design.published):
        yield ("design", "published", number, "source"), statement.source
    for number, element in enumerate(method.elements):
        yield ("elements", number, "source"), element.source
    for place, _, step in steps_of(method):
        yield (*place, "timing"), step.timing


def published_is_cited(method: Method) -> Iterator[Found]:
    for number, statement in enumerate(method.design.published):
        if not statement.source:
            said = words(
                "wat gepubliceerd is, noemt zijn bron; zonder bron hoort het onder ours",
                "what is published needs its source; without one it belongs under ours",
            )
            yield ("design", "published", number), said, "S3"


def consent_has_words(method: Method) -> Iterator[Found]:
    if method.consent.needed and not (method.consent.key and method.consent.words):
        said = words(
            "toestemming die gevraagd wordt, heeft een sleutel en woorden nodig",
            "permission that is asked needs a key and words",
        )
        yield ("consent",), said, "{needed: true, key: vr-practice}"


def nothing_waits_for_itself(method: Method) -> Iterator[Found]:
    """Each circle once, at the first of its steps in the file."""
    waits = waits_of(method)
    told: set[frozenset[str]] = set()
    places: dict[str, Place] = {phase.key: ("phases", p, "anchor") for p, phase in enumerate(method.phases)}
    places |= {step.key: (*place, "anchor") for place, _, step in steps_of(method)}
    for key in places:
        circle = circle_from(key, waits)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            way = " → ".join([*circle, circle[0]])
            yield (
                places[key],
                words(f"deze wachten op elkaar: {way}", f"these wait for each other: {way}"),
                START,
            )


def waits_of(method: Method) -> dict[str, set[str]]:
    """What each phase and step must know the day of first."""
    known = {phase.key for phase in method.phases} | {step.key for step in method.activities}
    waits = {phase.key: {phase.anchor} & known for phase in method.phases}
    for phase, step in method.placed():
        until = step.repeat.until if step.repeat else None
        needed = {phase.key if one == PHASE else one for one in (step.anchor, until) if one}
        waits[step.key] = needed & known
    return waits


def circle_from(key: str, waits: dict[str, set[str]]) -> list[str]:
    """The way from a key back to itself; empty when there is none."""
    ways, seen = [[key]], {key}
    while ways:
        way = ways.pop()
        for after in sorted(waits.get(way[-1], ())):
            if after == key:
                return way
            if after not in seen:
                seen.add(after)
                ways.append([*way, after])
    return []


CHECKS: tuple[Callable[[Method], Iterator[Found]], ...] = (
    keys_once,
    shared_once,
    anchors_known,
    repeats_end,
    reasons_known,
    conditions_known,
    sources_known,
    published_is_cited,
    consent_has_words,
    nothing_waits_for_itself,
)


def theory_found(method: Method, theory: Theory) -> Iterator[Found]:
    """Arrows go one level on, between boxes that exist, for a reason that is given."""
    levels = {node.key: node.level for node in theory.nodes}
    steps = {step.key for step in method.activities}
    sources = {source.key for source in method.sources}
    for number, node in enumerate(theory.nodes):
        for at, step in enumerate(node.steps):
            if step not in steps:
                said = words(f"er is geen stap {step!r}", f"there is no step {step!r}")
                yield ("nodes", number, "steps", at), said, next(iter(sorted(steps)))
    for number, arrow in enumerate(theory.arrows):
        place = ("arrows", number)
        unknown = [key for key in (arrow.begin, arrow.end) if key not in levels]
        if unknown:
            said = words(f"er is geen vak {unknown[0]!r}", f"there is no box {unknown[0]!r}")
            yield place, said, next(iter(levels))
        elif NEXT.get(levels[arrow.begin]) is not levels[arrow.end]:
            begin, end = levels[arrow.begin], levels[arrow.end]
            said = words(
                f"een pijl gaat één kolom verder, niet van {begin} naar {end}",
                f"an arrow goes one level on, not from {begin} to {end}",
            )
            yield place, said, "determinant → behaviour"
        if (arrow.source is None) == (arrow.assumption is None):
            said = words(
                "geef een bron, of schrijf onze aanname uit: een van de twee",
                "give a source, or write out our assumption: one of the two",
            )
            yield place, said, "source: S7"
        elif arrow.source and arrow.source not in sources:
            said = words(
                f"{arrow.source!r} staat niet onder de bronnen van de methode",
                f"{arrow.source!r} does not stand under the method's sources",
            )
            yield (*place, "source"), said, "S7"
