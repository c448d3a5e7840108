"""What is to be done for one person, as JSON for the seal and back."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from spoorboek.lists.entries import Contract, Who
from spoorboek.lists.names import Name
from spoorboek.loading.comparing import Deed


def day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def packed_who(who: Who) -> list[str]:
    return [who.number, who.name.first, who.name.last, day_text(who.born)]


def unpacked_who(data: list[str]) -> Who:
    return Who(data[0], Name(data[1], data[2]), day_of(data[3]))


def packed_contract(contract: Contract) -> list[str]:
    hours = "" if contract.hours is None else str(contract.hours)
    return [
        contract.job,
        contract.team,
        contract.supervisor,
        hours,
        day_text(contract.starts),
        day_text(contract.ends),
    ]


def unpacked_contract(data: list[str]) -> Contract:
    hours = Decimal(data[3]) if data[3] else None
    return Contract(data[0], data[1], data[2], hours, day_of(data[4]), day_of(data[5]))


def packed_deed(deed: Deed) -> dict[str, Any]:
    return {
        "starts": day_text(deed.starts),
        "fit_from": day_text(deed.fit_from),
        "hours": [[day_text(since), str(hours)] for since, hours in deed.hours],
        "dossier": str(deed.dossier_id or ""),
    }


def unpacked_deed(data: dict[str, Any]) -> Deed:
    return Deed(
        date.fromisoformat(data["starts"]),
        day_of(data["fit_from"]),
        [(date.fromisoformat(since), Decimal(hours)) for since, hours in data["hours"]],
        uuid.UUID(data["dossier"]) if data["dossier"] else None,
    )
