"""Words for kinds of steps, and for an added step that no method has words for."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import Activity as Step
from spoorboek.methods import Kind, Method
from spoorboek.methods.determinants import action_cards
from spoorboek.methods.model import PRIVATE_KINDS
from spoorboek.methods.reading import Words
from spoorboek.methods.worksheets import worksheets
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.shelf.material_access import own_sheets

KIND_NAMES: dict[str, str | Promise] = {
    Kind.CONTACT: _("contact"),
    Kind.COACHING_SESSION: _("gesprek met de coach"),
    Kind.CONVERSATION: _("gesprek"),
    Kind.WORKSHEET: _("werkblad"),
    Kind.LEARNING_MODULE: _("korte les"),
    Kind.QUESTIONNAIRE: _("vragenlijst"),
    Kind.VR_SESSION: _("oefenen met VR"),
    Kind.PLACEMENT_STEP: _("stap op het werk"),
    Kind.GROUP_MEETING: _("groepsbijeenkomst"),
    Kind.INTERVISION: _("intervisie"),
    Kind.PAPER: _("papier"),
}
ADDED: dict[str, Words] = {
    Kind.CONTACT: Words(nl="Contact tussendoor", en="Contact in between"),
    Kind.COACHING_SESSION: Words(nl="Gesprek met de coach", en="Talk with the coach"),
    Kind.CONVERSATION: Words(nl="Gesprek", en="Conversation"),
    Kind.WORKSHEET: Words(nl="Werkblad", en="Worksheet"),
    Kind.LEARNING_MODULE: Words(nl="Korte les", en="Short lesson"),
    Kind.QUESTIONNAIRE: Words(nl="Vragenlijst", en="Questionnaire"),
    Kind.VR_SESSION: Words(nl="Oefenen met VR", en="Practice with VR"),
    Kind.PLACEMENT_STEP: Words(nl="Stap op het werk", en="Step at work"),
    Kind.GROUP_MEETING: Words(nl="Groepsbijeenkomst", en="Group meeting"),
    Kind.INTERVISION: Words(nl="Intervisie", en="Intervision"),
    Kind.PAPER: Words(nl="Papier", en="Paper"),
}
NEEDS_MEETING = (Kind.CONTACT, Kind.COACHING_SESSION, Kind.CONVERSATION)
"""Kinds of which it is recorded how people met: in person, by phone, online."""
PICTOGRAM = {
    Kind.CONTACT: "phone",
    Kind.COACHING_SESSION: "talk",
    Kind.CONVERSATION: "talk",
    Kind.WORKSHEET: "paper",
    Kind.LEARNING_MODULE: "letter",
    Kind.QUESTIONNAIRE: "paper",
    Kind.VR_SESSION: "video",
    Kind.PLACEMENT_STEP: "work",
    Kind.GROUP_MEETING: "helper",
    Kind.INTERVISION: "helper",
    Kind.PAPER: "paper",
}


def is_private(kind: str) -> bool:
    """Whether a step of this kind is hidden from the employer's side when it is added by hand."""
    return kind in set(PRIVATE_KINDS)


def title_of(activity: Activity, methods: Mapping[UUID, Method]) -> Words:
    """The title of a step: its edition's words, or those of its kind. `methods`: by course."""
    step = step_words(activity, methods)
    return step.title if step else added_title(activity)


CARD = "card:"
"""How `ref` begins where a step is an action card of wanting and being able."""


def added_title(activity: Activity) -> Words:
    """The title of the worksheet or action card that an added step is about, or the words of its kind."""
    cards = {f"{CARD}{one.key}": one.title for one in action_cards().cards}
    return cards.get(activity.ref) or sheet_title(activity) or ADDED[activity.kind]


def sheet_title(activity: Activity) -> Words | None:
    """The title of our worksheet, or of the employer's own: one query for that alone."""
    if activity.kind != Kind.WORKSHEET or not activity.ref:
        return None
    ours = worksheets().get(activity.ref)
    own = None if ours else own_sheets(activity.dossier_id).get(activity.ref)
    return ours.title if ours else own.sheet.title if own else None


def step_words(activity: Activity, methods: Mapping[UUID, Method]) -> Step | None:
    """The step in the edition that the activity follows; None for one that was added."""
    method = methods.get(activity.course_id) if activity.course_id and activity.step else None
    return method.activity(activity.step) if method else None
