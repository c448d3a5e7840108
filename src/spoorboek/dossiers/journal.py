"""Writing and checking the journal: one append-only hash chain a dossier, over keyed digests."""

import hashlib
import json
import logging
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.conf import settings
from django.db import connection

from spoorboek.dossiers import pending
from spoorboek.dossiers.medical.envelopes import medical_envelope, medical_envelope_to_write
from spoorboek.dossiers.medical.models import MedicalJournalPayload
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier, JournalEntry, JournalHead, JournalPayload
from spoorboek.people.actor import System, current_actor
from spoorboek.people.envelopes import Envelope, Unreadable
from spoorboek.people.models import DossierKey
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, Layer, Role
from spoorboek.site import clock

logger = logging.getLogger(__name__)
START = "0" * 64
MISSING, UNFIT, CUT_OFF, TEXT, ABSENT = (
    "an entry is missing",
    "the chain does not fit",
    "the journal does not end where it should",
    "the text differs from its digest",
    "a medical text never arrived",
)
"""What can be wrong with a journal."""
KEPT_APART = {Layer.PERSONAL: "personal_act", Layer.GUIDANCE: "guidance_act"}
"""Layers whose acts stand in the chain under one name, so that the name tells nothing to who may not read them."""
_origin: ContextVar[Mapping[str, Any]] = ContextVar("spoorboek_origin", default={})  # noqa: B039 - never changed


@contextmanager
def coming_from(**values: object) -> Iterator[None]:
    """Every act inside notes where it came from in its payload, such as `list_loaded` with the list's id."""
    token = _origin.set({**_origin.get(), **values})
    try:
        yield
    finally:
        _origin.reset(token)


def chained(previous: str, entry: JournalEntry) -> str:
    """The chain value (SHA-256, hex) of an entry over all of its fields and the chain value before it."""
    parts = (
        previous,
        str(entry.dossier_id),
        entry.sequence,
        entry.at.astimezone(UTC).isoformat(),
        str(entry.account_id or ""),
        entry.role,
        entry.system,
        entry.act,
        entry.layer,
        entry.version,
        entry.digest,
    )
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def record(
    dossier: Dossier, act: str, payload: dict[str, Any], *, role: Role | None, layer: Layer = Layer.PROCESS
) -> JournalEntry:
    """Append one act. The caller holds the dossier's row lock; the database refuses an entry that does not follow.

    A medical payload goes to the medical layer under a key of that layer; the chain then only shows that a medical
    act was done. Of an act that is personal or guidance the chain shows neither which one: its name is in the payload.
    """
    if layer in KEPT_APART:
        act, payload = KEPT_APART[layer], {**payload, "act": act}
    text = written(payload)
    envelope = medical_envelope_to_write(dossier.pk) if layer is Layer.MEDICAL else own_envelope(dossier.pk)
    entry = next_entry(dossier, act, role, layer, envelope.digest(text))
    entry.save(force_insert=True)
    sealed = envelope.seal(text)
    if layer is Layer.MEDICAL:
        with medical_scope():
            MedicalJournalPayload.objects.create(entry_id=entry.pk, dossier_id=dossier.pk, sealed=sealed)
    else:
        payload_of(entry, sealed, text).save(force_insert=True)
    return entry


def own_envelope(dossier_id: uuid.UUID) -> Envelope:
    """The dossier's key; acts taken together open it once."""
    return pending.remembered(("key", dossier_id), lambda: Envelope(dossier_id))


def record_many(
    act: str, payloads: Mapping[uuid.UUID, dict[str, Any]], versions: Mapping[uuid.UUID, int]
) -> None:
    """Append the same act of a system actor to many journals, in a fixed number of queries.

    By dossier: what it said there, and the dossier's version. The caller holds the row locks. A dossier whose key was
    destroyed gets no entry.
    """
    ids = list(payloads)
    wrapped = dict(DossierKey.objects.filter(pk__in=ids).values_list("pk", "wrapped"))
    ends = JournalEntry.objects.filter(dossier_id__in=ids).order_by("dossier_id", "-sequence")
    last = {row.dossier_id: row for row in ends.distinct("dossier_id")}
    entries, texts = [], []
    for key in payloads.keys() & wrapped.keys():
        envelope, text = Envelope(key, bytes(wrapped[key])), written(payloads[key])
        dossier = Dossier(pk=key, version=versions[key])
        entries.append(following(last.get(key), dossier, act, None, Layer.PROCESS, envelope.digest(text)))
        texts.append((envelope.seal(text), text))
    made = JournalEntry.objects.bulk_create(entries)
    JournalPayload.objects.bulk_create(
        [payload_of(entry, *sealed) for entry, sealed in zip(made, texts, strict=True)]
    )


@dataclass(frozen=True)
class Told:
    """An act to be journalled: its name, in which role, what it said, and the dossier's version after it."""

    act: str
    role: Role | None
    payload: Mapping[str, Any]
    version: int


def record_all(
    told: Mapping[uuid.UUID, Sequence[Told]],
    keys: Mapping[uuid.UUID, Envelope],
    last: Mapping[uuid.UUID, JournalEntry] | None = None,
) -> dict[uuid.UUID, JournalEntry]:
    """Append the current actor's acts to many journals, each in its order, in two queries; the last entry of each.

    `keys` are the dossiers' own; `last` the entries that stand at their ends, none for new dossiers.
    """
    ends = dict(last or {})
    entries, texts = [], []
    for key, acts in told.items():
        for one in acts:
            text = written(one.payload)
            dossier = Dossier(pk=key, version=one.version)
            digest = keys[key].digest(text)
            ends[key] = following(ends.get(key), dossier, one.act, one.role, Layer.PROCESS, digest)
            entries.append(ends[key])
            texts.append((keys[key].seal(text), text))
    made = JournalEntry.objects.bulk_create(entries)
    JournalPayload.objects.bulk_create(
        [payload_of(entry, *sealed) for entry, sealed in zip(made, texts, strict=True)]
    )
    return ends


def written(payload: Mapping[str, Any]) -> str:
    """A payload as text, with where the act came from."""
    return json.dumps({**_origin.get(), **payload}, default=str, sort_keys=True, ensure_ascii=False)


def payload_of(entry: JournalEntry, sealed: bytes, text: str) -> JournalPayload:
    """The row beside an entry, not yet saved."""
    tells = any(f'"{key}"' in text for key in TELLS_OF_A_SAFETY_NET)
    return JournalPayload(
        entry=entry, dossier_id=entry.dossier_id, sealed=sealed, tells_of_net=tells, layer=entry.layer
    )


def next_entry(dossier: Dossier, act: str, role: Role | None, layer: Layer, digest: str) -> JournalEntry:
    """The entry that follows the last one, not yet saved."""
    return following(end_of(dossier.pk), dossier, act, role, layer, digest)


@dataclass(frozen=True)
class End:
    """Where a journal ends: its last entry, which whoever adds the next one may not be allowed to read."""

    sequence: int
    chain: str


def end_of(dossier_id: uuid.UUID) -> End | None:
    """Where the journal of a dossier ends; None where it has no entry yet. Asked of the database itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT length, chain FROM spoorboek_journal_end(%s)", [dossier_id])
        row = cursor.fetchone()
    return End(*row) if row else None


def following(
    last: JournalEntry | End | None, dossier: Dossier, act: str, role: Role | None, layer: Layer, digest: str
) -> JournalEntry:
    """The entry that follows `last`, not yet saved."""
    actor = current_actor()
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
        digest=digest,
        previous=last.chain if last else START,
    )
    entry.chain = chained(entry.previous, entry)
    return entry


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold."""

    dossier_id: uuid.UUID
    sequence: int
    what: str


def chain_breaks(
    dossier_id: uuid.UUID, entries: Iterable[JournalEntry], head: JournalHead | None
) -> list[Break]:
    """Where entries (in order of sequence) do not follow each other, or end elsewhere than the database noted."""
    found: list[Break] = []
    previous, length = START, 0
    for length, entry in enumerate(entries, 1):
        if entry.sequence != length:
            found.append(Break(dossier_id, length, MISSING))
        if (
            entry.dossier_id != dossier_id
            or entry.previous != previous
            or entry.chain != chained(entry.previous, entry)
        ):
            found.append(Break(dossier_id, entry.sequence, UNFIT))
        previous = entry.chain
    if (length, previous) != ((head.length, head.chain) if head else (0, START)):
        found.append(Break(dossier_id, length + 1, CUT_OFF))
    return found


def text_breaks(
    dossier_id: uuid.UUID,
    digests: Mapping[int, tuple[int, str]],
    sealed: Mapping[int, bytes],
    envelope: Envelope,
) -> list[Break]:
    """Texts that differ from the digest in their entry, or belong to none. `digests`: (sequence, digest) by entry."""
    found = []
    for entry_id, text in sealed.items():
        sequence, digest = digests.get(entry_id, (0, ""))
        try:
            fits = envelope.digest(envelope.open(text)) == digest
        except Unreadable:
            fits = False
        if not fits:
            found.append(Break(dossier_id, sequence, TEXT))
    return found


def breaks(dossier_id: uuid.UUID) -> list[Break]:
    """Check one dossier's chain and, where text and key still exist and may be read, each text against its digest.

    Asked as the verifier: everyone else may miss entries that are private, and would find them missing.
    A text that was redacted or shredded is no break: the chain was made over its digest.
    """
    entries = list(JournalEntry.objects.filter(dossier_id=dossier_id).order_by("sequence"))
    head = JournalHead.objects.filter(pk=dossier_id).first()
    found = chain_breaks(dossier_id, entries, head)
    for is_medical, texts, key in ((False, process_texts, Envelope), (True, medical_texts, medical_envelope)):
        digests = {
            entry.pk: (entry.sequence, entry.digest)
            for entry in entries
            if (entry.layer == Layer.MEDICAL) is is_medical
        }
        sealed = texts(dossier_id)
        found += readable_breaks(dossier_id, digests, sealed, key)
        if is_medical:
            found += absent(dossier_id, digests, sealed)
    return found


def absent(
    dossier_id: uuid.UUID, digests: Mapping[int, tuple[int, str]], sealed: Mapping[int, bytes]
) -> list[Break]:
    """Medical acts without their text: the application was killed between the commits of its two connections.

    What the doctor stated is gone too. Where the dossier's own key is gone everything was destroyed on purpose. Who
    does not read every medical text, or has no medical layer here, cannot tell.
    """
    reads_all = settings.MEDICAL_LAYER and current_actor().system is System.VERIFIER
    if not reads_all or not DossierKey.objects.filter(pk=dossier_id).exists():
        return []
    return [Break(dossier_id, sequence, ABSENT) for pk, (sequence, _d) in digests.items() if pk not in sealed]


def readable_breaks(
    dossier_id: uuid.UUID,
    digests: Mapping[int, tuple[int, str]],
    sealed: Mapping[int, bytes],
    key: Callable[[uuid.UUID], Envelope],
) -> list[Break]:
    """As `text_breaks`, unless the key was destroyed."""
    if not sealed:
        return []
    try:
        envelope = key(dossier_id)
    except Unreadable:
        return []
    return text_breaks(dossier_id, digests, sealed, envelope)


def process_texts(dossier_id: uuid.UUID) -> dict[int, bytes]:
    rows = JournalPayload.objects.filter(dossier_id=dossier_id)
    return {row.entry_id: bytes(row.sealed) for row in rows}


def medical_texts(dossier_id: uuid.UUID) -> dict[int, bytes]:
    try:
        with medical_scope():
            rows = list(MedicalJournalPayload.objects.filter(dossier_id=dossier_id))
    except Closed:
        return {}
    return {row.entry_id: bytes(row.sealed) for row in rows}


def opened_payloads(dossier_id: uuid.UUID) -> dict[int, dict[str, Any]]:
    """Payloads by entry that the current actor may read, opened, the oldest first."""
    rows = list(JournalPayload.objects.filter(dossier_id=dossier_id).order_by("entry_id"))
    if not rows:
        return {}
    return readable(Envelope(dossier_id), rows)


def readable(envelope: Envelope, rows: Iterable[JournalPayload]) -> dict[int, dict[str, Any]]:
    """What these texts say, by entry. One that was tampered with is left out, so that the rest can be read; `verify`
    names it."""
    found = {}
    for row in rows:
        try:
            found[row.entry_id] = json.loads(envelope.open(bytes(row.sealed)))
        except Unreadable:
            logger.error("journal text unreadable", extra={"entry": row.entry_id})
    return found
