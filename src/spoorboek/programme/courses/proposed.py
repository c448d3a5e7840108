"""Proposals as people read them: what a new plan would change, and why. Who guides reads them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.shown import in_language
from spoorboek.methods import Method
from spoorboek.programme.courses.models import Proposal
from spoorboek.programme.courses.shown import anchor_name, reason


@dataclass(frozen=True)
class ShownProposal:
    """What a new plan would change, and why."""

    row: Proposal
    title: str
    method: Method | None
    today: date

    @property
    def was(self) -> str:
        if self.row.change == Proposal.Change.ADD:
            return _("nieuw")
        return in_words(self.row.was, self.today) if self.row.was else _("nog zonder dag")

    @property
    def becomes(self) -> str:
        if self.row.change == Proposal.Change.DROP:
            return _("vervalt")
        return in_words(self.row.becomes, self.today) if self.row.becomes else _("wacht op een datum")

    @property
    def cause(self) -> str:
        """The date that moved."""
        return capfirst(anchor_name(self.row.cause, self.method, to_guides=True)) if self.row.cause else ""

    @property
    def because(self) -> list[str]:
        return reason(self.row.because, self.method, self.today, to_guides=True)


def shown_proposal(row: Proposal, methods: Mapping[uuid.UUID, Method], today: date) -> ShownProposal:
    method = methods.get(row.course_id)
    step = method.activity(row.step) if method else None
    title = in_language(step.guides_title) if step else row.step
    if step and step.repeat:
        title = f"{title}, {_('keer %(number)s') % {'number': row.plan_id.rpartition('/')[2]}}"
    return ShownProposal(row, title, method, today)
