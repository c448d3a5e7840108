"""Answers about a list: which column is what, what its numbers and ends mean, who takes part."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.columns import REFUSED, Column
from spoorboek.lists.days import Order
from spoorboek.lists.entries import End, Part, Zero, what_is_missing
from spoorboek.loading import access, words
from spoorboek.loading.acts.starting import guesses
from spoorboek.loading.choices import NEW, Choices, as_columns
from spoorboek.loading.models import Import, Layout
from spoorboek.loading.questions import asked
from spoorboek.loading.sealing import Opened
from spoorboek.people.access import staff_for
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role

MEANINGS: dict[str, Callable[[str], str]] = {"part": Part, "end": End, "order": Order, "zero": Zero}
OPEN = (Import.State.CHOOSING, Import.State.READY)


@contextmanager
def answering(actor: Actor, import_id: uuid.UUID) -> Iterator[tuple[Import, Choices]]:
    """Change the answers of a list that was not confirmed yet. A preview made before does not hold any more."""
    with transaction.atomic():
        load = access.import_of(actor, import_id, lock=True)
        if load.state not in OPEN:
            raise Refused(_("Deze lijst is al geladen of gestopt. Er valt niets meer te kiezen."))
        choices = Choices.of(load)
        yield load, choices
        choices.keep(load)
        load.state = Import.State.CHOOSING
        load.save()


def choose_columns(actor: Actor, import_id: uuid.UUID, columns: Mapping[int, str]) -> Import:
    """Say what each column is (by number from 0); kept for the next list with these headers."""
    with answering(actor, import_id) as (load, choices):
        sheet = Opened(load).sheet()
        refused = {index for index, guess in enumerate(guesses(load, sheet)) if guess.refused and guess.sure}
        chosen = {
            int(index): Column(kind) for index, kind in columns.items() if int(index) < len(sheet.headers)
        }
        check_columns(load, chosen, refused)
        if choices.columns != as_columns(chosen):
            choices.seen = []
        choices.columns = as_columns(chosen)
        choices.seen = [*{*choices.seen, "columns"}]
        choices.needs = list(asked(choices, sheet))
        Layout.objects.update_or_create(
            employer=load.employer,
            kind=load.kind,
            fingerprint=load.fingerprint,
            defaults={"columns": choices.columns},
        )
    return load


def check_columns(load: Import, chosen: Mapping[int, Column], refused: set[int]) -> None:
    if any(
        index in refused or kind in REFUSED for index, kind in chosen.items() if kind is not Column.IGNORED
    ):
        raise Refused(_("Een kolom over gezondheid of met een BSN mag hier niet worden gelezen."))
    used = [kind for kind in chosen.values() if kind is not Column.IGNORED]
    twice = next((kind for kind in used if used.count(kind) > 1), None)
    if twice:
        raise Refused(
            _("Twee kolommen zijn allebei “%(kind)s”. Kies er één van.") % {"kind": words.COLUMNS[twice]}
        )
    missing = what_is_missing(used, employees=load.kind == Import.Kind.EMPLOYEES)
    if missing:
        raise Refused(
            _("Er mist nog iets: wijs een kolom aan voor %(kinds)s.")
            % {"kinds": _(" en ").join(f"“{words.COLUMNS[kind]}”" for kind in missing)}
        )


def answer(actor: Actor, import_id: uuid.UUID, **meanings: str) -> Import:
    """Say what a percentage (`part`), an end (`end`), the order in days (`order`) or 0 % absence (`zero`) means."""
    with answering(actor, import_id) as (load, choices):
        for name, value in meanings.items():
            setattr(choices, name, MEANINGS[name](value))
            choices.seen = [*{*choices.seen, name}]
        choices.needs = list(asked(choices, Opened(load).sheet()))
    return load


def choose_people(
    actor: Actor,
    import_id: uuid.UUID,
    *,
    doctor: str = "",
    manager: str = "",
    supervisors: Mapping[str, str] | None = None,
    people: Mapping[str, str] | None = None,
) -> Import:
    """Say who takes part in the new dossiers, who leads whom, and who a namesake is.

    `supervisors` and `people` by digest: an account's id; an employment's id or `new`.
    """
    with answering(actor, import_id) as (load, choices):
        staff = {
            role: working(actor, load, role)
            for role in (Role.COMPANY_DOCTOR, Role.CASE_MANAGER, Role.SUPERVISOR)
        }
        check_works(doctor, staff[Role.COMPANY_DOCTOR])
        check_works(manager, staff[Role.CASE_MANAGER])
        for account in (supervisors or {}).values():
            check_works(account, staff[Role.SUPERVISOR])
        choices.doctor, choices.manager = doctor, manager
        choices.supervisors = {key: value for key, value in (supervisors or {}).items() if value}
        choices.people.update(
            {
                key: value if value == NEW else str(uuid.UUID(value))
                for key, value in (people or {}).items()
                if value
            }
        )
        choices.seen = [*{*choices.seen, "people"}]
    return load


def working(actor: Actor, load: Import, role: Role) -> set[str]:
    return {str(row.account_id) for row in staff_for(actor, load.employer, role)}


def check_works(account: str, known: set[str]) -> None:
    if account and account not in known:
        raise Refused(_("Deze persoon werkt niet (meer) voor deze werkgever. Kies iemand uit de lijst."))
