"""Sealing a list: a key of its own, wrapped by the installation's. Without its row the file is gone for good."""

import json
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.sheet import Sheet, read
from spoorboek.loading.models import Import, Upload
from spoorboek.people.envelopes import Envelope, new_key

AS_TEXT = "latin-1"
"""Every byte is one character and back: an envelope seals text."""


class Gone(Refused):
    """The file is no longer kept."""


def put_away(load: Import, filename: str, content: bytes) -> Upload:
    """Seal the file under a fresh key."""
    wrapped = new_key()
    envelope = Envelope(load.pk, wrapped)
    return Upload.objects.create(
        load=load,
        wrapped=wrapped,
        sealed=envelope.seal(content.decode(AS_TEXT)),
        sealed_name=envelope.seal(filename[-120:]),
    )


class Opened:
    """A list that can still be read: its envelope, its file name, its sheet."""

    def __init__(self, load: Import) -> None:
        upload = Upload.objects.filter(load=load).first()
        if upload is None:
            raise Gone(_("Dit bestand is niet meer bewaard. Laad de lijst opnieuw."))
        self._upload = upload
        self.envelope = Envelope(load.pk, bytes(upload.wrapped))

    @property
    def filename(self) -> str:
        return self.envelope.open(self._upload.sealed_name)

    def sheet(self) -> Sheet:
        """Read the file again."""
        return read(self.envelope.open(self._upload.sealed).encode(AS_TEXT))

    def seal(self, value: Any) -> bytes:
        return self.envelope.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open(self, sealed: bytes | memoryview) -> Any:
        return json.loads(self.envelope.open(sealed))

    def digest(self, text: str) -> str:
        """A short keyed digest, so that an answer about a name can be kept without the name."""
        return self.envelope.digest(text.casefold())[:24]
