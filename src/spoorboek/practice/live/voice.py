"""How the two browsers find each other for the coach's voice: the operator's own servers, or none.

A TURN server with a shared secret gets a name and password that hold for a few hours (the "REST API" of coturn's
`use-auth-secret`, draft-uberti-behave-turn-rest-00): HMAC-SHA1 over an expiry time, base64. No public server is used.
"""

import base64
import hashlib
import hmac
from typing import Any

from django.conf import settings

from spoorboek.site import clock

HOLDS = 4 * 60 * 60
"""Seconds; longer than a session takes."""


def ice_servers() -> list[dict[str, Any]]:
    """As `RTCIceServer` in the browser; empty where the operator set none: then the same network only."""
    addresses: list[str] = settings.ICE_SERVERS
    stun = [one for one in addresses if one.startswith("stun")]
    turn = [one for one in addresses if one.startswith("turn")]
    found: list[dict[str, Any]] = [{"urls": stun}] if stun else []
    if turn:
        found.append({"urls": turn, **credentials()})
    return found


def credentials() -> dict[str, str]:
    name = f"{int(clock.real_now().timestamp()) + HOLDS}:spoorboek"
    digest = hmac.new(settings.TURN_SECRET.encode(), name.encode(), hashlib.sha1).digest()
    return {"username": name, "credential": base64.b64encode(digest).decode()}
