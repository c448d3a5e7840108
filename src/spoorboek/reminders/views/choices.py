"""*Herinneringen*: one's own mails and calendar, with the mail as it would be now."""

from dataclasses import dataclass
from datetime import time

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import roles_of
from spoorboek.people.actor import NOBODY, Actor, current_actor
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from spoorboek.reminders import acts, letters
from spoorboek.reminders.access import own_feed, own_reminder
from spoorboek.reminders.asking import Asks
from spoorboek.reminders.defaults import can_be_mailed, first_choice, kinds_for
from spoorboek.reminders.forms import ReminderForm
from spoorboek.reminders.models import Kind, Reminder
from spoorboek.reminders.rhythm import DAY, instant, next_moment
from spoorboek.reminders.sending import letter_for
from spoorboek.reminders.talks import Talk
from spoorboek.site import clock

FACE = {True: "base_professional.html", False: "base_client.html"}


@dataclass(frozen=True)
class Choice:
    """One kind of mail on the page: the form, and what a mail would say now (None: there would be no mail)."""

    reminder: Reminder
    form: ReminderForm
    letter: letters.Letter | None
    roles: frozenset[Role]

    @property
    def is_digest(self) -> bool:
        return self.reminder.kind == Kind.DIGEST

    @property
    def shown(self) -> letters.Letter:
        """The mail as it would be now, or else an example of one."""
        return self.letter or example(self.reminder, self.roles)

    @property
    def next_mail(self) -> str:
        """When we look whether there is something to mail."""
        row = self.reminder
        moment = row.next_at or next_moment(row.rhythm, row.weekday, row.at, clock.real_now())
        return letters.moment_in_words(moment) if row.is_on else ""


def example(reminder: Reminder, roles: frozenset[Role]) -> letters.Letter:
    """A mail with invented numbers."""
    if reminder.kind == Kind.DIGEST:
        return letters.digest(Asks(overdue=1, week=2), roles, reminder)
    half_past_ten = instant(clock.today() + DAY, time(10, 30))
    return letters.appointments([Talk(NOBODY, half_past_ten, 30, 1, off=False)], reminder)


def choice(actor: Actor, kind: Kind, roles: frozenset[Role], sent: HttpRequest | None = None) -> Choice:
    reminder = own_reminder(actor, kind) or first_choice(actor.person_id, kind, roles)
    form = ReminderForm(sent.POST if sent else None, reminder=reminder)
    return Choice(reminder, form, letter_for(actor, reminder, roles), roles)


def page(
    request: HttpRequest, wrong: Choice | None = None, secret: str = "", status: int = 200
) -> HttpResponse:
    """The page; `wrong` stands in for the choice whose form could not be saved, `secret` is a new calendar's."""
    actor = current_actor()
    roles = roles_of(actor)
    choices = [
        wrong if wrong and wrong.reminder.kind == kind else choice(actor, kind, roles)
        for kind in kinds_for(roles)
    ]
    account = Account.objects.get(pk=actor.person_id)
    context = {
        "base": FACE[bool(roles - {Role.CLIENT, Role.HELPER})],
        "place": "",
        "choices": choices,
        "mailed": can_be_mailed(account),
        "address": account.email or added_address(account),
        "sender": settings.DEFAULT_FROM_EMAIL,
        "on_a_practice_day": clock.shift() != 0,
        "feed": own_feed(actor),
        "new_address": calendar_address(secret) if secret else "",
        "webcal_address": f"webcal:{calendar_address(secret).partition(':')[2]}" if secret else "",
    }
    return render(request, "reminders/choices.html", context, status=status)


def added_address(account: Account) -> str:
    """The address that somebody without one typed, and has yet to show that they read."""
    return EmailAddress.objects.filter(user=account).values_list("email", flat=True).first() or ""


def calendar_address(secret: str) -> str:
    """The private address, as a mail program or calendar opens it from elsewhere."""
    return letters.at(reverse("calendar_feed", args=[secret]))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    """GET shows the choices; POST keeps one kind."""
    if request.method != "POST":
        return page(request)
    actor = current_actor()
    roles = roles_of(actor)
    kind = next((kind for kind in kinds_for(roles) if kind == request.POST.get("kind", kind)), None)
    if kind is None:
        raise Http404
    asked = choice(actor, kind, roles, request)
    if not asked.form.is_valid():
        return page(request, asked, status=422)
    try:
        acts.choose_reminder(actor, kind, **asked.form.chosen)
    except Refused as refusal:
        asked.form.add_error(refusal.field or None, refusal.message)
        return page(request, asked, status=422)
    messages.success(request, _("Bewaard."))
    return redirect("reminders")


@login_required
@require_POST
def make_calendar(request: HttpRequest) -> HttpResponse:
    """A new private address, shown in this answer and never again."""
    try:
        secret = acts.make_address(current_actor())
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    return page(request, secret=secret)


@login_required
@require_POST
def withdraw_calendar(request: HttpRequest) -> HttpResponse:
    """The address stops working."""
    acts.withdraw_address(current_actor())
    messages.success(request, _("Het adres werkt niet meer. Je agenda haalt niets meer op."))
    return redirect("reminders")
