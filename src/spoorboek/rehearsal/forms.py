"""The form of the practice clock."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.site import clock


class DayForm(forms.Form):
    """A day to set the clock to."""

    to = DayField(label=_("Naar welke dag?"))

    def first_day(self) -> date:
        return clock.today() + timedelta(days=28)
