"""What changed between two files of a method, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spoorboek.methods.model import Activity, Method, Phase
from spoorboek.methods.wording import after, conditions, for_guides, people, reasons, rhythm, say, span


@dataclass(frozen=True)
class Changed:
    """One change: where, and what was and became."""

    place: str
    what: str


def difference(old: Method, new: Method, language: str = "nl") -> list[Changed]:
    """Every change that a reader should know of. Empty for the same method."""
    parts = (
        about,
        consent_changes,
        gone_and_new_phases,
        gone_and_new_steps,
        phases_changed,
        steps_changed,
        order_changes,
    )
    return [one for part in parts for one in part(old, new, language)]


def became(was: object, now: object, language: str) -> str:
    return say(language, f"was {was}, wordt {now}", f"was {was}, becomes {now}")


def about(old: Method, new: Method, language: str) -> Iterator[Changed]:
    whole = say(language, "De methode", "The method")
    if old.title != new.title:
        yield Changed(
            whole,
            became(f"“{old.title.in_language(language)}”", f"“{new.title.in_language(language)}”", language),
        )
    if old.version != new.version:
        yield Changed(
            whole, say(language, "versie ", "version ") + became(old.version, new.version, language)
        )
    for field, (nl, en) in TEXTS.items():
        if getattr(old, field) != getattr(new, field):
            yield Changed(whole, say(language, f"{nl} is veranderd", f"{en} changed"))


def consent_changes(old: Method, new: Method, language: str) -> Iterator[Changed]:
    """Whether permission is asked, and in which words: whole, since a client says yes to them."""
    place, was, now = say(language, "De toestemming", "The consent"), old.consent, new.consent
    asked, not_asked = say(language, "gevraagd", "asked"), say(language, "niet gevraagd", "not asked")
    if was.needed != now.needed:
        yield Changed(
            place, became(asked if was.needed else not_asked, asked if now.needed else not_asked, language)
        )
    for code in ("nl", "en"):
        before, text = (getattr(one.words, code) if one.words else "" for one in (was, now))
        if before != text:
            yield Changed(place, f"({code}) " + became(f"“{before}”", f"“{text}”", language))


TEXTS = {
    "one_line": ("de samenvatting", "the summary"),
    "for_whom": ("voor wie", "for whom"),
    "not_for_whom": ("voor wie niet", "for whom not"),
    "sources": ("de lijst van bronnen", "the list of sources"),
    "evidence": ("het bewijs", "the evidence"),
    "design": ("wat gepubliceerd is en wat van ons is", "what is published and what is ours"),
    "rhythm": ("de uitleg bij het ritme", "the note on the rhythm"),
    "elements": ("de lijst van kernelementen", "the list of core elements"),
    "private": ("wie mag zien dat de methode loopt", "who may see that the method runs"),
    "theory": ("de theory of change", "the theory of change"),
}


def gone_and_new_phases(old: Method, new: Method, language: str) -> Iterator[Changed]:
    for phase in old.phases:
        if new.phase(phase.key) is None:
            yield Changed(
                quoted(phase, language), say(language, "deze fase vervalt", "this phase is dropped")
            )
    for phase in new.phases:
        if old.phase(phase.key) is None:
            yield Changed(quoted(phase, language), say(language, "nieuwe fase", "new phase"))


def gone_and_new_steps(old: Method, new: Method, language: str) -> Iterator[Changed]:
    for step in old.activities:
        if new.activity(step.key) is None:
            yield Changed(quoted(step, language), say(language, "deze stap vervalt", "this step is dropped"))
    for phase, step in new.placed():
        if old.activity(step.key) is None:
            yield Changed(
                quoted(step, language),
                say(language, "nieuwe stap in ", "new step in ") + quoted(phase, language),
            )


def quoted(one: Method | Phase | Activity, language: str) -> str:
    return f"“{one.title.in_language(language)}”"


def phases_changed(old: Method, new: Method, language: str) -> Iterator[Changed]:
    for phase in new.phases:
        was = old.phase(phase.key)
        if was is not None:
            yield from phase_changes(old, new, was, phase, language)


def steps_changed(old: Method, new: Method, language: str) -> Iterator[Changed]:
    for step in new.activities:
        was = old.activity(step.key)
        if was is not None:
            yield from step_changes(old, new, was, step, language)


def phase_changes(old: Method, new: Method, was: Phase, now: Phase, language: str) -> Iterator[Changed]:
    place = quoted(now, language)
    for what in text_changes(was, now, ("title", "why"), language):
        yield Changed(place, what)
    if (was.anchor, was.offset) != (now.anchor, now.offset):
        before = after(old, was.anchor, was.offset, language)
        begins = after(new, now.anchor, now.offset, language)
        yield Changed(place, say(language, "begin: ", "begins: ") + became(before, begins, language))
    if was.window != now.window:
        lasts = say(language, "duur: ", "lasts: ")
        yield Changed(place, lasts + became(span(was.window, language), span(now.window, language), language))


FIELDS = {
    "title": ("titel", "title"),
    "why": ("waarom", "why"),
    "explanation": ("uitleg", "explanation"),
    "leaves": ("wat het oplevert", "what it leaves"),
}


def text_changes(
    was: Phase | Activity, now: Phase | Activity, fields: tuple[str, ...], language: str
) -> Iterator[str]:
    """The whole text where it is short enough to read on one line."""
    for field in fields:
        before, text = getattr(was, field), getattr(now, field)
        for code in ("nl", "en"):
            if getattr(before, code) != getattr(text, code):
                what = say(language, *FIELDS[field])
                yield f"{what} ({code}): " + became(
                    f"“{getattr(before, code)}”", f"“{getattr(text, code)}”", language
                )


def step_changes(old: Method, new: Method, was: Activity, now: Activity, language: str) -> Iterator[Changed]:
    place = quoted(now, language)
    for what in text_changes(was, now, ("title", "explanation", "leaves"), language):
        yield Changed(place, what)
    for (nl, en), before, text in facts_of(old, new, was, now, language):
        if before != text:
            yield Changed(place, f"{say(language, nl, en)}: {became(before, text, language)}")


def facts_of(
    old: Method, new: Method, was: Activity, now: Activity, language: str
) -> Iterator[tuple[tuple[str, str], str, str]]:
    """What can be put side by side: name, before, after."""
    once = say(language, "één keer", "once")
    nothing = say(language, "niets", "nothing")
    yield ("soort", "kind"), was.kind, now.kind
    yield ("wie", "who"), people(was, language), people(now, language)
    for code in ("nl", "en"):
        named = (f"voor wie begeleidt ({code})", f"for who guides ({code})")
        yield named, for_guides(was, code) or nothing, for_guides(now, code) or nothing
    yield ("minuten", "minutes"), str(was.minutes), str(now.minutes)
    yield (
        ("moment", "moment"),
        after(old, was.anchor, was.offset, language),
        after(new, now.anchor, now.offset, language),
    )
    yield ("speling", "leeway"), span(was.window, language), span(now.window, language)
    yield ("hoe vaak", "how often"), rhythm(was, old, language) or once, rhythm(now, new, language) or once
    yield ("hoort erbij", "belongs"), core(was, language), core(now, language)
    yield ("waarom", "why"), reasons(old, was, language), reasons(new, now, language)
    yield ("verwijst naar", "refers to"), was.ref or nothing, now.ref or nothing
    yield ("zichtbaar", "visible"), seen(was, language), seen(now, language)
    yield (
        ("voorwaarden", "conditions"),
        conditions(was, language) or nothing,
        conditions(now, language) or nothing,
    )
    yield ("gedeeld als", "shared as"), was.shared or nothing, now.shared or nothing


def core(step: Activity, language: str) -> str:
    return say(language, "kern", "core") if step.core else say(language, "keuze", "optional")


def seen(step: Activity, language: str) -> str:
    if step.is_private:
        return say(language, "niet voor de werkgever", "not for the employer")
    return say(language, "ook voor de werkgever", "for the employer too")


def order_changes(old: Method, new: Method, language: str) -> Iterator[Changed]:
    """Phases or steps that stand in another order, and steps that went to another phase."""
    kept = [phase.key for phase in old.phases if new.phase(phase.key)]
    if kept != [phase.key for phase in new.phases if old.phase(phase.key)]:
        said = say(language, "de fasen staan in een andere volgorde", "the phases are in another order")
        yield Changed(say(language, "De methode", "The method"), said)
    was_in = {step.key: phase for phase, step in old.placed()}
    for phase, step in new.placed():
        before = was_in.get(step.key)
        if before and before.key != phase.key:
            moved = became(quoted(before, language), quoted(phase, language), language)
            yield Changed(quoted(step, language), say(language, "fase: ", "phase: ") + moved)
    yield from (
        Changed(quoted(phase, language), say(language, "de stappen staan anders", "the steps are reordered"))
        for phase in new.phases
        if reordered(old.phase(phase.key), phase)
    )


def reordered(was: Phase | None, now: Phase) -> bool:
    """Whether the steps that stayed in a phase stand in another order."""
    if was is None:
        return False
    before, after_ = [step.key for step in was.steps], [step.key for step in now.steps]
    return [key for key in before if key in after_] != [key for key in after_ if key in before]
