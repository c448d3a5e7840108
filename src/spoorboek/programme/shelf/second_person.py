"""A second pair of eyes on what an organisation adapts: asked, sent back, and who may release."""

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.actor import Actor
from spoorboek.programme.shelf.models import Draft, MaterialDraft
from spoorboek.site import clock

Written = Draft | MaterialDraft


def check_still(draft: Written, seen: int) -> None:
    """Refuse a form that was read before a colleague's change."""
    if draft.changes != seen:
        said = _("Een collega heeft dit net veranderd. Kijk wat er nu staat en probeer het nog eens.")
        raise Stale(said, {"changes": draft.changes})


def note_change(draft: Written, actor: Actor) -> None:
    """Count a change; whoever looked has to look again."""
    draft.changes += 1
    draft.state, draft.last_editor_id, draft.edited_at = Draft.State.WRITING, actor.person_id, clock.now()


def ask(draft: Written) -> None:
    draft.state, draft.remark = Draft.State.REVIEW, ""
    draft.save(update_fields=["state", "remark"])


def send_back(draft: Written, remark: str) -> None:
    """Not yet: with what should be different."""
    if draft.state != Draft.State.REVIEW:
        raise Refused(_("Deze versie wacht niet op een tweede paar ogen."))
    if not remark.strip():
        raise Refused(_("Schrijf wat er anders moet."), "remark")
    draft.state, draft.remark = Draft.State.WRITING, remark.strip()[:500]
    draft.save(update_fields=["state", "remark"])


def check_second(draft: Written, actor: Actor) -> None:
    """Whether this person may release it."""
    if draft.state != Draft.State.REVIEW:
        raise Refused(_("Vraag eerst een collega om te kijken."))
    if draft.last_editor_id == actor.person_id:
        raise Refused(_("Jij veranderde deze versie het laatst. Laat een collega hem vrijgeven."))
