"""The forms of intervision."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from spoorboek.circle.access import Colleague
from spoorboek.circle.acts.writing import LONGEST_CASE
from spoorboek.methods.intervision import ways
from spoorboek.people.models import Membership
from spoorboek.site import clock


class GroupForm(forms.Form):
    """A group and what it agrees on."""

    name = forms.CharField(
        label=gettext_lazy("Naam van de groep"),
        max_length=60,
        help_text=gettext_lazy("Bijvoorbeeld: Intervisie regio Midden. Geen namen van cliënten."),
    )
    video_link = forms.CharField(
        label=gettext_lazy("Link naar jullie videogesprek"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Van je eigen videodienst. Hij opent in een nieuw tabblad."),
        widget=forms.URLInput(attrs={"inputmode": "url"}),
    )
    keep_days = forms.IntegerField(label=gettext_lazy("Na hoeveel dagen is alles weg wat er getypt is?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = self.fields["keep_days"]
        days.initial = days.initial or settings.CIRCLE_KEEP_DAYS
        days.help_text = _("Ten hoogste %(most)s. Bron van deze termijnen: %(source)s.") % {
            "most": settings.CIRCLE_KEEP_MAX_DAYS,
            "source": _("nog niet bevestigd")
            if settings.CIRCLE_KEEP_SOURCE == "unconfirmed"
            else settings.CIRCLE_KEEP_SOURCE,
        }


class InviteForm(forms.Form):
    """A colleague by name, or anyone by address."""

    account = forms.ChoiceField(label=gettext_lazy("Collega"), required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van iemand van een andere organisatie"),
        required=False,
        help_text=gettext_lazy("Het adres waarmee diegene hier inlogt."),
    )

    def __init__(self, *args: Any, colleagues: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Kies een collega"))] + [
            (str(one.account_id), f"{one.account.person.name}, {one.organisation.name}") for one in colleagues
        ]
        if not colleagues:
            field.widget = forms.HiddenInput()


class MeetingForm(forms.Form):
    """When, in which way, and who chairs."""

    day = forms.DateField(
        label=gettext_lazy("Dag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    at = forms.TimeField(
        label=gettext_lazy("Tijd"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    way = forms.ChoiceField(label=gettext_lazy("Manier"), widget=forms.RadioSelect)
    chair = forms.ChoiceField(label=gettext_lazy("Voorzitter"))

    def __init__(self, *args: Any, members: list[Colleague], me: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nl"
        way, chair = self.fields["way"], self.fields["chair"]
        assert isinstance(way, forms.ChoiceField)
        assert isinstance(chair, forms.ChoiceField)
        way.choices = [
            (
                one.key,
                _("%(name)s, ongeveer %(minutes)s minuten")
                % {"name": one.name.in_language(language), "minutes": one.minutes},
            )
            for one in ways().values()
        ]
        way.initial = next(iter(ways()))
        chair.choices = [(str(one.account_id), one.name) for one in members if one.joined]
        chair.initial = str(me)
        self.fields["day"].initial = clock.today() + timedelta(days=14)
        self.fields["at"].initial = time(15, 0)

    @property
    def starts_at(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["day"], given["at"]))


class MoveForm(forms.Form):
    """Another moment."""

    day = MeetingForm.declared_fields["day"]
    at = MeetingForm.declared_fields["at"]

    @property
    def starts_at(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["day"], given["at"]))


class CaseForm(forms.Form):
    """The case, in one's own words."""

    text = forms.CharField(
        label=gettext_lazy("Wat gebeurde er, wat deed jij, en wat is je vraag?"),
        max_length=LONGEST_CASE,
        widget=forms.Textarea(attrs={"rows": 9}),
    )
