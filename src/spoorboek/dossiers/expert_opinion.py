"""The deskundigenoordeel: what can be asked of UWV, and what is known about it. Facts are data with a source."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.models import Dossier, Milestone
from spoorboek.dossiers.shown import in_language

FACTS = Path(__file__).with_suffix(".toml")
UNCONFIRMED = "unconfirmed"


class Question(TextChoices):
    """The four kinds; one question a request."""

    OWN_WORK = "own_work", gettext_lazy("Kan de medewerker het eigen werk weer doen?")
    SUITABLE_WORK = "suitable_work", gettext_lazy("Past het werk dat is aangeboden?")
    EMPLOYER_EFFORTS = "employer_efforts", gettext_lazy("Doet de werkgever genoeg voor de terugkeer?")
    EMPLOYEE_EFFORTS = "employee_efforts", gettext_lazy("Doet de medewerker genoeg voor de terugkeer?")


IN_THE_CLIENTS_WORDS = (
    (Question.OWN_WORK, gettext_lazy("Kan ik mijn eigen werk weer doen?")),
    (Question.SUITABLE_WORK, gettext_lazy("Past het werk dat ze mij aanbieden bij wat ik kan?")),
    (Question.EMPLOYER_EFFORTS, gettext_lazy("Doet mijn werkgever genoeg om mij te laten terugkomen?")),
    (Question.EMPLOYEE_EFFORTS, gettext_lazy("Doe ik zelf genoeg om terug te komen?")),
)
"""The same four, as the client would ask them."""


@dataclass(frozen=True)
class Known:
    """One thing known about the opinion, in the reader's language. `source` is "unconfirmed" where none was found."""

    key: str
    text: str
    source: str

    @property
    def is_confirmed(self) -> bool:
        return self.source != UNCONFIRMED


@cache
def data() -> dict[str, dict[str, str]]:
    return tomllib.loads(FACTS.read_text(encoding="utf-8"))


def known() -> dict[str, Known]:
    """Everything on the page by key; the cost comes from the operator's settings when it is set there."""
    made = {key: Known(key, in_language(row), row["source"]) for key, row in data().items()}
    if settings.OPINION_COST:
        made["cost"] = Known("cost", settings.OPINION_COST, settings.OPINION_COST_SOURCE or UNCONFIRMED)
    return made


def is_of_no_use(dossier: Dossier) -> bool:
    """Once the WIA application is in, UWV judges everything itself."""
    return Milestone.objects.filter(dossier=dossier, key="wia-application").exists()
