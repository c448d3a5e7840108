"""Forms of coaching."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.dossiers.forms.asking import AsksAboutWords
from spoorboek.programme.coaching.access import GoalShown
from spoorboek.programme.coaching.content import LEVEL_NAMES, LEVELS, WEIGHTS, Content
from spoorboek.site import clock

FROM_THE_MIDDLE = (0, 1, 2, -1, -2)
"""In this order people write the levels best: what they expect first."""


class GoalForm(forms.Form):
    """What someone wants to reach, and how important it is."""

    use_required_attribute = False
    title = forms.CharField(
        label=_("Wat wil je bereiken?"),
        help_text=_("Eén zin. Iets wat je zelf kunt zien of merken."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": _("Schrijf in één zin op wat je wilt bereiken.")},
    )
    weight = forms.TypedChoiceField(
        label=_("Hoe belangrijk is dit voor je?"),
        choices=WEIGHTS,
        coerce=int,
        initial=1,
        widget=forms.RadioSelect,
    )


class LevelsForm(AsksAboutWords):
    """The five levels in words, from the expected one outwards."""

    title = forms.CharField(
        label=_("Mijn doel"), max_length=200, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level in FROM_THE_MIDDLE:
            self.fields[f"level_{level}"] = forms.CharField(
                label=LEVEL_NAMES[level],
                required=False,
                max_length=200,
                widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
            )

    @property
    def content(self) -> Content:
        """What was written."""
        said = self.cleaned_data
        return Content(said["title"].strip(), tuple(said[f"level_{level}"].strip() for level in LEVELS))

    @staticmethod
    def first(content: Content) -> dict[str, str]:
        """Initial values of a goal as it stands."""
        return {"title": content.title} | {f"level_{level}": content.level(level) for level in LEVELS}


class RateForm(forms.Form):
    """Where each goal stands: its five levels in its own words."""

    use_required_attribute = False

    def __init__(self, *args: Any, goals: Sequence[GoalShown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {f"goal_{goal.row.pk.hex}": goal for goal in goals}
        for name, goal in self.goals.items():
            self.fields[name] = forms.TypedChoiceField(
                label=goal.content.title,
                choices=[(level, goal.content.level(level)) for level in reversed(LEVELS)],
                coerce=int,
                empty_value=None,
                required=len(goals) == 1,
                error_messages={"required": _("Kies de trede die nu het beste past.")},
                widget=forms.RadioSelect,
            )

    @property
    def levels(self) -> dict[uuid.UUID, int]:
        """The answers that were given, by goal."""
        said = self.cleaned_data
        return {goal.row.pk: said[name] for name, goal in self.goals.items() if said.get(name) is not None}


class AgendaForm(AsksAboutWords):
    """Points for a session: the proposed ones to tick, and own ones, each on a line."""

    points = forms.MultipleChoiceField(
        label=_("Voorstel"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = forms.CharField(
        label=_("Eigen punten"),
        required=False,
        help_text=_("Elk punt op een eigen regel."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, points: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["points"].choices = [(point, point) for point in points]  # type: ignore[attr-defined]

    @property
    def lines(self) -> list[str]:
        """Everything chosen and written, in order."""
        return [*self.cleaned_data["points"], *self.cleaned_data["own"].splitlines()]


class NoteForm(AsksAboutWords):
    """A working note."""

    on = DayField(label=_("Welke dag?"))
    text = forms.CharField(
        label=_("Notitie"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        error_messages={"required": _("Schrijf op wat je wilt onthouden. Eén zin is genoeg.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", clock.today())


class HomeworkForm(AsksAboutWords):
    """A worksheet by its key, or own words; and by when, if at all."""

    worksheet = forms.CharField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Of iets anders, in eigen woorden"),
        required=False,
        max_length=160,
        help_text=_("Eén zin. Je kandidaat leest precies dit."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    due_on = DayField(
        label=_("Voor welke dag?"), required=False, help_text=_("Leeg laten mag: dan is er geen dag.")
    )
