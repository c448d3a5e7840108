"""Wanting and being able, for one specific behaviour: the client's own, until they share it."""

from spoorboek.programme.profile.models.behaviour import Answer, Behaviour, Card, Choice, Round
from spoorboek.programme.profile.models.others import Invitation, Offer, Share

__all__ = ["Answer", "Behaviour", "Card", "Choice", "Invitation", "Offer", "Round", "Share"]
