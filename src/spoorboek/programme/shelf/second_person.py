"""From a writer to a second pair of eyes: what happens to a draft of a method as to one of a worksheet or lesson."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.methods.reading import Mistakes
from spoorboek.people.actor import Actor
from spoorboek.programme.shelf.models import Draft, MaterialDraft
from spoorboek.site import clock

Written = Draft | MaterialDraft
D = TypeVar("D", Draft, MaterialDraft)
R = TypeVar("R")


def check_still(draft: Written, seen: int) -> None:
    """Refuse a form that was read before a colleague's change."""
    if draft.changes != seen:
        said = _("Een collega heeft dit net veranderd. Kijk wat er nu staat en probeer het nog eens.")
        raise Stale(said, {"changes": draft.changes})


def note_change(draft: Written, actor: Actor) -> None:
    """Count a change; whoever looked has to look again."""
    draft.changes += 1
    draft.state, draft.last_editor_id, draft.edited_at = Draft.State.WRITING, actor.person_id, clock.now()


@contextmanager
def said_plainly(gone: str) -> Iterator[None]:
    """A change that cannot be made is refused in words: what is wrong, or `gone` where the part is no longer there."""
    try:
        yield
    except Mistakes as wrong:
        raise Refused(wrong.found[0].message.in_language(get_language() or "nl")) from wrong
    except KeyError as missing:
        raise Refused(gone) from missing


@dataclass(frozen=True)
class Desk(Generic[D]):
    """Where one sort of draft lies. `opened` gives a draft of the actor's own, locked for change; `check` refuses what
    cannot be released; `differs`: whether there is anything to look at.
    """

    opened: Callable[..., D]
    check: Callable[[D], None]
    differs: Callable[[D], bool]

    def taken_up(self, actor: Actor, draft_id: uuid.UUID, seen: int) -> D:
        """The draft as the actor saw it. `seen`: the count of changes then."""
        draft = self.opened(actor, draft_id, for_change=True)
        check_still(draft, seen)
        return draft

    @transaction.atomic
    def ask_review(self, actor: Actor, draft_id: uuid.UUID, seen: int) -> D:
        """Ask a second person to look, once nothing is wrong in it."""
        draft = self.taken_up(actor, draft_id, seen)
        self.check(draft)
        if not self.differs(draft):
            raise Refused(_("Er is nog niets veranderd. Pas eerst iets aan."))
        draft.state, draft.remark = Draft.State.REVIEW, ""
        draft.save(update_fields=["state", "remark"])
        return draft

    @transaction.atomic
    def send_back(self, actor: Actor, draft_id: uuid.UUID, seen: int, remark: str) -> D:
        """Not yet: with what should be different."""
        draft = self.taken_up(actor, draft_id, seen)
        if draft.state != Draft.State.REVIEW:
            raise Refused(_("Deze versie wacht niet op een tweede paar ogen."))
        if not remark.strip():
            raise Refused(_("Schrijf wat er anders moet."), "remark")
        draft.state, draft.remark = Draft.State.WRITING, remark.strip()[:500]
        draft.save(update_fields=["state", "remark"])
        return draft

    @transaction.atomic
    def release(self, actor: Actor, draft_id: uuid.UUID, seen: int, made: Callable[[D, Actor], R]) -> R:
        """What `made` makes of it, instead of the draft. By someone else than who changed it last."""
        draft = self.taken_up(actor, draft_id, seen)
        if draft.state != Draft.State.REVIEW:
            raise Refused(_("Vraag eerst een collega om te kijken."))
        if draft.last_editor_id == actor.person_id:
            raise Refused(_("Jij veranderde deze versie het laatst. Laat een collega hem vrijgeven."))
        self.check(draft)
        row = made(draft, actor)
        draft.delete()
        return row

    @transaction.atomic
    def discard(self, actor: Actor, draft_id: uuid.UUID, seen: int) -> None:
        """Throw a draft away; what was released stays."""
        self.taken_up(actor, draft_id, seen).delete()
