"""The kinds of facts that can be corrected or taken back, each with its form, its rows and how it is written."""

from spoorboek.dossiers.correctable.covered import NetClear
from spoorboek.dossiers.correctable.decisions import AgreedDates, Decisions
from spoorboek.dossiers.correctable.kind import Fact, FactKind
from spoorboek.dossiers.correctable.sickness import FirstDay, Hours, Spells
from spoorboek.dossiers.correctable.steps import Leaves, Milestones
from spoorboek.dossiers.correctable.work import Contract, Work

KINDS: tuple[FactKind, ...] = (
    FirstDay(),
    Spells(),
    Hours(),
    Leaves(),
    Milestones(),
    AgreedDates(),
    Decisions(),
    NetClear(),
    Contract(),
    Work(),
)
BY_KEY = {kind.key: kind for kind in KINDS}

__all__ = ["BY_KEY", "KINDS", "Fact", "FactKind"]
