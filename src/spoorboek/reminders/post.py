"""A letter as a mail: plain text and simple HTML, with the headers by which a mail program can unsubscribe."""

import hashlib
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from spoorboek.reminders.letters import Letter, at, unsubscribe_address
from spoorboek.reminders.models import Reminder


def message_id(reminder: Reminder, planned_at: datetime) -> str:
    """The same for every try at one moment: what was sent twice after all, a mail program shows once."""
    named = hashlib.sha256(f"{settings.SECRET_KEY} {reminder.pk} {planned_at.isoformat()}".encode())
    return f"<{named.hexdigest()[:32]}@{urlsplit(settings.ADDRESS).hostname}>"


def headers(reminder: Reminder, planned_at: datetime) -> dict[str, str]:
    """One-click unsubscribing (RFC 8058), and no answers from programs (RFC 3834)."""
    return {
        "Message-ID": message_id(reminder, planned_at),
        "List-Unsubscribe": f"<{unsubscribe_address(reminder)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }


def mail(letter: Letter, address: str, reminder: Reminder, planned_at: datetime) -> EmailMultiAlternatives:
    """The mail, in the language that is active."""
    told = {
        "letter": letter,
        "choices_href": at(reverse("reminders")),
        "unsubscribe_href": unsubscribe_address(reminder),
    }
    made = EmailMultiAlternatives(
        letter.subject,
        render_to_string("reminders/mail.txt", told),
        to=[address],
        headers=headers(reminder, planned_at),
    )
    made.attach_alternative(render_to_string("reminders/mail.html", told), "text/html")
    return made
