"""The steps of a method on paper: in the client's words, in tables for those who guide, and the time they ask."""

from spoorboek.methods import Activity, Method, Phase
from spoorboek.methods.model import DETERMINANTS, Kind
from spoorboek.methods.reading import Words
from spoorboek.papers.content import Bullets, Facts, Language, Paragraph, Part, Section, Table
from spoorboek.papers.of_methods.timing import begin_of, begins, hours, how_often, times

Given = tuple[Part, ...]

ROLES: dict[str, tuple[str, str]] = {
    "client": ("medewerker", "worker"),
    "supervisor": ("leidinggevende", "supervisor"),
    "case_manager": ("casemanager (taakgroep)", "case manager (task force)"),
    "company_doctor": ("bedrijfsarts", "company doctor"),
    "labour_expert": ("arbeidsdeskundige", "labour expert"),
    "coach": ("coach", "coach"),
    "work_supervisor": ("werkbegeleider", "work supervisor"),
    "buddy": ("maatje", "buddy"),
    "peer": ("ervaringsdeskundige", "expert by experience"),
}
DETERMINANT_NAMES = {
    "attitude": ("houding", "attitude"),
    "norm": ("mening van anderen", "opinion of others"),
    "self-efficacy": ("geloof in eigen kunnen", "belief in own ability"),
    "knowledge": ("kennis", "knowledge"),
    "skills": ("vaardigheden", "skills"),
    "salience": ("eraan denken", "having it in mind"),
    "conditions": ("wat geregeld moet zijn", "conditions"),
    "habit": ("gewoonte", "habit"),
}


def said(language: Language, dutch: str, english: str) -> str:
    return english if language == "en" else dutch


def bullets(words: tuple[Words, ...], language: Language) -> Given:
    return (Bullets(tuple(one.in_language(language) for one in words)),) if words else ()


def role_name(role: str, language: Language) -> str:
    return ROLES[role][language == "en"]


def with_whom(step: Activity, language: Language) -> str:
    """Who does a step, the one who takes the first move first."""
    return ", ".join(role_name(role, language) for role in step.who)


def why(method: Method, step: Activity, language: Language) -> str:
    titles = {one.key: one.title.in_language(language) for one in method.elements}
    names = {key: DETERMINANT_NAMES[key][language == "en"] for key in DETERMINANTS}
    return ", ".join((titles | names).get(key, key) for key in step.why)


def my_steps(method: Method, language: Language) -> Given:
    """What the client does, phase by phase, in the words of the method."""
    mine = ((phase, [step for step in phase.steps if "client" in step.who]) for phase in method.phases)
    told = ((phase, tuple(my_step(method, phase, step, language) for step in steps)) for phase, steps in mine)
    return tuple(
        Section(phase.title.in_language(language), (Facts(facts),)) for phase, facts in told if facts
    )


def my_step(method: Method, phase: Phase, step: Activity, language: Language) -> tuple[str, str]:
    text = step.explanation.in_language(language)
    often = how_often(method, phase, step, language)
    about = said(language, f"Ongeveer {step.minutes} minuten", f"About {step.minutes} minutes")
    times_ = f", {often}" if often else ""
    own = said(language, "Mag je overslaan. ", "You may skip this. ") if not step.core else ""
    return step.title.in_language(language), f"{text} {own}{about}{times_}."


def my_time(method: Method, language: Language) -> Given:
    total = hours(rounded(minutes_of(method, "client")), language)
    months = round(sum(phase.window for phase in method.phases) / 30.4)
    return (
        Paragraph(
            said(
                language,
                f"Alles bij elkaar ongeveer {total}. Dat is verdeeld over ongeveer {months} maanden. "
                "Jij bepaalt het tempo. Een stap overslaan mag.",
                f"About {total} in all. That is spread over about {months} months. "
                "You set the pace. You may skip a step.",
            )
        ),
    )


def rounded(minutes: int) -> int:
    """To whole hours from two hours up, to quarters of an hour below."""
    step = 60 if minutes >= 120 else 15
    return max(step, round(minutes / step) * step)


def minutes_of(method: Method, role: str) -> int:
    """Minutes that one course asks of one role, repeats included."""
    return sum(
        step.minutes * times(method, phase, step) for phase, step in method.placed() if role in step.who
    )


def roles_in(method: Method) -> list[str]:
    return [role for role in ROLES if any(role in step.who for step in method.activities)]


def private_steps(method: Method, language: Language) -> Given:
    hidden = (step for step in method.activities if step.is_private and "client" in step.who)
    titles = tuple(dict.fromkeys(step.title.in_language(language) for step in hidden))
    return (Bullets(titles),) if titles else ()


def task_force_steps(method: Method, language: Language) -> Given:
    """What the people who guide do, phase by phase."""
    return tuple(
        Section(phase.title.in_language(language), steps_table(method, phase, steps, language))
        for phase in method.phases
        if (steps := tuple(step for step in phase.steps if set(step.who) - {"client", "peer"}))
    )


def steps_table(method: Method, phase: Phase, steps: tuple[Activity, ...], language: Language) -> Given:
    columns = said(language, "Stap|Wanneer|Wie|Minuten", "Step|When|Who|Minutes").split("|")
    return (
        Table(
            tuple(columns),
            tuple(row(method, phase, step, language) for step in steps),
            (3, 3, 2.4, 1.3),
            True,
        ),
    )


def row(method: Method, phase: Phase, step: Activity, language: Language) -> tuple[str, ...]:
    often = how_often(method, phase, step, language)
    when = begins(method, phase, step, language) + (f"; {often}" if often else "")
    return step.guides_title.in_language(language), when, with_whom(step, language), str(step.minutes)


def all_steps(method: Method, language: Language) -> Given:
    """Every phase with its reason, its steps in a table, and each step explained."""
    return tuple(
        Section(
            phase.title.in_language(language),
            (
                Paragraph(phase.why.in_language(language), "lead"),
                Paragraph(begin_of(method, phase, language), "small"),
                *steps_table(method, phase, phase.steps, language),
                Facts(tuple(explained(method, step, language) for step in phase.steps)),
            ),
        )
        for phase in method.phases
    )


def explained(method: Method, step: Activity, language: Language) -> tuple[str, str]:
    core = (
        said(language, "Vaste stap", "Core step") if step.core else said(language, "Naar keuze", "Optional")
    )
    because = said(language, "Voor", "For")
    leaves = said(language, "Wat de medewerker dan heeft", "What the employee then has")
    hidden = said(language, " De werkgever ziet deze stap niet.", " The employer does not see this step.")
    how = step.for_guides.how if step.for_guides else (step.explanation,)
    told = " ".join(one.in_language(language) for one in how)
    return (
        step.guides_title.in_language(language),
        f"{told} {core}. {because}: {why(method, step, language).lower()}. "
        f"{leaves}: “{step.leaves.in_language(language)}”.{hidden if step.is_private else ''}",
    )


def time_by_role(method: Method, language: Language) -> Given:
    columns = said(language, "Wie|Stappen|Tijd voor één traject", "Who|Steps|Time for one course").split("|")
    rows = tuple(
        (role_name(role, language), str(steps_of(method, role)), hours(minutes_of(method, role), language))
        for role in roles_in(method)
    )
    return (Table(tuple(columns), rows, (3, 1.2, 2.4), True),)


def steps_of(method: Method, role: str) -> int:
    return sum(times(method, phase, step) for phase, step in method.placed() if role in step.who)


def modules(method: Method, language: Language) -> Given:
    lessons = (one for one in method.placed() if one[1].kind is Kind.LEARNING_MODULE)
    found = [(phase, step) for phase, step in lessons if step.who != ("client",)]
    columns = said(
        language, "Les|Voor wie|Wanneer|Minuten|Daarna", "Lesson|For whom|When|Minutes|Afterwards"
    ).split("|")
    rows = tuple(
        (
            step.title.in_language(language).partition(": ")[2].capitalize() or step.title.in_language(language),
            with_whom(step, language), begins(method, phase, step, language), str(step.minutes),
            step.leaves.in_language(language),
        )
        for phase, step in found
    )  # fmt: skip
    return (Table(tuple(columns), rows, (2.6, 2.2, 2.4, 1.4, 2.6), True),) if rows else ()
