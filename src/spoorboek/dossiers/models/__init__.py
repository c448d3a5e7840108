from spoorboek.dossiers.models.contact import (
    Appointment,
    AppointmentReply,
    ContactNote,
    ContactWay,
    FoldedCard,
)
from spoorboek.dossiers.models.dossier import (
    Agreement,
    Covered,
    Decision,
    Dossier,
    Leave,
    Milestone,
    ResumedHours,
    Spell,
)
from spoorboek.dossiers.models.journal import JournalEntry, JournalHead, JournalPayload, Opening
from spoorboek.dossiers.models.obligation import Explanations, Obligation, Route

__all__ = [
    "Agreement",
    "Appointment",
    "AppointmentReply",
    "ContactNote",
    "ContactWay",
    "Covered",
    "Decision",
    "Dossier",
    "Explanations",
    "FoldedCard",
    "JournalEntry",
    "JournalHead",
    "JournalPayload",
    "Leave",
    "Milestone",
    "Obligation",
    "Opening",
    "ResumedHours",
    "Route",
    "Spell",
]
