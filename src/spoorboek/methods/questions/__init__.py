"""The kinds of questions a worksheet can ask, each with the shape of its answer.

A kind is one class: its fields in the file, its `Given` (the answer as JSON), what the answer says in words, and which
texts in it are the person's own. `KINDS` is the registry; a new kind is a new class there, and a widget in the room
that shows it.
"""

from typing import Annotated, Any

from pydantic import Field

from spoorboek.methods.questions.base import Given, NotAnAnswer, Option, Question, Value
from spoorboek.methods.questions.choosing import ChooseOne, ChooseSeveral, SortCards
from spoorboek.methods.questions.measuring import EnergyDay, Scale
from spoorboek.methods.questions.planning import PeopleAround, WeekPlan
from spoorboek.methods.questions.writing import Picture, ShortLines, ShortText, Voice

KINDS: dict[str, type[Question]] = {
    kind.model_fields["kind"].default: kind
    for kind in (
        ChooseOne,
        ChooseSeveral,
        SortCards,
        Scale,
        EnergyDay,
        WeekPlan,
        PeopleAround,
        ShortText,
        ShortLines,
        Picture,
        Voice,
    )
}

AnyQuestion = Annotated[
    ChooseOne
    | ChooseSeveral
    | SortCards
    | Scale
    | EnergyDay
    | WeekPlan
    | PeopleAround
    | ShortText
    | ShortLines
    | Picture
    | Voice,
    Field(discriminator="kind"),
]


def answer_schemas() -> dict[str, Any]:
    """The JSON schema of the answer to each kind of question."""
    return {name: kind.Given.model_json_schema() for name, kind in KINDS.items()}


__all__ = [
    "KINDS",
    "AnyQuestion",
    "ChooseOne",
    "ChooseSeveral",
    "EnergyDay",
    "Given",
    "NotAnAnswer",
    "Option",
    "PeopleAround",
    "Picture",
    "Question",
    "Scale",
    "ShortLines",
    "ShortText",
    "SortCards",
    "Value",
    "Voice",
    "WeekPlan",
    "answer_schemas",
]
