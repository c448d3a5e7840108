"""A case manager with one list, from upload to undo."""

from typing import Any

from spoorboek.dossiers.models import Dossier
from spoorboek.loading import jobs
from spoorboek.loading.acts import applying, choosing, previewing, starting, undoing
from spoorboek.loading.models import Import
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, days_ago

HEAD = "Persnr;Naam;Functie;Contracturen;Eerste ziektedag;Percentage vanaf;Ziek %;Hersteldatum;Reden"


def day(days: int) -> str:
    return f"{days_ago(days):%d-%m-%Y}"


def row(
    number: str, name: str, first: int, fit: int | None = None, since: int | None = None, part: str = "100"
) -> str:
    cells = [
        number,
        name,
        "Kok",
        "32",
        day(first),
        day(since or first),
        part,
        day(fit) if fit is not None else "",
        "griep",
    ]
    return ";".join(cells)


class Loader:
    """A case manager with one list."""

    def __init__(
        self, company: Company, *rows: str, kind: str = Import.Kind.ABSENCES, head: str = HEAD
    ) -> None:
        self.company, self.who = company, actor(company.case_manager)
        content = "\r\n".join([head, *rows]).encode("cp1252")
        with acting_as(self.who):
            self.load = starting.start_import(self.who, company.employer.pk, "lijst.csv", content, kind)

    def answered(self, **people: Any) -> "Loader":
        with acting_as(self.who):
            columns = {int(index): kind for index, kind in self.load.choices["columns"].items()}
            choosing.choose_columns(self.who, self.load.pk, columns)
            if "percentage" in columns.values():
                choosing.answer(self.who, self.load.pk, part="absent", zero="recovered")
            choosing.choose_people(self.who, self.load.pk, **people)
            self.load = previewing.preview(self.who, self.load.pk)
        return self

    def loaded(self) -> "Loader":
        with acting_as(self.who):
            applying.confirm(self.who, self.load.pk)
        return self.worked()

    def undone(self) -> "Loader":
        with acting_as(self.who):
            undoing.undo(self.who, self.load.pk)
        return self.worked()

    def worked(self) -> "Loader":
        jobs.work_on(str(self.load.pk), str(self.who.account_id))
        with acting_as(self.who):
            self.load.refresh_from_db()
        return self

    def verdicts(self) -> dict[int, str]:
        with acting_as(self.who):
            return dict(self.load.lines.values_list("number", "verdict"))

    def dossiers(self, number: str) -> list[Dossier]:
        with acting_as(REGISTRAR):
            found = Dossier.objects.filter(
                employment__number=number, employment__organisation=self.company.employer
            ).prefetch_related("spells", "resumed_hours")
            return list(found.order_by("first_sick_day"))
