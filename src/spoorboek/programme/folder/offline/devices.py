"""Devices that a client called their own: begin with one, hand it its key again, take it back.

Withdrawing destroys the server's copy of the key. The device wipes itself as soon as it speaks to us again
(`OwnDevice` in middleware.py); what it still holds until then is told in docs/decisions/offline-folder.md.
"""

import base64
import os
import uuid

from cryptography.fernet import Fernet
from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.policy import Role
from spoorboek.programme.folder.models import Device
from spoorboek.site import clock

MOST = 10
KEY_BYTES = 32


def account_mark(actor: Actor) -> str:
    """By which a device knows again whose it is; it says nothing to anyone else."""
    return salted_hmac(
        "spoorboek.programme.folder.device", str(actor.person_id), algorithm="sha256"
    ).hexdigest()[:32]


def lock_after_days() -> int:
    """Days without us after which a device puts its key away, until its owner signs in again."""
    return int(settings.FOLDER_OFFLINE_DAYS)


def own_devices(actor: Actor) -> QuerySet[Device]:
    """Devices that may keep the folder now, the newest first."""
    return Device.objects.filter(account_id=actor.person_id, withdrawn_at=None).order_by("-made_at")


def own_device(actor: Actor, device_id: uuid.UUID) -> Device:
    """One of them. Raises `NotYours`, also for one that was withdrawn."""
    found = own_devices(actor).filter(pk=device_id).first()
    if found is None:
        raise NotYours(_("Dit toestel bewaart je werkmap niet meer."))
    return found


def claim_device(actor: Actor, name: str) -> Device:
    """The person said: this is my own device."""
    if current_actor() != actor or Role.CLIENT not in roles_of(actor):
        raise NotYours(_("Alleen wie een eigen werkmap heeft, kan die op een toestel bewaren."))
    if own_devices(actor).count() >= MOST:
        raise Refused(
            _("Je werkmap staat al op %(most)s toestellen. Haal hem eerst van een ander toestel af.")
            % {"most": MOST}
        )
    now = clock.real_now()
    wrapped = Fernet(settings.DATA_KEY).encrypt(os.urandom(KEY_BYTES))
    return Device.objects.create(account_id=actor.person_id, name=name, key=wrapped, made_at=now, seen_at=now)


def key_for(actor: Actor, device_id: uuid.UUID) -> str:
    """The device's key in base64: it lost it, or put it away after a long time without us. Raises `NotYours`."""
    device = own_device(actor, device_id)
    seen(device)
    return base64.b64encode(Fernet(settings.DATA_KEY).decrypt(bytes(device.key))).decode()


def seen(device: Device) -> None:
    device.seen_at = clock.real_now()
    device.save(update_fields=["seen_at"])


def withdraw_device(actor: Actor, device_id: uuid.UUID) -> None:
    """Not my device any more, or lost: its key is destroyed here. Twice is once."""
    Device.objects.filter(account_id=actor.person_id, pk=device_id, withdrawn_at=None).update(
        withdrawn_at=clock.real_now(), key=b""
    )


KINDS = (
    ("iPhone", gettext_lazy("iPhone")),
    ("iPad", gettext_lazy("iPad")),
    ("Android", gettext_lazy("Android-toestel")),
    ("Windows", gettext_lazy("computer met Windows")),
    ("Macintosh", gettext_lazy("Mac")),
    ("CrOS", gettext_lazy("Chromebook")),
    ("Linux", gettext_lazy("computer met Linux")),
)


def name_of(user_agent: str) -> str:
    """What to call a device in a list, from what its browser says of itself; no more than its kind is kept."""
    return next((str(words) for sign, words in KINDS if sign in user_agent), str(_("toestel")))
