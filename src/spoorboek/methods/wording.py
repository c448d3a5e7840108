"""The words for what stands as a key in a method: kinds, roles, anchors, spans and when a step comes."""

from spoorboek.methods.model import PHASE, Activity, Kind, Method, Phase, RoleKey
from spoorboek.methods.planned import Link, LinkKind
from spoorboek.methods.reading import Words, words

KINDS: dict[Kind, Words] = {
    Kind.CONTACT: words("contact", "contact"),
    Kind.COACHING_SESSION: words("coachgesprek", "coaching session"),
    Kind.CONVERSATION: words("gesprek", "conversation"),
    Kind.WORKSHEET: words("werkblad", "worksheet"),
    Kind.LEARNING_MODULE: words("les", "lesson"),
    Kind.QUESTIONNAIRE: words("vragenlijst", "questionnaire"),
    Kind.VR_SESSION: words("oefenen met VR", "VR session"),
    Kind.PLACEMENT_STEP: words("stap op een werkplek", "step at a workplace"),
    Kind.GROUP_MEETING: words("bijeenkomst", "group meeting"),
    Kind.INTERVISION: words("intervisie", "intervision"),
    Kind.PAPER: words("papier", "paper"),
}
ROLES: dict[RoleKey, Words] = {
    "client": words("medewerker", "employee"),
    "supervisor": words("leidinggevende", "supervisor"),
    "case_manager": words("casemanager", "case manager"),
    "company_doctor": words("bedrijfsarts", "company doctor"),
    "labour_expert": words("arbeidsdeskundige", "labour expert"),
    "coach": words("coach", "coach"),
    "work_supervisor": words("werkbegeleider", "work supervisor"),
    "buddy": words("maatje", "buddy"),
    "peer": words("ervaringsdeskundige", "expert by experience"),
}
DETERMINANT_WORDS: dict[str, Words] = {
    "attitude": words("houding", "attitude"),
    "norm": words("wat anderen vinden", "what others think"),
    "self-efficacy": words("geloof in eigen kunnen", "belief in one's own ability"),
    "knowledge": words("kennis", "knowledge"),
    "skills": words("vaardigheden", "skills"),
    "salience": words("eraan denken", "keeping it in mind"),
    "conditions": words("praktische voorwaarden", "practical conditions"),
    "habit": words("gewoonte", "habit"),
}
ANCHORS: dict[str, Words] = {
    "start": words("het begin", "the start"),
    "first-return": words("de eerste uren terug op het werk", "the first hours back at work"),
    "full-return": words("de dag dat alle uren terug zijn", "the day all hours are back"),
    "placement-start": words("de eerste dag op de werkplek", "the first day at the workplace"),
    "problem-analysis": words("de probleemanalyse", "the problem analysis"),
    "plan-of-action": words("het plan van aanpak", "the plan of action"),
    "progress-evaluation": words("de volgende evaluatie", "the next evaluation"),
    "report-42-weeks": words("de melding na 42 weken", "the report after 42 weeks"),
    "first-year-evaluation": words("de eerstejaarsevaluatie", "the first-year evaluation"),
    "second-track-start": words("het begin van spoor 2", "the start of track 2"),
    "uwv-letter": words("de brief van UWV", "the letter of UWV"),
    "final-evaluation": words("de eindevaluatie", "the final evaluation"),
    "wia-application": words("de WIA-aanvraag", "the WIA application"),
    "wage": words("het einde van de loonbetaling", "the end of wage payment"),
    "wia": words("het einde van de wachttijd", "the end of the waiting period"),
    "dismissal-ban": words("het einde van het opzegverbod", "the end of the dismissal ban"),
}
HAS_WORDS: dict[str, Words] = {
    **{key.replace("_", "-"): named for key, named in ROLES.items() if key != "client"},
    "employer": words("werkgever", "employer"),
    "placement": words("werkplek", "placement"),
    "headset": words("VR-bril", "VR headset"),
    "group": words("groep", "group"),
    "goals": words("doelen", "goals"),
    "colleagues": words("collega’s", "colleagues"),
}
"""What a step may ask to be there before it is planned."""
NUMBERS = {
    "nl": {"day": ("dag", "dagen"), "week": ("week", "weken")},
    "en": {"day": ("day", "days"), "week": ("week", "weeks")},
}


def code_of(language: str) -> str:
    return "en" if language.startswith("en") else "nl"


def say(language: str, nl: str, en: str) -> str:
    """One of two texts."""
    return en if code_of(language) == "en" else nl


def span(days: int, language: str) -> str:
    """A number of days, in weeks where it comes out even: "2 weken"."""
    number, unit = (days // 7, "week") if days and days % 7 == 0 else (days, "day")
    return f"{number} {NUMBERS[code_of(language)][unit][number != 1]}"


def anchor_words(method: Method, key: str, language: str) -> str:
    """What an anchor is called: a date, or the title of a phase or step."""
    named = method.phase(key) or method.activity(key)
    if named is not None:
        return f"“{named.title.in_language(language)}”"
    return ANCHORS[key].in_language(language) if key in ANCHORS else key.replace("-", " ")


def after(method: Method, anchor: str, days: int, language: str) -> str:
    """Where a day stands beside its anchor: "2 weken na het begin"."""
    name = anchor_words(method, anchor, language)
    if not days:
        return say(language, f"bij {name}", f"at {name}")
    place = say(language, "na", "after") if days > 0 else say(language, "vóór", "before")
    return f"{span(abs(days), language)} {place} {name}"


def rhythm(step: Activity, method: Method, language: str) -> str:
    """How a step repeats: "daarna elke week, 12 keer in totaal"; empty when it comes once."""
    repeat = step.repeat
    if repeat is None:
        return ""
    every = say(language, "elke", "every")
    often = f"{every} {span(repeat.every, language)}" if repeat.every != 7 else f"{every} week"
    if repeat.times:
        return say(language, f"{often}, {repeat.times} keer", f"{often}, {repeat.times} times")
    phase = "" if repeat.until == PHASE else f" {anchor_words(method, str(repeat.until), language)}"
    return say(language, f"{often}, zolang de fase{phase} duurt", f"{often}, while the phase{phase} lasts")


def when(method: Method, phase: Phase, step: Activity, language: str) -> str:
    """When a step comes, in words."""
    own = step.anchor in {PHASE, phase.key}
    place = in_phase(step.offset, language) if own else after(method, step.anchor, step.offset, language)
    often = rhythm(step, method, language)
    return f"{place}; {often}" if often else place


def in_phase(days: int, language: str) -> str:
    """Where a day stands beside the beginning of its own phase."""
    far = span(abs(days), language)
    if days > 0:
        return say(language, f"{far} na het begin van deze fase", f"{far} after this phase begins")
    if days < 0:
        return say(language, f"{far} voor deze fase begint", f"{far} before this phase begins")
    return say(language, "aan het begin van deze fase", "when this phase begins")


def people(step: Activity, language: str) -> str:
    """Who does a step: "leidinggevende en medewerker"."""
    names = [ROLES[role].in_language(language) for role in step.who]
    joined = say(language, " en ", " and ")
    return joined.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def reasons(method: Method, step: Activity, language: str) -> str:
    """Why a step is there: determinants and core elements."""
    elements = {element.key: element.title for element in method.elements}
    named = [elements.get(key) or DETERMINANT_WORDS[key] for key in step.why]
    return "; ".join(one.in_language(language) for one in named)


def link_words(link: Link, methods: dict[str, Method], language: str) -> str:
    """One link in the reason for a day, without its date. `methods` are those that run."""
    name, days = name_of(link.key, methods, language), span(abs(link.days), language)
    direction = say(language, "later" if link.days > 0 else "eerder", "later" if link.days > 0 else "earlier")
    said = {
        LinkKind.LAW: (f"{name} (wet)", f"{name} (law)"),
        LinkKind.PHASE: (f"fase {name} begint", f"phase {name} begins"),
        LinkKind.BY_HAND: (f"{name}, door iemand gekozen of gedaan", f"{name}, chosen or done by someone"),
        LinkKind.OFFSET: (f"{days} {direction}", f"{days} {direction}"),
        LinkKind.REPEAT: (f"nog eens, {days} na de eerste keer", f"again, {days} after the first time"),
        LinkKind.WORKING_DAY: ("naar een werkdag", "to a working day"),
    }
    return say(language, *said.get(link.kind, (name, name)))


def name_of(key: str, methods: dict[str, Method], language: str) -> str:
    """The title of a phase or step of these methods, or the name of a date."""
    for method in methods.values():
        found = method.phase(key) or method.activity(key)
        if found is not None:
            return f"“{found.title.in_language(language)}”"
    return ANCHORS[key].in_language(language) if key in ANCHORS else key.replace("-", " ")


def conditions(step: Activity, language: str) -> str:
    """What must be so before a step is planned: "alleen met leidinggevende en in spoor 2"; empty without."""
    only_if = step.only_if
    said = [HAS_WORDS[key].in_language(language) if key in HAS_WORDS else key for key in only_if.has]
    parts = [say(language, "met ", "with ") + " + ".join(said)] if said else []
    parts += (
        [say(language, f"in spoor {only_if.track}", f"in track {only_if.track}")] if only_if.track else []
    )
    parts += [f"{key} = {value}" for key, value in only_if.answered.items()]
    return say(language, "alleen ", "only ") + ", ".join(parts) if parts else ""


def for_guides(step: Activity, language: str) -> str:
    """A step in the words of who guides: title, how, and what one can say; empty where there are none."""
    spoken = step.for_guides
    if spoken is None:
        return ""
    parts = [
        f"{step.guides_title.in_language(language)}:",
        *(one.in_language(language) for one in spoken.how),
    ]
    if spoken.say:
        parts.append(
            f"{say(language, 'Je kunt zeggen', 'You can say')}: “{spoken.say.in_language(language)}”"
        )
    return " ".join(parts)
