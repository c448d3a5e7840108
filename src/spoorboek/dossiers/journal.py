"""Writing and checking the journal: one append-only hash chain a dossier, over keyed digests."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Any

from spoorboek.dossiers.medical.models import MedicalJournalPayload
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Dossier, JournalEntry, JournalPayload
from spoorboek.people.actor import current_actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Layer, Role
from spoorboek.site import clock

START = "0" * 64


def chained(previous: str, entry: JournalEntry) -> str:
    """The chain value (SHA-256, hex) of an entry over all of its fields and the chain value before it."""
    parts = (
        previous,
        str(entry.dossier_id),
        str(entry.sequence),
        entry.at.isoformat(),
        str(entry.account_id or ""),
        entry.role,
        entry.system,
        entry.act,
        entry.layer,
        str(entry.version),
        entry.digest,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def record(
    dossier: Dossier, act: str, payload: dict[str, Any], *, role: Role | None, layer: Layer = Layer.PROCESS
) -> JournalEntry:
    """Append one act. The caller holds the dossier's row lock, so sequences never collide.

    A medical payload goes to the medical layer; the chain then only shows that a medical act was done.
    """
    actor = current_actor()
    text = json.dumps(payload, default=str, sort_keys=True, ensure_ascii=False)
    envelope = Envelope(dossier.pk)
    last = JournalEntry.objects.filter(dossier=dossier).order_by("-sequence").first()
    entry = JournalEntry(
        dossier=dossier,
        sequence=last.sequence + 1 if last else 1,
        at=clock.now(),
        account_id=actor.account_id,
        role=role or "",
        system=actor.system or "",
        act=act,
        layer=layer,
        version=dossier.version,
        digest=envelope.digest(text),
        previous=last.chain if last else START,
    )
    entry.chain = chained(entry.previous, entry)
    entry.save(force_insert=True)
    sealed = envelope.seal(text)
    if layer is Layer.MEDICAL:
        with medical_scope():
            MedicalJournalPayload.objects.create(entry_id=entry.pk, dossier_id=dossier.pk, sealed=sealed)
    else:
        JournalPayload.objects.create(entry=entry, dossier=dossier, sealed=sealed)
    return entry


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold."""

    dossier_id: uuid.UUID
    sequence: int
    what: str


def breaks(dossier_id: uuid.UUID) -> list[Break]:
    """Check one dossier's chain and, where payload and key still exist, each payload against its digest."""
    found: list[Break] = []
    previous = START
    payloads = {row.entry_id: row for row in JournalPayload.objects.filter(dossier_id=dossier_id)}
    envelope = Envelope(dossier_id) if payloads else None
    for expected, entry in enumerate(
        JournalEntry.objects.filter(dossier_id=dossier_id).order_by("sequence"), 1
    ):
        if entry.sequence != expected:
            found.append(Break(dossier_id, expected, "an entry is missing"))
        if entry.previous != previous or entry.chain != chained(entry.previous, entry):
            found.append(Break(dossier_id, entry.sequence, "the chain does not fit"))
        payload = payloads.get(entry.pk)
        if payload and envelope and envelope.digest(envelope.open(payload.sealed)) != entry.digest:
            found.append(Break(dossier_id, entry.sequence, "the text differs from its digest"))
        previous = entry.chain
    return found


def opened_payloads(dossier_id: uuid.UUID) -> dict[int, dict[str, Any]]:
    """Payloads by entry that the current actor may read, opened."""
    rows = list(JournalPayload.objects.filter(dossier_id=dossier_id))
    if not rows:
        return {}
    envelope = Envelope(dossier_id)
    return {row.entry_id: json.loads(envelope.open(row.sealed)) for row in rows}
