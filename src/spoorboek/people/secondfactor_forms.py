"""The forms of the second factor in our words; what they do stays allauth's."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

NAME = _("Naam van dit apparaat")


def reworded(form: forms.Form, name: str, label: Any, hint: Any = "") -> None:
    """Our label above the field and nothing inside it."""
    form.fields[name].label = label
    form.fields[name].help_text = hint
    form.fields[name].widget.attrs.pop("placeholder", None)


class CodeAppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code from a code app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reworded(
            self, "code", _("Code uit de app"), _("Zes cijfers. Ze veranderen steeds na een halve minuut.")
        )
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]
    """A code while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reworded(self, "code", _("Code"), _("Uit je app, of een herstelcode die je hebt bewaard."))


class SecondStepAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """A code before a lock is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reworded(self, "code", _("Code"), _("Uit je app, of een herstelcode die je hebt bewaard."))


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey; unless someone chooses otherwise it is the whole way in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reworded(self, "name", NAME, _("Bijvoorbeeld: mijn telefoon. Zo weet je later welke het is."))
        reworded(
            self,
            "passwordless",
            _("Hiermee ook inloggen zonder wachtwoord"),
            _("Je apparaat vraagt dan om je vinger, je gezicht of je pincode."),
        )
        self.initial.update(name="", passwordless=True)


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reworded(self, "name", NAME)
