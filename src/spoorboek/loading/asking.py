"""The questions about what a list means, in words, with each answer worked out on rows of the list itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.shown import full_day
from spoorboek.loading.comparing import text_of
from spoorboek.loading.questions import Worked

Words = str | Promise


@dataclass(frozen=True)
class Answer:
    """One answer: its value, its words, and what it makes of a row."""

    value: str
    label: Words
    tell: Callable[[Worked], str]


@dataclass(frozen=True)
class Asked:
    """A question with its answers and why it is asked."""

    title: Words
    why: Words
    choose: Words
    answers: tuple[Answer, ...]


def part(worked: object) -> str:
    """`werkt 12 van 24 uur (50 %)`."""
    assert isinstance(worked, tuple)
    share, hours, contract = worked
    percent = text_of(Decimal(share).quantize(Decimal("0.1")))
    if hours is None or contract is None:
        return _("werkt %(percent)s %% van de contracturen") % {"percent": percent}
    return _("werkt %(hours)s van %(contract)s uur (%(percent)s %%)") % {
        "hours": text_of(hours),
        "contract": text_of(contract),
        "percent": percent,
    }


def day(value: object) -> str:
    assert isinstance(value, date)
    return full_day(value)


def fit_on(value: object) -> str:
    return _("weer aan het werk op %(day)s") % {"day": day(value)}


ASKED: dict[str, Asked] = {
    "part": Asked(
        gettext_lazy("Wat zegt het percentage?"),
        gettext_lazy(
            "Het ene systeem schrijft hoeveel iemand ziek is, het andere hoeveel iemand werkt. Spoorboek"
            " raadt dit niet: een"
            " verkeerde keuze zet alle uren om. Kijk welke regels kloppen met wat je weet."
        ),
        gettext_lazy("Kies wat het percentage zegt."),
        (
            Answer("absent", gettext_lazy("Hoeveel iemand ziek is"), lambda row: part(row.one)),
            Answer("at-work", gettext_lazy("Hoeveel iemand werkt"), lambda row: part(row.other)),
        ),
    ),
    "end": Asked(
        gettext_lazy("Wat zegt de einddatum?"),
        gettext_lazy(
            "Het verschil is één dag, en die dag telt mee in alle termijnen. Kijk bij iemand van wie je"
            " weet wanneer die weer"
            " begon."
        ),
        gettext_lazy("Kies wat de einddatum zegt."),
        (
            Answer(
                "last-day", gettext_lazy("De laatste dag dat iemand ziek was"), lambda row: fit_on(row.one)
            ),
            Answer(
                "fit-from",
                gettext_lazy("De eerste dag dat iemand weer werkte"),
                lambda row: fit_on(row.other),
            ),
        ),
    ),
    "order": Asked(
        gettext_lazy("Staat de dag voorop, of de maand?"),
        gettext_lazy(
            "In deze lijst staan dagen die je op twee manieren kunt lezen. Kijk welke manier klopt."
        ),
        gettext_lazy("Kies hoe de dagen zijn geschreven."),
        (
            Answer("day-first", gettext_lazy("Dag, maand, jaar"), lambda row: day(row.one)),
            Answer("month-first", gettext_lazy("Maand, dag, jaar"), lambda row: day(row.other)),
        ),
    ),
    "zero": Asked(
        gettext_lazy("Alles gewerkt, maar geen herstel: wat betekent dat?"),
        gettext_lazy(
            "Bij deze mensen staat dat ze niets meer missen van hun werk, zonder hersteldatum. Volgens de"
            " wet is iemand pas"
            " hersteld als dat is gemeld."
        ),
        gettext_lazy("Kies wat het betekent."),
        (
            Answer(
                "recovered",
                gettext_lazy("Hersteld vanaf die dag"),
                lambda row: _("hersteld op %(day)s") % {"day": day(row.one)},
            ),
            Answer(
                "still-sick",
                gettext_lazy("Nog ziek gemeld, werkt wel alle uren"),
                lambda row: _("nog ziek gemeld, werkt alle uren vanaf %(day)s") % {"day": day(row.one)},
            ),
        ),
    ),
}
