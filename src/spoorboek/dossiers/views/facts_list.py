"""What stands in a dossier, as rows with a link each; and what may be entered now, by role."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached, log_medical
from spoorboek.dossiers.acts.leave import SAFETY_NETS
from spoorboek.dossiers.correctable import KINDS, Fact, FactKind
from spoorboek.dossiers.correctable.words import written_day
from spoorboek.dossiers.facts import medical_answers
from spoorboek.dossiers.medical.models import Answer
from spoorboek.dossiers.models import Leave
from spoorboek.dossiers.views.facts_pages import GROUPS, FactPage


@dataclass(frozen=True)
class Row:
    """One fact and where it is changed; no address where this reader may not."""

    fact: Fact
    href: str
    note: str = ""


@dataclass(frozen=True)
class Section:
    """The facts of one kind."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Way:
    """One thing that can be entered."""

    title: str
    href: str


def sections(reached: Reached) -> list[Section]:
    """Facts by kind; kinds without facts are left out."""
    made = [Section(str(kind.title), tuple(rows(reached, kind))) for kind in KINDS]
    return [section for section in made if section.rows]


def rows(reached: Reached, kind: FactKind) -> list[Row]:
    may = reached.dossier.is_open and reached.role in kind.roles
    return [
        Row(fact, address(reached, kind, fact) if may else "", note(reached, kind))
        for fact in kind.facts(reached.dossier)
    ]


def address(reached: Reached, kind: FactKind, fact: Fact) -> str:
    return reverse("correct_fact", args=[reached.dossier.pk, kind.key, fact.row])


def note(reached: Reached, kind: FactKind) -> str:
    """What stands beside leave: whether sickness round it counts is the company doctor's to say."""
    if kind.key != "leave":
        return ""
    clocks = reached.dossier.route.clocks.values()
    waiting = any(doubt["kind"] == "unknown_fact" for clock in clocks for doubt in clock.get("uncertain", ()))
    if waiting:
        return _("De bedrijfsarts moet nog zeggen of de ziekte rond dit verlof meetelt.")
    return _(
        "Of de ziekte rond dit verlof meetelt, staat bij de uitleg van de data: volgens de bedrijfsarts."
    )


def ways_in(reached: Reached) -> list[tuple[str, list[Way]]]:
    """Pages for this role in this state of the dossier, by group."""
    made = [
        (str(title), [way(reached, page) for page in pages if open_to(reached, page)])
        for title, pages in GROUPS
    ]
    return [(title, found) for title, found in made if found]


def open_to(reached: Reached, page: FactPage) -> bool:
    return page.is_here and page.listed and reached.role in page.roles and page.fits(reached.dossier)


def way(reached: Reached, page: FactPage) -> Way:
    return Way(str(page.title), reverse(page.name, args=[reached.dossier.pk]))


def medical_rows(reached: Reached) -> list[Row]:
    """For the company doctor: each leave with the answers so far, and the safety net. The client sees who read."""
    log_medical(reached)
    answers = medical_answers(reached.dossier)
    made = []
    for leave in reached.dossier.leaves.all():
        text = answers_text(answers.stated.get(leave.starts), ("same_cause", "related_to_birth"))
        said = answers.own.get(leave.starts, Answer.UNKNOWN)
        if said != Answer.UNKNOWN:
            told = _("De medewerker zegt zelf: door zwangerschap of bevalling: %(answer)s.")
            text = f"{text} · {told % {'answer': Answer(said).label}}"
        made.append(Row(Fact(str(leave.pk), leave_title(leave), text, {}), statement_address(reached, leave)))
    net = Fact("safety-net", _("Vangnet van de Ziektewet"), answers_text(answers.net, SAFETY_NETS), {})
    return [
        *made,
        Row(net, reverse("safety_net", args=[reached.dossier.pk]) if reached.dossier.is_open else ""),
    ]


def leave_title(leave: Leave) -> str:
    return _("Ziekte rond het verlof van %(day)s") % {"day": written_day(leave.starts)}


def statement_address(reached: Reached, leave: Leave) -> str:
    return reverse("leave_statement", args=[reached.dossier.pk, leave.pk]) if reached.dossier.is_open else ""


ANSWER_NAMES = {
    "same_cause": lambda: _("zelfde oorzaak"),
    "related_to_birth": lambda: _("door zwangerschap of bevalling"),
    "no_risk": lambda: _("no-riskpolis"),
    "related_to_pregnancy": lambda: _("door zwangerschap"),
    "organ_donation": lambda: _("orgaandonatie"),
}


def answers_text(stated: Any, names: tuple[str, ...]) -> str:
    if stated is None:
        return _("nog niet beantwoord")
    return " · ".join(f"{ANSWER_NAMES[name]()}: {getattr(stated, f'get_{name}_display')()}" for name in names)
