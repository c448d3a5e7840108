"""What a method gives to its papers: each place that a frame can ask for, by name."""

from collections.abc import Callable

from spoorboek.methods import Method
from spoorboek.methods.intervision import Way, ways
from spoorboek.methods.model import Kind
from spoorboek.methods.theory import Level
from spoorboek.papers.content import (
    Bullets,
    Language,
    Notice,
    Paragraph,
    Route,
    Section,
    Source,
    Sources,
    Table,
)
from spoorboek.papers.of_methods.safe_practice import (
    safety_questions,
    safety_review,
    safety_rules,
    safety_sources,
    safety_stop,
)
from spoorboek.papers.of_methods.steps import (
    Given,
    all_steps,
    bullets,
    modules,
    my_steps,
    my_time,
    private_steps,
    role_name,
    roles_in,
    said,
    task_force_steps,
    time_by_role,
)

LEVELS = {
    Level.ACTIVITY: ("Wat we doen", "What we do"),
    Level.DETERMINANT: ("Wat dat verandert", "What that changes"),
    Level.BEHAVIOUR: ("Wat iemand dan doet", "What a person then does"),
    Level.OUTCOME: ("Wat eruit komt", "What comes of it"),
}


def one_line(method: Method, language: Language) -> Given:
    return (Paragraph(method.one_line.in_language(language), "lead"),)


def for_whom(method: Method, language: Language) -> Given:
    return bullets(method.for_whom, language)


def not_for_whom(method: Method, language: Language) -> Given:
    return bullets(method.not_for_whom, language)


def phases(method: Method, language: Language) -> Given:
    stops = ((one.title.in_language(language), one.why.in_language(language)) for one in method.phases)
    return (Route(tuple(stops)),)


def roles(method: Method, language: Language) -> Given:
    names = (role_name(role, language) for role in roles_in(method) if role != "client")
    return (Bullets(tuple(name[0].upper() + name[1:] for name in names)),)


def consent(method: Method, language: Language) -> Given:
    if not (method.consent.needed and method.consent.words):
        return ()
    title = said(language, "Waar je ja tegen zegt", "What you say yes to")
    return (Notice(title, (Paragraph(method.consent.words.in_language(language)),)),)


def elements(method: Method, language: Language) -> Given:
    ours = said(language, "ons ontwerp", "our design")
    return (
        (
            Bullets(
                tuple(f"{one.title.in_language(language)} ({one.source or ours})" for one in method.elements)
            ),
        )
        if method.elements
        else ()
    )


def intervision(method: Method, language: Language) -> Given:
    """The ways of intervision that the method names, with their steps."""
    named = {step.ref for step in method.activities if step.kind is Kind.INTERVISION}
    return tuple(one_way(way, language) for key, way in ways().items() if key in named)


def one_way(way: Way, language: Language) -> Section:
    columns = said(language, "Stap|Minuten|Voorzitter", "Step|Minutes|Chair").split("|")
    rows = tuple(
        (one.name.in_language(language), str(one.minutes), one.tasks.chair.in_language(language))
        for one in way.steps
    )
    about = Paragraph(way.about.in_language(language))
    return Section(way.name.in_language(language), (about, Table(tuple(columns), rows, (2, 1, 4), True)))


def theory(method: Method, language: Language) -> Given:
    """The theory of change as a line of four stops, and what in it is only our assumption."""
    if method.theory is None:
        return ()
    titles = {one.key: one.title.in_language(language) for one in method.theory.nodes}
    of_level = {
        level: [titles[one.key] for one in method.theory.nodes if one.level is level] for level in Level
    }
    stops = tuple((LEVELS[level][language == "en"], "\n".join(of_level[level])) for level in Level)
    guesses = tuple(
        f"{titles[one.begin]} › {titles[one.end]}: {one.assumption.in_language(language)}"
        for one in method.theory.arrows
        if one.assumption and not one.source
    )
    title = said(language, "Wat wij aannemen, zonder bron", "What we assume, without a source")
    return (Route(stops), *((Section(title, (Bullets(guesses),)),) if guesses else ()))


def evidence(method: Method, language: Language) -> Given:
    word = said(language, "Let op", "Mind")
    texts = tuple(
        f"{one.claim.in_language(language)} ({one.source}) {word}: {lowered(one.limits.in_language(language))}"
        for one in method.evidence
    )
    return (Bullets(texts),) if texts else ()


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def published(method: Method, language: Language) -> Given:
    return (
        (
            Bullets(
                tuple(
                    one.text.in_language(language) + (f" ({one.source})" if one.source else "")
                    for one in method.design.published
                )
            ),
        )
        if method.design.published
        else ()
    )


def ours(method: Method, language: Language) -> Given:
    return bullets(method.design.ours, language)


def rhythm(method: Method, language: Language) -> Given:
    return (Paragraph(method.rhythm.in_language(language)),)


def sources(method: Method, language: Language) -> Given:
    return (
        Sources(tuple(Source(f"{one.key}: {one.title}", one.url or "") for one in method.sources)),
    ) * bool(method.sources)


GENERATED: dict[str, Callable[[Method, Language], Given]] = {
    "one-line": one_line, "for-whom": for_whom, "not-for-whom": not_for_whom, "phases": phases, "my-steps": my_steps,
    "my-time": my_time, "roles": roles, "private-steps": private_steps, "consent": consent,
    "task-force-steps": task_force_steps, "all-steps": all_steps, "time-by-role": time_by_role, "elements": elements,
    "modules": modules, "intervision": intervision, "theory": theory, "evidence": evidence, "published": published,
    "ours": ours, "rhythm": rhythm, "sources": sources, "safety-review": safety_review,
    "safety-questions": safety_questions, "safety-rules": safety_rules, "safety-stop": safety_stop,
    "safety-sources": safety_sources,
}  # fmt: skip


def gives(name: str, method: Method) -> bool:
    """Whether a method has anything for this place."""
    return bool(GENERATED[name](method, "nl"))
