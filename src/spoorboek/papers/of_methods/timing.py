"""When a step comes, and how often, in words; and how many minutes it asks in all."""

from math import ceil

from spoorboek.law.rulebook import current_rulebook
from spoorboek.methods import Activity, Method, Phase
from spoorboek.methods.model import PHASE, START

FIXED = {
    START: ("de start", "the start"),
    "first-return": ("de eerste uren terug", "the first hours back"),
    "full-return": ("de volledige terugkeer", "the full return"),
    "placement-start": ("de eerste dag op de werkplek", "the first day at the placement"),
    "wage": ("het einde van de loondoorbetaling", "the end of continued wages"),
    "wia": ("het einde van de wachttijd", "the end of the waiting period"),
    "dismissal-ban": ("het einde van het opzegverbod", "the end of the ban on dismissal"),
}
ONE, MANY = (
    {"nl": ("dag", "week"), "en": ("day", "week")},
    {"nl": ("dagen", "weken"), "en": ("days", "weeks")},
)


def span(days: int, language: str) -> str:
    """A number of days in days, or in whole weeks."""
    weeks = days % 7 == 0
    number = days // 7 if weeks else days
    return f"{number} {(ONE if number == 1 else MANY)[language][weeks]}"


def anchor_words(method: Method, anchor: str, language: str) -> str:
    """What an anchor is called in a sentence, for who guides."""
    step, phase = method.activity(anchor), method.phase(anchor)
    named = step.guides_title if step else phase.title if phase else None
    if named:
        return f"“{named.in_language(language)}”"
    if anchor in FIXED:
        return FIXED[anchor][language == "en"]
    title = current_rulebook().general(anchor).title
    return (title.en if language == "en" else title.nl).lower()


def begins(method: Method, phase: Phase, step: Activity, language: str) -> str:
    """When a step comes for the first time: "2 weken na de start"."""
    if step.anchor != PHASE:
        return after(step.offset, anchor_words(method, step.anchor, language), language)
    if step.offset < 0:
        return after(
            step.offset, {"nl": "het begin van deze fase", "en": "this phase begins"}[language], language
        )
    week = step.offset // 7 + 1
    return {"nl": f"week {week} van deze fase", "en": f"week {week} of this phase"}[language]


def after(days: int, what: str, language: str) -> str:
    if days == 0:
        return {"nl": f"bij {what}", "en": f"at {what}"}[language]
    word = {"nl": ("na", "voor"), "en": ("after", "before")}[language][days < 0]
    return f"{span(abs(days), language)} {word} {what}"


def begin_of(method: Method, phase: Phase, language: str) -> str:
    """When a phase begins, and how long it lasts."""
    lasts = {"nl": "duurt", "en": "lasts"}[language]
    begin = after(phase.offset, anchor_words(method, phase.anchor, language), language)
    return f"{begin[0].upper()}{begin[1:]}; {lasts} {span(phase.window, language)}."


def times(method: Method, phase: Phase, step: Activity) -> int:
    """How often a step comes in all: once, as often as it says, or until a phase ends."""
    if step.repeat is None:
        return 1
    if step.repeat.times:
        return step.repeat.times
    until = method.phase(step.repeat.until or "") or phase
    return max(1, ceil((until.window - (step.offset if step.anchor == PHASE else 0)) / step.repeat.every))


def how_often(method: Method, phase: Phase, step: Activity, language: str) -> str:
    """ "elke week, 12 keer"; empty for a step that comes once."""
    if step.repeat is None:
        return ""
    every = span(step.repeat.every, language)
    if step.repeat.every == 7:
        every = {"nl": "week", "en": "week"}[language]
    count = times(method, phase, step)
    if language == "nl":
        return f"elke {every}, {count} keer"
    return f"every {every}, {count} times"


def hours(minutes: int, language: str) -> str:
    """Minutes as people say them: "3 uur en 15 minuten"."""
    whole, rest = divmod(minutes, 60)
    hour = {"nl": "uur", "en": "hour" if whole == 1 else "hours"}[language]
    minute = {"nl": "minuten", "en": "minutes"}[language]
    joined = {"nl": " en ", "en": " and "}[language]
    return joined.join([f"{whole} {hour}"] * bool(whole) + [f"{rest} {minute}"] * bool(rest or not whole))
