"""What no version of a method may do: show the employer's side what is between the client and who guides.

Who adapts a method may themselves be on the employer's side, and so may the second pair of eyes. The file alone
therefore never decides that a worksheet, a questionnaire, VR practice or a talk with the coach can be seen: our own
method says so for that very step, or it stays private.
"""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import Activity, Method, methods
from spoorboek.methods.model import PRIVATE_KINDS


def check_discretion(method: Method, field: str = "") -> None:
    """Raises `Refused` with the names of the steps that would come into sight."""
    shipped = methods().get(method.key)
    if shipped and shipped.private and not method.private:
        raise Refused(
            _("Dat deze methode loopt, mag de werkgever niet zien. Laat `private: true` staan."), field
        )
    if shipped and shipped.consent.needed and not method.consent.needed:
        said = _("Voor deze methode vragen we de medewerker altijd eerst om toestemming. Dat blijft zo.")
        raise Refused(said, field or "needed")
    language = get_language() or "nl"
    seen = ", ".join(step.title.in_language(language) for step in brought_into_sight(method, shipped))
    if seen:
        raise Refused(
            _("Deze stappen mag de werkgever niet zien: %(steps)s. Haal `private: false` daar weg.")
            % {"steps": seen},
            field,
        )


def brought_into_sight(method: Method, shipped: Method | None) -> Iterator[Activity]:
    """Steps that all may see, although their kind or our own method keeps them private."""
    ours = {step.key: step for step in shipped.activities} if shipped else {}
    for step in method.activities:
        own = ours.get(step.key)
        was_private = own.is_private if own else step.kind in PRIVATE_KINDS
        changed_kind = own is not None and own.kind != step.kind and step.kind in PRIVATE_KINDS
        if not step.is_private and (was_private or changed_kind):
            yield step
