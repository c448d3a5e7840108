"""What follows here when a session changes elsewhere."""

from typing import Any

from spoorboek.practice.live.lines import begin_anew, topic, wipe
from spoorboek.practice.live.screens import end_screens
from spoorboek.practice.sessions.models import Session
from spoorboek.site.live import LOOK, tell


def session_changed(sender: object, instance: Session, created: bool, **rest: Any) -> None:
    """Its screens look again; when it is over, what was held goes."""
    if created:
        return
    if instance.is_over:
        wipe(instance)
        end_screens(instance)
    elif instance.state == Session.State.PREPARING:
        begin_anew(instance)
    tell(topic(instance.pk), LOOK)
