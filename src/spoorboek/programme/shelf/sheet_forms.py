"""The form of a worksheet as a whole: its name, what it is good for, when it comes and with whom it is shared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.model import DETERMINANTS
from spoorboek.methods.sheet_editing import sound
from spoorboek.methods.wording import DETERMINANT_WORDS
from spoorboek.methods.worksheets import Circle, Phase, Worksheet, worksheets
from spoorboek.programme.shelf.own_sheets import WIDER, Trouble, troubles
from spoorboek.programme.shelf.part_form import PartForm, add_words, both

DRAWINGS = {
    "sun": _("zon"), "plant": _("plant"), "star": _("ster"), "heart": _("hart"), "mountain": _("berg"),
    "road": _("fiets"), "fork": _("splitsing"), "steps": _("trap"), "sign": _("let op"), "scales": _("weegschaal"),
    "week": _("week"), "rest": _("rust"), "battery": _("batterij"), "thermometer": _("thermometer"),
    "person": _("iemand"), "people": _("mensen"), "talk": _("gesprek"), "phone": _("telefoon"), "hand": _("hand"),
    "mirror": _("terugkijken"), "question": _("vraag"), "cards": _("kaarten"), "book": _("boek"), "letter": _("brief"),
    "work": _("werk"),
}  # fmt: skip
CIRCLES = {
    Circle.NOBODY: _("Met niemand: dit blad is alleen voor wie het invult"),
    Circle.GUIDES: _("Met begeleiders: coach, bedrijfsarts, arbeidsdeskundige of ervaringsdeskundige, niet het werk"),
    Circle.WORK: _("Ook met het werk, zoals de leidinggevende. Dan vraagt het blad niet naar energie of gezondheid"),
}  # fmt: skip


class SheetForm(PartForm[Worksheet]):
    """All but the questions. The key stays."""

    called = _("Naam en uitleg")

    def build(self) -> None:
        from spoorboek.programme.folder.shown import PHASES

        add_words(self, "title", _("Titel"), 80)
        add_words(self, "about", _("Waar het blad goed voor is"), 300, long=True)
        self.fields["minutes"] = forms.IntegerField(
            label=_("Hoeveel minuten duurt het ongeveer?"), min_value=2, max_value=45
        )
        phases = [(phase.value, PHASES[phase]) for phase in Phase]
        self.fields["phase"] = forms.ChoiceField(
            label=_("Bij welk deel van de weg hoort het?"), choices=phases
        )
        self.fields["determinants"] = forms.MultipleChoiceField(
            label=_("Waar helpt het bij?"), widget=forms.CheckboxSelectMultiple,
            choices=[(key, DETERMINANT_WORDS[key].in_language(self.language)) for key in DETERMINANTS],
        )  # fmt: skip
        self.fields["may_reach"] = forms.ChoiceField(
            label=_("Met wie mag een medewerker het delen, als die dat wil?"), widget=forms.RadioSelect,
            choices=[(circle.value, CIRCLES[circle]) for circle in self.reachable()],
        )  # fmt: skip
        self.fields["drawing"] = forms.ChoiceField(
            label=_("Tekening"), widget=forms.RadioSelect, choices=list(DRAWINGS.items())
        )

    def reachable(self) -> list[Circle]:
        """A sheet that adapts ours goes no further than ours does."""
        ours = worksheets().get(self.whole.key)
        widest = ours.may_reach if ours else Circle.WORK
        return [circle for circle in WIDER if WIDER.index(circle) <= WIDER.index(widest)]

    def now(self) -> dict[str, Any]:
        sheet = self.whole
        rest = {
            "minutes": sheet.minutes,
            "phase": sheet.phase.value,
            "determinants": list(sheet.determinants),
        }
        return {
            **both("title", sheet.title), **both("about", sheet.about), **rest,
            "may_reach": sheet.may_reach.value, "drawing": sheet.drawing,
        }  # fmt: skip

    def changed(self, whole: Worksheet) -> Worksheet:
        given = self.cleaned_data
        return sound(
            whole.model_copy(
                update={
                    "title": self.words("title"),
                    "about": self.words("about"),
                    "minutes": given["minutes"],
                    "phase": Phase(given["phase"]),
                    "determinants": tuple(given["determinants"]),
                    "may_reach": Circle(given["may_reach"]),
                    "drawing": given["drawing"],
                }
            )
        )

    def troubles(self, whole: Worksheet) -> list[Trouble]:
        """Those of the questions stand with the questions."""
        return [one for one in troubles(whole) if one.place[0] != "pages"]
