"""The secret of a token: made once, shown once, known afterwards only by its hash."""

import hashlib
import secrets

from django.utils import timezone

from spoorboek.api.models import Token

START = "spoorboek_"
"""Recognisable, so that scanners for leaked secrets find it."""
BYTES = 32
LONGEST = 100


def new_secret() -> str:
    """256 random bits behind a recognisable start."""
    return START + secrets.token_urlsafe(BYTES)


def hashed(secret: str) -> str:
    """SHA-256. The secret holds 256 random bits, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def find(secret: str) -> Token | None:
    """The token that works now with this secret; asked as the registrar."""
    if not secret.startswith(START) or len(secret) > LONGEST:
        return None
    return Token.objects.filter(
        secret_hash=hashed(secret), ended_at__isnull=True, expires_at__gt=timezone.now()
    ).first()
