"""Ways in: links on *Mijn route* and on the dossier."""

from django.utils.translation import gettext_lazy

from spoorboek.dossiers.rooms import Room
from spoorboek.people.policy import GUIDES, Role

ROOMS = (
    Room(gettext_lazy("Oefenen"), "practice", (Role.CLIENT,), 47),
    Room(gettext_lazy("Oefenen met VR"), "practice-of", GUIDES, 35),
)
