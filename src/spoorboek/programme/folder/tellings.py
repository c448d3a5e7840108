"""What the client's own story says of sharing a sheet; nobody else's story names it."""

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.tellings import Telling, Words


def own(words: Words) -> Telling:
    """Only the client ever reads it."""
    return Telling(words, words)


TELLINGS = {
    "share_sheet": own(_("Je deelde een blad uit je werkmap[ met %(name)s].")),
    "withdraw_sheet": own(_("Je stopte met delen van een blad[ met %(name)s].")),
}
