"""The safety protocol of practising with VR on paper, from the rules that the product itself keeps to."""

from spoorboek.methods import Method
from spoorboek.methods.model import Kind
from spoorboek.methods.safety import Asked, Rule, safety
from spoorboek.papers.content import (
    Bullets,
    Language,
    Notice,
    Paragraph,
    Section,
    Source,
    Sources,
    Table,
)
from spoorboek.papers.of_methods.steps import Given, said

UNITS = {
    "minutes": ("{} minuten", "{} minutes"),
    "seconds": ("{} tellen", "{} seconds"),
    "percent": ("{} procent", "{} per cent"),
    "of-ten": ("{} van 10", "{} of 10"),
}
OUTCOMES = {
    "screen": ("Dan het scherm.", "Then the screen."),
    "ask-doctor": (
        "Eerst de bedrijfsarts vragen. Tot dan het scherm.",
        "Ask the company doctor first. Until then the screen.",
    ),
    "not-today": ("Dan vandaag niet.", "Then not today."),
}  # fmt: skip


def practises(method: Method) -> bool:
    return any(step.kind is Kind.VR_SESSION for step in method.activities)


def safety_review(method: Method, language: Language) -> Given:
    """Whether anyone has reviewed the rules."""
    if not practises(method):
        return ()
    title = said(language, "Versie", "Version") + f" {safety().version}"
    return (Notice(title, (Paragraph(safety().review.in_language(language)),)),)


def safety_questions(method: Method, language: Language) -> Given:
    """What the client is asked, alone, and what follows from it."""
    if not practises(method):
        return ()
    once = said(language, "Eén keer", "Once")
    each = said(language, "Elke keer opnieuw", "Every time anew")
    return (asked(once, safety().person, language), asked(each, safety().day, language))


def asked(title: str, questions: tuple[Asked, ...], language: Language) -> Section:
    return Section(title, tuple(one_question(question, language) for question in questions))


def one_question(question: Asked, language: Language) -> Section:
    edge = said(language, "Meer dan {} van 10.", "More than {} of 10.").format(question.above)
    answer = edge if question.scale else said(language, "Ja.", "Yes.")
    follows = f"{answer} {OUTCOMES[question.outcome][language == 'en']} ({named(question.source, language)})"
    items = tuple(item.in_language(language) for item in question.items)
    said_of_it = Paragraph(follows)
    content = (Bullets(items), said_of_it) if items else (said_of_it,)
    return Section(question.question.in_language(language), content)


def named(sources: tuple[str, ...], language: Language) -> str:
    """The keys of sources as they are listed; our own caution by that name."""
    own = said(language, "eigen voorstel", "own proposal")
    return ", ".join(own if key == "ours" else key for key in sources)


def safety_rules(method: Method, language: Language) -> Given:
    """Every number that the practice keeps to, with why and the key of its source."""
    if not practises(method):
        return ()
    columns = said(language, "Regel|Getal|Waarom|Bron", "Rule|Number|Why|Source").split("|")
    rows = tuple(row(rule, language) for rule in safety().rules)
    return (Table(tuple(columns), rows, (2.6, 1.3, 2.2, 1.2), row_heads=True),)


def row(rule: Rule, language: Language) -> tuple[str, ...]:
    number = UNITS[rule.unit][language == "en"].format(rule.value)
    return (
        rule.title.in_language(language), number, rule.why.in_language(language), named(rule.source, language),
    )  # fmt: skip


def safety_stop(method: Method, language: Language) -> Given:
    """When practising ends at once."""
    return (Bullets(tuple(one.in_language(language) for one in safety().stop)),) * practises(method)


def safety_sources(method: Method, language: Language) -> Given:
    found = tuple(
        Source(f"{one.key}: {one.title}", one.url or "") for one in safety().sources if one.key != "ours"
    )
    return (Sources(found),) * practises(method)
