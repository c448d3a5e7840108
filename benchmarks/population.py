"""A country's worth of dossiers in a database of its own, made in minutes: rows are cloned from real ones in SQL.

    with own_database():
        people = populate(running=100_000, closed=900_000)

One real company with one real dossier is made through the acts; everything else is a copy of those rows with other
ids, names and days, so that a new column needs no change here. Dates of running dossiers are the law's own: computed
once for every first sick day and every variant of facts, and joined. Closed ones are absences whose frozen route is
the law's for their length and weekday.

Simplified, and said so with every result: all dossiers share one wrapped key, journals are empty, and of the medical
layer only the list of who takes part is filled. Shared with the caseload benchmark.
"""

from __future__ import annotations

import json
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connections
from tests.databases import without_references

from spoorboek.dossiers.frozen import packed
from spoorboek.dossiers.projection import Computed, standing_of
from spoorboek.dossiers.stored_steps import COLUMNS, TYPES
from spoorboek.law import current_rulebook, facts_from

SPAN = 728
"""Running dossiers began on each of the last so many days."""
VARIANTS = (
    ("nothing done", 30),
    ("analysis and plan done", 45),
    ("also two evaluations held", 15),
    ("fit for two weeks in between", 8),
    ("employment ends", 2),
)
"""What is known of a running dossier, and for how many in a hundred."""
LENGTHS = (3, 5, 8, 12, 20, 45, 90, 200, 400, 700)
"""Days that closed absences lasted; short ones are as likely as long ones, which costs more than reality would."""
PER_EMPLOYEE = 20
"""Closed dossiers of one employee."""
CHECKED = (
    "dossiers_dossier",
    "people_account",
    "people_employment",
    "people_involvement",
    "people_membership",
)
"""Tables whose own triggers are off while they are filled."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Population:
    """Who can be asked to read: managers by how many running dossiers they have."""

    running: int
    closed: int
    employer_id: uuid.UUID
    manager_of_many: uuid.UUID
    manager_of_200: uuid.UUID
    doctor_id: uuid.UUID
    seconds: float


def populate(running: int, closed: int = 0, *, many: int = 20_000, each: int = 200) -> Population:
    """Fill the current database. The first manager has `many` running dossiers (fewer if there are), others `each`."""
    begun = time.perf_counter()
    made = Maker(running, closed, min(many, running), each)
    made.everything()
    return made.population(time.perf_counter() - begun)


class Maker:
    """Says the SQL, as the owner."""

    def __init__(self, running: int, closed: int, many: int, each: int) -> None:
        from tests.builders import Company

        self.running, self.closed, self.many, self.each = running, closed, many, each
        self.company = Company()
        self.example = self.company.dossier()
        self.today = date.today()  # noqa: DTZ011 - days, not moments
        self.managers = 1 + -(-(running - many) // each)

    def everything(self) -> None:
        # The copies point to rows that are copied too. Asking that again for each costs most of the time.
        with without_references(), connections["owner"].cursor() as cursor:
            self.cursor = cursor
            self.triggers("DISABLE")
            parts = (self.plan, self.people, self.dossiers, self.seats, self.facts, self.dates, self.frozen)
            for part in parts:
                begun = time.perf_counter()
                part()
                print(f"  {part.__name__}: {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
            self.triggers("ENABLE")
            cursor.execute("ANALYZE")

    def say(self, sql: str, *values: object) -> None:
        self.cursor.execute(sql, values)

    def triggers(self, how: str) -> None:
        for table in CHECKED:
            self.say(f"ALTER TABLE {table} {how} TRIGGER USER")

    def clone(self, table: str, like: str, source: str, **columns: str) -> None:
        """Copies of the row where `like` holds, one for each row of `source`, with some columns as SQL instead."""
        self.cursor.execute(
            "SELECT column_name, column_default FROM information_schema.columns WHERE table_name = %s",
            [table],
        )
        known = [name for name, _default in self.cursor.fetchall() if name != "id" or "id" in columns]
        chosen = ", ".join(columns.get(name, f"ex.{name}") for name in known)
        self.say(
            f"INSERT INTO {table} ({', '.join(known)}) SELECT {chosen}"
            f" FROM (SELECT * FROM {table} WHERE {like} LIMIT 1) ex, {source}"
        )

    def plan(self) -> None:
        """Every dossier by number: who it is about, who manages it, when it began, and what is known."""
        total = self.running + self.closed
        edges = [sum(share for _name, share in VARIANTS[: n + 1]) for n in range(len(VARIANTS))]
        variant = " ".join(f"WHEN n * 37 %% 100 < {edge} THEN {n}" for n, edge in enumerate(edges))
        lengths = "ARRAY[" + ", ".join(map(str, LENGTHS)) + "]"
        self.say("CREATE TEMP TABLE plan (n int, id uuid, person uuid, employment uuid, manager int, runs bool,"
                 " first_day date, variant int, length int)")  # fmt: skip
        self.say(
            f"INSERT INTO plan SELECT n, md5('d' || n)::uuid, md5('p' || who)::uuid, md5('e' || who)::uuid,"
            f" CASE WHEN who <= {self.many} THEN 1 ELSE 2 + (who - {self.many} - 1) / {self.each} END, runs,"
            f" %s::date - (CASE WHEN runs THEN 1 + n::bigint * 7919 %% {SPAN}"
            " ELSE 800 + n::bigint * 104729 %% 2800 END)::int,"
            f" CASE {variant} END, ({lengths})[1 + n * 31 %% {len(LENGTHS)}]"
            f" FROM (SELECT n, n <= {self.running} AS runs, CASE WHEN n <= {self.running} THEN n"
            f" ELSE 1 + (n - {self.running} - 1) / {PER_EMPLOYEE} END AS who FROM generate_series(1, {total}) n) x",
            self.today,
        )  # fmt: skip
        self.say("ANALYZE plan")

    def people(self) -> None:
        """Managers, and an account, a name and an employment for each person."""
        here, work = self.company, self.example.employment
        whos = "(SELECT DISTINCT person, employment FROM plan) w"
        managers = f"generate_series(1, {self.managers}) n"
        boss, whose = here.case_manager.pk, work.person_id
        self.clone(
            "people_account",
            f"id = '{boss}'",
            managers,
            id="md5('m' || n)::uuid",
            email="'m' || n || '@example.org'",
        )
        self.clone(
            "people_person",
            f"account_id = '{boss}'",
            managers,
            account_id="md5('m' || n)::uuid",
            last_name="'Beheer ' || n",
        )
        self.clone("people_membership", f"account_id = '{boss}'", managers, account_id="md5('m' || n)::uuid")
        self.clone("people_account", f"id = '{whose}'", whos, id="w.person", email="NULL")
        names = (
            "(ARRAY['Yılmaz', 'de Vries', 'Jansen', 'Özdemir', 'Bakker', 'El Amrani', 'Smit', 'van Dijk'])"
        )
        name = f"{names}[1 + abs(hashtext(w.person::text)) %% 8] || ' ' || left(w.person::text, 4)"
        self.clone("people_person", f"account_id = '{whose}'", whos, account_id="w.person", last_name=name)
        self.clone(
            "people_employment",
            f"id = '{work.pk}'",
            whos,
            id="w.employment",
            person_id="w.person",
            number="''",
        )
        self.clone("people_contracthours", f"employment_id = '{work.pk}'", whos, employment_id="w.employment")

    def dossiers(self) -> None:
        self.clone(
            "dossiers_dossier", f"id = '{self.example.pk}'", "plan p", id="p.id", employment_id="p.employment",
            first_sick_day="p.first_day", opened_at="p.first_day",
            closed_on="CASE WHEN NOT p.runs THEN p.first_day + p.length + 28 END",
            closing="CASE WHEN p.runs THEN '' ELSE 'recovered' END",
        )  # fmt: skip
        self.clone("people_dossierkey", f"dossier_id = '{self.example.pk}'", "plan p", dossier_id="p.id")

    def seats(self) -> None:
        """The person in each; in running ones also the manager, the supervisor and the company doctor."""
        ex = f"dossier_id = '{self.example.pk}' AND role ="
        self.clone("people_involvement", f"{ex} 'client'", "plan p", dossier_id="p.id", account_id="p.person")
        running = "(SELECT * FROM plan WHERE runs) p"
        self.clone("people_involvement", f"{ex} 'case_manager'", running, dossier_id="p.id", since="p.first_day",
                   account_id="md5('m' || p.manager)::uuid")  # fmt: skip
        for role in ("supervisor", "company_doctor"):
            self.clone(
                "people_involvement", f"{ex} '{role}'", running, dossier_id="p.id", since="p.first_day"
            )
        self.say(
            "INSERT INTO medical_access (dossier_id, account_id, role)"
            " SELECT id, %s, 'company_doctor' FROM plan WHERE runs",
            self.company.doctor.pk,
        )

    def facts(self) -> None:
        gap = "SELECT id, first_day, first_day + 40 FROM plan WHERE runs AND variant = 3 AND first_day + 54 <= %s"
        again = "SELECT id, first_day + 54, NULL::date FROM plan WHERE runs AND variant = 3 AND first_day + 54 <= %s"
        rest = "SELECT id, first_day, NULL::date FROM plan WHERE runs AND NOT (variant = 3 AND first_day + 54 <= %s)"
        closed = "SELECT id, first_day, first_day + length FROM plan WHERE NOT runs"
        for sql, values in ((gap, [self.today]), (again, [self.today]), (rest, [self.today]), (closed, [])):
            self.say(f"INSERT INTO dossiers_spell (dossier_id, starts, ends) {sql}", *values)
        for key, ordinal, after, variants in DONE:
            self.say(
                "INSERT INTO dossiers_milestone (dossier_id, key, ordinal, done_on) SELECT id, %s, %s, first_day + %s"
                " FROM plan WHERE runs AND variant = ANY(%s) AND first_day + %s <= %s",
                key, ordinal, after, list(variants), after, self.today,
            )  # fmt: skip
        self.say(
            "UPDATE people_employment e SET ends = p.first_day + 400 FROM plan p"
            " WHERE p.employment = e.id AND p.runs AND p.variant = 4"
        )

    def dates(self) -> None:
        """The law's dates for every first day and variant, joined to the running dossiers."""
        columns = ", ".join(f"{name} {kind}" for name, kind in zip(COLUMNS[1:], TYPES[1:], strict=True))
        self.say(f"CREATE TEMP TABLE model (first_day date, variant int, {columns})")
        self.say("CREATE TEMP TABLE clocks (first_day date, variant int, wage date, wia date, ban date)")
        steps, clocks = [], []
        for day, variant, made in self.models():
            stands = standing_of(self.example.pk, made)
            steps += [(day, variant, *at, *row) for at, row in stands.steps.items()]
            clocks.append((day, variant, *stands.clocks.values()))
        for table, rows in (("model", steps), ("clocks", clocks)):
            with self.cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        names = ", ".join(COLUMNS[1:])
        self.say(
            f"INSERT INTO dossiers_obligation (dossier_id, {names}) SELECT p.id, {names} FROM plan p"
            " JOIN model m USING (first_day, variant) WHERE p.runs"
        )
        self.say(
            "INSERT INTO dossiers_route"
            " (dossier_id, wage_last_day, wia_last_day, ban_last_day, rules_version, computed_at)"
            " SELECT p.id, wage, wia, ban, %s, now() FROM plan p JOIN clocks c USING (first_day, variant) WHERE p.runs",
            current_rulebook().version,
        )

    def models(self) -> Iterator[tuple[date, int, Computed]]:
        for back in range(1, SPAN + 1):
            first = self.today - back * DAY
            for variant in range(len(VARIANTS)):
                yield first, variant, Computed.of(facts_from(self.known(first, variant)))

    def known(self, first: date, variant: int) -> dict[str, Any]:
        """The facts of a running dossier, as `dossiers.facts` makes them."""
        ends = {"end": first + 400 * DAY} if variant == 4 else {}
        facts: dict[str, Any] = {"first_sick_day": first, "employment": {"kind": "permanent", **ends}}
        facts["spells"] = [{"from": first}]
        if variant == 3 and first + 54 * DAY <= self.today:
            facts["spells"] = [{"from": first, "until": first + 40 * DAY}, {"from": first + 54 * DAY}]
        for key, _ordinal, after, variants in DONE:
            done = first + after * DAY
            if variant in variants and done <= self.today:
                if key == "progress-evaluation":
                    facts.setdefault("evaluations", []).append(done)
                else:
                    facts[{"problem-analysis": "analysis_on", "plan-of-action": "plan_on"}[key]] = done
        return facts

    def frozen(self) -> None:
        """One frozen route for each length and weekday of a closed absence."""
        self.say("CREATE TEMP TABLE frozen (weekday int, length int, steps jsonb)")
        monday = date(2024, 1, 1)
        for weekday in range(7):
            for length in LENGTHS:
                first = monday + weekday * DAY
                spell = {"from": first, "until": first + length * DAY}
                made = Computed.of(
                    facts_from(
                        {"first_sick_day": first, "spells": [spell], "employment": {"kind": "permanent"}}
                    )
                )
                rows = standing_of(self.example.pk, made).steps
                self.say(
                    "INSERT INTO frozen VALUES (%s, %s, %s)", weekday, length, json.dumps(packed(rows, first))
                )
        self.say(
            "INSERT INTO dossiers_route (dossier_id, rules_version, steps, computed_at)"
            " SELECT p.id, %s, f.steps, now() FROM plan p JOIN frozen f ON f.length = p.length"
            " AND f.weekday = extract(isodow FROM p.first_day)::int - 1 WHERE NOT p.runs",
            current_rulebook().version,
        )

    def population(self, seconds: float) -> Population:
        one, other = (self.manager(n) for n in (1, min(2, self.managers)))
        return Population(
            self.running, self.closed, self.company.employer.pk, one, other, self.company.doctor.pk, seconds
        )

    def manager(self, number: int) -> uuid.UUID:
        self.cursor = connections["owner"].cursor()
        self.say("SELECT md5('m' || %s)::uuid", str(number))
        found: uuid.UUID = self.cursor.fetchone()[0]
        return found


DONE = (
    ("problem-analysis", 0, 38, (1, 2, 4)),
    ("plan-of-action", 0, 50, (1, 2, 4)),
    ("progress-evaluation", 0, 90, (2,)),
    ("progress-evaluation", 1, 135, (2,)),
)
"""What was done in which variants: step, number, days after the first sick day."""
