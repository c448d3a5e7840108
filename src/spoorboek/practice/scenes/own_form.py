"""Words of one's own workplace, asked before a scene. Left empty, the scene's own words stand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import Own, SceneFile
from spoorboek.methods.scenes.own_words import LONGEST, default_of, objection

PREFIX = "own-"


class OwnForm(forms.Form):
    """One field a variable, and which kind of the other person where there are several and no player asks it."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, scene: SceneFile, language: str, asks_kind: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.scene, self.language = scene, language
        for own in scene.own:
            self.fields[PREFIX + own.key] = field_of(own, language)
        if scene.kinds and asks_kind:
            kinds = [(kind.key, kind.label.in_language(language)) for kind in scene.kinds]
            self.fields["kind"] = forms.ChoiceField(
                label=_("Wie zit er tegenover je?"), choices=kinds, required=False, widget=forms.RadioSelect,
                initial=kinds[0][0],
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for own in self.scene.own:
            value = " ".join(str(given.get(PREFIX + own.key) or "").split())
            if value and (wrong := objection(own, value)):
                self.add_error(PREFIX + own.key, wrong.in_language(self.language))
        return given

    def values(self) -> dict[str, str]:
        """What was filled in, by variable."""
        return {own.key: str(self.cleaned_data.get(PREFIX + own.key) or "") for own in self.scene.own}

    def carried(self) -> list[tuple[str, str]]:
        """What goes along to the next page."""
        return [(name, str(self.cleaned_data.get(name) or "")) for name in self.fields]


def field_of(own: Own, language: str) -> forms.Field:
    label, standing = own.label.in_language(language), default_of(own, language)
    if own.kind == "colour":
        return forms.CharField(
            label=label, required=False, initial=standing, widget=forms.TextInput({"type": "color"})
        )
    if own.kind == "number":
        limits = {"type": "number", "min": own.min, "max": own.max}
        return forms.CharField(label=label, required=False, initial=standing, widget=forms.TextInput(limits))
    example = own.example.in_language(language) if own.example else standing
    attributes = {"placeholder": example, "autocomplete": "off"}
    return forms.CharField(
        label=label, required=False, max_length=LONGEST[own.kind], widget=forms.TextInput(attributes)
    )
