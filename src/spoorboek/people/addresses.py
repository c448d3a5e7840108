"""Showing that an address is one's own, for someone who typed it after a letter. Until then nothing goes there."""

from django.core import signing
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from spoorboek.people.models import Account
from spoorboek.site import clock

SALT = "spoorboek.address"
VALID_FOR_SECONDS = 28 * 24 * 3600


def token_for(account: Account) -> str:
    """A signed text that names the account and the address it holds now."""
    return signing.dumps([str(account.pk), account.email], salt=SALT)


def send_confirmation(account: Account, link: str) -> None:
    """Ask the reader of the address to confirm it; names nobody, and an unexpected reader need do nothing."""
    EmailMessage(
        _("Spoorboek: is dit jouw adres?"),
        _("Iemand vulde dit e-mailadres in bij Spoorboek. Was jij dat? Open dan deze link:\n%(link)s\n\n"
          "Was jij het niet? Dan hoef je niets te doen.") % {"link": link},
        to=[str(account.email)],
    ).send()  # fmt: skip


def confirm(token: str) -> bool:
    """The reader of the address confirms it; False where the link is too old, broken, or the address has changed."""
    try:
        account_id, address = signing.loads(token, salt=SALT, max_age=VALID_FOR_SECONDS)
    except signing.BadSignature:
        return False
    mine = Account.objects.filter(pk=account_id, email=address)
    return bool(mine.update(email_confirmed_at=clock.real_now()))


def reads_mail(account: Account | None) -> bool:
    """Whether a code or a reset link may go to the account's address: confirmed, or the way in goes there anyway."""
    return account is not None and bool(account.email_confirmed_at or not account.has_usable_password())
