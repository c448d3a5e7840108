"""Forms about people and sign-in."""

import uuid
from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import RequestLoginCodeForm as AllauthCodeForm
from allauth.account.forms import ResetPasswordForm as AllauthResetForm
from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.people.acts import INVITED_BY_ADMIN
from spoorboek.people.addresses import reads_mail
from spoorboek.people.models import ROLE_NAMES, Account, Organisation


class LoginForm(AllauthLoginForm):  # type: ignore[misc]
    """E-mail address and password, in our words; the label stands above the field, never inside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mailadres")
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields.pop("remember", None)


class RequestLoginCodeForm(AllauthCodeForm):  # type: ignore[misc]
    """An e-mail address to send a sign-in code to."""

    _user: Account | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mailadres")
        self.fields["email"].widget.attrs.pop("placeholder", None)

    def clean_email(self) -> str:
        """No code goes to an address that its account only typed once: a slip of the pen would let a stranger in."""
        email = str(super().clean_email())
        if not reads_mail(self._user):
            self._user = None
        return email


class ResetPasswordForm(AllauthResetForm):  # type: ignore[misc]
    """An e-mail address to send a link for a new password to, if its person showed to read it."""

    users: list[Account]

    def clean_email(self) -> str:
        email = str(super().clean_email())
        self.users = [user for user in self.users if reads_mail(user)]
        return email


class CodeForm(forms.Form):
    """The code from a letter or a link."""

    code = forms.CharField(
        label=_("Code uit de brief"),
        help_text=_("Zestien letters en cijfers. Streepjes en hoofdletters maken niet uit."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )


class AcceptForm(forms.Form):
    """Choose a password, and an e-mail address when there is none yet."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Hiermee log je de volgende keer in. Gebruik een adres dat alleen jij leest."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Minstens 10 tekens. Een zin van een paar woorden is makkelijk te onthouden."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, has_email: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_email:
            del self.fields["email"]


class InviteForm(forms.Form):
    """A colleague and a role."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=60)
    last_name = forms.CharField(label=_("Achternaam"), max_length=80)
    email = forms.EmailField(label=_("E-mailadres voor het werk"))
    role = forms.ChoiceField(
        label=_("Rol"), choices=[(role.value, ROLE_NAMES[role]) for role in INVITED_BY_ADMIN]
    )


class EngageForm(forms.Form):
    """An arbodienst or re-integration company to work with."""

    provider = forms.ChoiceField(
        label=_("Arbodienst of re-integratiebedrijf"),
        error_messages={
            "required": _("Kies een organisatie uit de lijst."),
            "invalid_choice": _("Deze organisatie staat niet (meer) op de lijst. Kies opnieuw."),
        },
    )

    def __init__(self, *args: Any, providers: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een organisatie")),
            *((str(row.pk), f"{row.name} ({row.get_kind_display()})") for row in providers),
        ]

    @property
    def any_left(self) -> bool:
        """Whether there is anyone to choose."""
        return len(self.fields["provider"].choices) > 1  # type: ignore[attr-defined]

    @property
    def chosen(self) -> uuid.UUID:
        return uuid.UUID(self.cleaned_data["provider"])
