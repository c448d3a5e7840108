"""Texts of a dossier are sealed with the dossier's own key, which is wrapped by the installation's key.

Fernet (AES-128-CBC with HMAC-SHA256) of the `cryptography` package. Destroying the `DossierKey` row shreds every text.
"""

import hashlib
import hmac
import uuid
import zlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from spoorboek.people.models import DossierKey


class Unreadable(RuntimeError):
    """A sealed text cannot be opened: its key was destroyed or is another installation's."""


def new_key() -> bytes:
    """A fresh key, wrapped by the installation's."""
    return Fernet(settings.DATA_KEY).encrypt(Fernet.generate_key())


def make_key(dossier_id: uuid.UUID) -> DossierKey:
    """Make and store the dossier's key; the registrar does this when a dossier opens."""
    return DossierKey.objects.create(dossier_id=dossier_id, wrapped=new_key())


class Envelope:
    """A dossier's key, opened once for a piece of work: the process layer's, or the one that `wrapped` holds."""

    def __init__(self, dossier_id: uuid.UUID, wrapped: bytes | None = None) -> None:
        if wrapped is None:
            row = DossierKey.objects.filter(pk=dossier_id).first()
            if row is None:
                raise Unreadable(f"The key of dossier {dossier_id} is gone or out of reach.")
            wrapped = bytes(row.wrapped)
        try:
            self._key = Fernet(settings.DATA_KEY).decrypt(wrapped)
        except InvalidToken as error:
            raise Unreadable("This key was wrapped by another installation's key.") from error
        self._fernet = Fernet(self._key)

    def seal(self, text: str) -> bytes:
        """Compressed first: the explanation of a course is 130 kB of JSON and packs to a tenth."""
        return self._fernet.encrypt(zlib.compress(text.encode()))

    def seal_bytes(self, content: bytes) -> bytes:
        """A photo or recording, as it is: such files are packed already."""
        return self._fernet.encrypt(content)

    def open_bytes(self, sealed: bytes | memoryview) -> bytes:
        try:
            return self._fernet.decrypt(bytes(sealed))
        except InvalidToken as error:
            raise Unreadable("This file was sealed with another key.") from error

    def open(self, sealed: bytes | memoryview) -> str:
        try:
            return zlib.decompress(self._fernet.decrypt(bytes(sealed))).decode()
        except InvalidToken as error:
            raise Unreadable("This text was sealed with another key.") from error

    def digest(self, text: str) -> str:
        """A keyed digest (HMAC-SHA256, hex): without the key nobody can guess the text back from it."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()
