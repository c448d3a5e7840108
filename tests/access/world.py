"""One dossier, and everyone who could try to reach it: in each role, and from each distance.

`full` is the dossier with a row in every table, `bare` one with the same people and hardly a row, for what may be
added. `world()` is made once for all tests of a process, so a test that acts there takes back what it did (`undone`).
"""

import json
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from django.db import connections
from django.utils import timezone

from spoorboek.dossiers.acts.opening import involve
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import together
from spoorboek.methods import methods
from spoorboek.methods.scenes import scenes
from spoorboek.methods.worksheets import text_of, worksheets
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Account, Employment, Organisation, PracticeWorld
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint, enrol, found_organisation
from tests.access.rows import plant
from tests.builders import Company, days_ago, person

PRACTISED = {"from_day": days_ago(3), "to_day": days_ago(2), "closed": 0, "at": timezone.now()}
LEARNT = {"stop": 0, "started_at": timezone.now()}
FINISHED = {"id": uuid.uuid4(), "module": "warm-contact", "finished_on": days_ago(3)}
RELEASED = {
    "id": uuid.uuid4(), "key": "op-maat", "version": "1.0.1", "number": 1, "based_on": "1.0",
    "content": methods()["op-maat"].model_dump_json(),
    "released_at": timezone.now(),
}  # fmt: skip
VALUES = methods()["values-conversation"].model_dump_json()
DRAFTED = {
    "id": uuid.uuid4(), "key": "values-conversation", "based_on": "1.0", "base": VALUES, "content": VALUES,
    "changes": 0, "state": "writing", "remark": "", "made_at": timezone.now(), "edited_at": timezone.now(),
}  # fmt: skip
SHEET = json.dumps({"worksheet.yaml": text_of("week-plan")})
MATERIAL_DRAFTED = {
    "id": uuid.uuid4(), "kind": "worksheet", "key": "week-plan", "texts": SHEET, "base": SHEET, "changes": 0,
    "state": "writing", "remark": "", "made_at": timezone.now(), "edited_at": timezone.now(),
}  # fmt: skip
MATERIAL_RELEASED = {
    "id": uuid.uuid4(), "kind": "worksheet", "key": "week-plan", "number": 1, "texts": SHEET,
    "content": worksheets()["week-plan"].model_copy(update={"version": 1001}).model_dump_json(),
    "released_at": timezone.now(),
}  # fmt: skip
SCENE = scenes()["manager-talk"].as_json()
SCENE_DRAFTED = {
    "id": uuid.uuid4(), "key": "manager-talk-x1", "based_on": "manager-talk", "content": SCENE, "changes": 0,
    "made_at": timezone.now(), "edited_at": timezone.now(),
}  # fmt: skip
SCENE_KEPT = {
    "id": uuid.uuid4(), "key": "manager-talk-x2", "number": 1, "content": SCENE, "released_at": timezone.now(),
}  # fmt: skip
REGISTRAR = Actor(system=System.REGISTRAR)


class Standing(StrEnum):
    """How far someone stands from the dossier."""

    INVOLVED = "takes part"
    COLLEAGUE = "works beside someone who takes part"
    OTHER = "of another organisation, in a dossier there"
    GONE = "took part until yesterday"


@dataclass(frozen=True)
class Someone:
    """A person who tries: in a role, from a distance."""

    role: Role
    standing: Standing
    account_id: uuid.UUID

    def __str__(self) -> str:
        return (
            f"{self.role} who {self.standing}"
            if self.standing == Standing.INVOLVED
            else f"{self.role} {self.standing}"
        )


@dataclass
class World:
    """The company, the two dossiers, a third one elsewhere, and everyone."""

    company: Company = field(default_factory=Company)
    elsewhere: Company = field(default_factory=Company)
    workplace: Organisation = field(
        default_factory=lambda: found_organisation("Tuincentrum Test", "employer")
    )
    everyone: list[Someone] = field(default_factory=list)
    shared: bool = False

    def __post_init__(self) -> None:
        with acting_as(REGISTRAR):
            self.practice = PracticeWorld.objects.create(home=self.company.employer)
        self.pupil = enrol("Oefen", "Mens", world_id=self.practice.pk)
        place = found_organisation("Oefenhuis", "employer", self.practice.pk)
        appoint(self.pupil.pk, place, Role.CASE_MANAGER)
        self.put(
            "rehearsal_move", {"world_id": self.practice.pk, **PRACTISED, "account_id": self.company.admin.pk}
        )
        self.put(
            "rehearsal_lesson",
            {**LEARNT, "dossier_id": uuid.uuid4(), "account_id": self.company.supervisor.pk},
        )
        self.put("learning_certificate", {**FINISHED, "account_id": self.company.supervisor.pk})
        writer, second = self.company.case_manager.pk, self.company.admin.pk
        employer = {"organisation_id": self.company.employer.pk}
        by_two = {**employer, "edited_by_id": writer, "released_by_id": second}
        self.put("shelf_seennews", {"account_id": self.company.supervisor.pk, "until": timezone.now()})
        self.put("shelf_release", RELEASED | by_two)
        self.put("shelf_materialrelease", MATERIAL_RELEASED | by_two)
        self.put("shelf_draft", {**DRAFTED, **employer, "last_editor_id": writer})
        self.put("shelf_materialdraft", {**MATERIAL_DRAFTED, **employer, "last_editor_id": writer})
        home, coach = self.company.second_track.pk, self.company.coach.pk
        drafted = {**SCENE_DRAFTED, "organisation_id": home, "last_editor_id": coach}
        self.put("practice_scenes_scenedraft", drafted)
        kept = {**SCENE_KEPT, "organisation_id": home, "released_by_id": coach}
        self.put("practice_scenes_scenerelease", kept)
        self.full = self.company.dossier(days_ago(400), everyone=False)
        self.employment = self.full.employment
        self.bare = bare_dossier(self.employment)
        self.foreign = self.elsewhere.dossier(days_ago(400), everyone=False)
        # Who is gone goes first: what is kept of each seat is then told anew when the others come.
        with acting_as(REGISTRAR), together():
            for role in Role:
                self.place(role, Standing.GONE, person("Weg").pk)
        self.end([one.account_id for one in self.everyone])
        with acting_as(REGISTRAR), together():
            for role in Role:
                self.place(role, Standing.INVOLVED, self.involved_person(role))
                self.place(role, Standing.COLLEAGUE, self.colleague(role, self.company))
                self.place(role, Standing.OTHER, self.colleague(role, self.elsewhere))

    def put(self, table: str, row: dict[str, Any]) -> None:
        """Plant a row. The ids above, and the keys of scenes, are those of the shared world; another has its own."""
        if not self.shared:
            own = {"id": uuid.uuid4(), "key": f"{row.get('key')}-{uuid.uuid4().hex[:6]}"}
            unique = own if table.startswith("practice_scenes_") else {"id": own["id"]}
            row = row | {name: value for name, value in unique.items() if name in row}
        plant(table, row)

    def place(self, role: Role, standing: Standing, account_id: uuid.UUID) -> None:
        """Give someone the part that belongs to the standing; a client as one whom the doctor has met."""
        if role is Role.CLIENT:
            Account.objects.filter(pk=account_id).update(recognised_at=timezone.now())
        self.everyone.append(Someone(role, standing, account_id))
        if standing in {Standing.INVOLVED, Standing.GONE}:
            for dossier in (self.full, self.bare):
                involve(dossier, account_id, role, None)
        if standing is Standing.OTHER:
            involve(self.foreign, account_id, role, None)

    def end(self, gone: list[uuid.UUID]) -> None:
        """As the owner, so that the moment can lie in the past."""
        yesterday = timezone.now() - timedelta(days=1)
        with connections["owner"].cursor() as cursor:
            for table in ("people_involvement", "medical.medical_access"):
                cursor.execute(f"UPDATE {table} SET until = %s WHERE account_id = ANY(%s)", [yesterday, gone])

    def organisation_of(self, role: Role, company: Company) -> Organisation | None:
        """Where someone in this role works; a client, helper or peer works nowhere in particular."""
        return {
            Role.COMPANY_DOCTOR: company.arbodienst,
            Role.LABOUR_EXPERT: company.arbodienst,
            Role.COACH: company.second_track,
            Role.WORK_SUPERVISOR: self.workplace,
            Role.BUDDY: self.workplace,
            Role.CLIENT: None,
            Role.HELPER: None,
            Role.PEER: None,
        }.get(role, company.employer)

    def involved_person(self, role: Role) -> uuid.UUID:
        known = {
            Role.CLIENT: self.employment.person_id,
            Role.CASE_MANAGER: self.company.case_manager.pk,
            Role.SUPERVISOR: self.company.supervisor.pk,
            Role.COMPANY_DOCTOR: self.company.doctor.pk,
            Role.LABOUR_EXPERT: self.company.labour_expert.pk,
            Role.COACH: self.company.coach.pk,
            Role.ADMIN: self.company.admin.pk,
        }
        return known[role] if role in known else self.colleague(role, self.company)

    def colleague(self, role: Role, company: Company) -> uuid.UUID:
        """A new person who does the same work in the same organisation; of a client: another employee."""
        if role is Role.CLIENT:
            return company.employee().person_id
        someone = person("Collega")
        organisation = self.organisation_of(role, company)
        if organisation:
            appoint(someone.pk, organisation, role)
        return someone.pk

    def who(self, role: Role, standing: Standing = Standing.INVOLVED) -> Someone:
        return next(one for one in self.everyone if (one.role, one.standing) == (role, standing))

    def actor(self, role: Role, standing: Standing = Standing.INVOLVED) -> Actor:
        return Actor(account_id=self.who(role, standing).account_id)


def bare_dossier(employment: Employment) -> Dossier:
    """A dossier that the registrar made and nobody touched."""
    with acting_as(REGISTRAR):
        return Dossier.objects.create(employment=employment, first_sick_day=days_ago(900))


@cache
def world() -> World:
    return World(shared=True)


@cache
def planted_world() -> World:
    """For rows planted column by column, as no act would write them: no page or mail ever has to read those."""
    return World()
