"""Who in Spoorboek a row is about: by personnel number, else by name and birth date. What is not sure is asked."""

from dataclasses import dataclass

from spoorboek.lists.entries import Who
from spoorboek.loading.choices import NEW
from spoorboek.loading.standing import Known, Standing


@dataclass(frozen=True)
class Match:
    """Somebody known, somebody new, or people of whom this may be one (`candidates`)."""

    known: Known | None = None
    candidates: tuple[Known, ...] = ()
    other_name: bool = False
    """The number is somebody's with quite another surname."""


def match(who: Who, standing: Standing, answer: str = "") -> Match:
    """Hold a person of the list against who works here. `answer`: what was chosen before, if anything."""
    if who.number:
        found = standing.by_number.get(who.number.casefold())
        if found:
            return Match(found, other_name=differs(who, found))
    candidates = [
        each for each in standing.by_name.get(who.name.key, []) if who.name.last and may_be(who, each)
    ]
    if answer == NEW:
        return Match()
    chosen = next((each for each in candidates if str(each.employment_id) == answer), None)
    if chosen:
        return Match(chosen)
    sure = [each for each in candidates if who.born and each.born == who.born]
    if len(sure) == 1:
        return Match(sure[0])
    return Match(candidates=tuple(candidates))


def may_be(who: Who, known: Known) -> bool:
    """Not when both have a number or a birth date and these differ."""
    if who.number and known.number:
        return False
    return not (who.born and known.born and who.born != known.born)


def differs(who: Who, known: Known) -> bool:
    return bool(who.name.last) and who.name.key.partition("|")[0] != known.name.key.partition("|")[0]
