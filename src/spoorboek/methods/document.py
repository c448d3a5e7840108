"""A method as a document that people read: Markdown, in Dutch or English."""

from collections.abc import Iterator

from spoorboek.methods.example import example_plan, rhythm_of
from spoorboek.methods.model import START, Activity, Claim, Method, Phase, Source, Statement
from spoorboek.methods.theory import Arrow
from spoorboek.methods.wording import KINDS, after, for_guides, people, reasons, say, span, when


def document(method: Method, language: str = "nl") -> str:
    """The whole method."""
    parts = (head, people_for, known, made, permission, over_time, phases, arrows, sources)
    lines = [line for part in parts for line in (*part(method, language), "")]
    return "\n".join(lines).rstrip() + "\n"


def head(method: Method, language: str) -> Iterator[str]:
    yield f"# {method.title.in_language(language)}"
    yield ""
    yield f"*{method.one_line.in_language(language)}*"
    yield ""
    yield say(language, f"Versie {method.version}", f"Version {method.version}") + f" · `{method.key}`"


def people_for(method: Method, language: str) -> Iterator[str]:
    yield say(language, "## Voor wie", "## For whom")
    yield ""
    yield from (f"- {one.in_language(language)}" for one in method.for_whom)
    yield ""
    yield say(language, "## Voor wie niet", "## For whom not")
    yield ""
    yield from (f"- {one.in_language(language)}" for one in method.not_for_whom)


def known(method: Method, language: str) -> Iterator[str]:
    yield say(language, "## Wat er bekend is over de werking", "## What is known about whether it works")
    yield ""
    yield from (claimed(one, language) for one in method.evidence)


def claimed(claim: Claim, language: str) -> str:
    limits = say(language, "Grens", "Limit")
    return f"- {claim.claim.in_language(language)} [{claim.source}] **{limits}:** {claim.limits.in_language(language)}"


def made(method: Method, language: str) -> Iterator[str]:
    yield say(language, "## Wat gepubliceerd is", "## What is published")
    yield ""
    yield from (f"- {cited(one, language)}" for one in method.design.published)
    yield ""
    yield say(language, "## Wat van ons is", "## What is ours")
    yield ""
    yield from (f"- {one.in_language(language)}" for one in method.design.ours)
    yield f"- {method.rhythm.in_language(language)}"


def cited(statement: Statement, language: str) -> str:
    text = statement.text.in_language(language)
    return f"{text} [{statement.source}]" if statement.source else text


def permission(method: Method, language: str) -> Iterator[str]:
    yield say(language, "## Toestemming", "## Consent")
    yield ""
    if method.consent.needed and method.consent.words:
        yield f"> {method.consent.words.in_language(language)}"
    else:
        yield say(
            language, "Deze methode vraagt geen aparte toestemming.", "This method asks no separate consent."
        )


def over_time(method: Method, language: str) -> Iterator[str]:
    count = rhythm_of(example_plan(method))
    hours = count.minutes // 60
    yield say(language, "## Wat het vraagt", "## What it asks")
    yield ""
    yield say(
        language,
        f"In ons voorbeeld: {count.steps} stappen in {count.weeks} weken, waarvan {count.contacts} momenten "
        f"met iemand. De medewerker is er {hours} uur mee bezig.",
        f"In our example: {count.steps} steps in {count.weeks} weeks, {count.contacts} of them moments "
        f"with someone. It takes the employee {hours} hours.",
    )


def phases(method: Method, language: str) -> Iterator[str]:
    for number, phase in enumerate(method.phases, 1):
        yield f"## {number}. {phase.title.in_language(language)}"
        yield ""
        yield phase.why.in_language(language)
        yield ""
        yield begins(method, phase, language)
        for step in phase.steps:
            yield ""
            yield from described(method, phase, step, language)
        yield ""


def begins(method: Method, phase: Phase, language: str) -> str:
    start = after(method, phase.anchor, phase.offset, language)
    if phase.anchor == START and not phase.offset:
        start = say(language, "meteen", "at once")
    long = span(phase.window, language)
    return say(language, f"Begint {start} en duurt {long}.", f"Begins {start} and lasts {long}.")


def facts_line(step: Activity, language: str) -> str:
    """Kind, who, minutes, and what is special."""
    parts = [
        KINDS[step.kind].in_language(language),
        people(step, language),
        say(language, f"{step.minutes} minuten", f"{step.minutes} minutes"),
    ]
    if not step.core:
        parts.append(say(language, "keuze", "optional"))
    if step.is_private:
        parts.append(say(language, "de werkgever ziet dit niet", "the employer does not see this"))
    return " · ".join(parts)


def described(method: Method, phase: Phase, step: Activity, language: str) -> Iterator[str]:
    yield f"### {step.title.in_language(language)}"
    yield ""
    yield facts_line(step, language)
    yield ""
    yield f"- {say(language, 'Wanneer', 'When')}: {when(method, phase, step, language)}"
    yield f"- {say(language, 'De medewerker leest', 'The employee reads')}: {step.explanation.in_language(language)}"
    if step.for_guides:
        yield f"- {say(language, 'Wie begeleidt, leest', 'Who guides reads')}: {for_guides(step, language)}"
    yield f"- {say(language, 'Waarom', 'Why')}: {reasons(method, step, language)}"
    yield f"- {say(language, 'Levert op', 'Leaves behind')}: {step.leaves.in_language(language)}"


def arrows(method: Method, language: str) -> Iterator[str]:
    if method.theory is None:
        return
    names = {node.key: node.title.in_language(language) for node in method.theory.nodes}
    yield say(language, "## Hoe het zou moeten werken", "## How it should work")
    yield ""
    for arrow in method.theory.arrows:
        yield f"- {names[arrow.begin]} → {names[arrow.end]} {reason_of(arrow, language)}"


def reason_of(arrow: Arrow, language: str) -> str:
    """The source of an arrow, or our assumption."""
    if arrow.assumption is None:
        return f"[{arrow.source}]"
    return f"*{say(language, 'onze aanname', 'our assumption')}:* {arrow.assumption.in_language(language)}"


def sources(method: Method, language: str) -> Iterator[str]:
    yield say(language, "## Bronnen", "## Sources")
    yield ""
    yield from (sourced(one) for one in method.sources)


def sourced(source: Source) -> str:
    return f"- [{source.key}] {source.title}" + (f", <{source.url}>" if source.url else "")
