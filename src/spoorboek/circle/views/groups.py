"""Pages of groups: one's own, one group with its people and meetings, planning a meeting."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.circle import access
from spoorboek.circle.acts import groups as acts
from spoorboek.circle.acts.planning import plan_meeting
from spoorboek.circle.forms import GroupForm, InviteForm, MeetingForm
from spoorboek.circle.models import Group, Meeting
from spoorboek.circle.views.shared import for_professionals, page
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import current_actor

COMING = (Meeting.State.LIVE, Meeting.State.PLANNED)


@require_http_methods(["GET", "POST"])
@for_professionals
def home(request: HttpRequest) -> HttpResponse:
    """One's groups, what comes first, invitations; and the way to begin a group."""
    actor = current_actor()
    form = GroupForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            made = acts.make_group(actor, **form.cleaned_data)
            return redirect("circle_group", made.pk)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.message)
    groups = list(access.groups_of(actor))
    coming = list(access.meetings_of(actor).filter(state__in=COMING).order_by("starts_at"))
    return page(
        request, "home", groups=groups, coming=coming, invitations=access.invitations_of(actor), form=form,
        status=422 if form.is_bound else 200,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@for_professionals
def group(request: HttpRequest, group_id: uuid.UUID) -> HttpResponse:
    """One group: what it agreed on can be changed here."""
    actor = current_actor()
    found = access.group_of(actor, group_id)
    agreed = {"name": found.name, "keep_days": found.keep_days, "video_link": found.video_link}
    form = GroupForm(request.POST or None, initial=agreed)
    if form.is_bound and form.is_valid():
        try:
            acts.agree(actor, group_id, **form.cleaned_data)
            messages.success(request, _("Afgesproken."))
            return redirect("circle_group", group_id)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.message)
    return shown(request, found, form=form, status=422 if form.is_bound else 200)


def shown(request: HttpRequest, found: Group, status: int = 200, **forms: object) -> HttpResponse:
    actor = current_actor()
    meetings = list(found.meetings.exclude(state=Meeting.State.CANCELLED))
    context = {
        "group": found,
        "members": access.members(found),
        "me": actor.account_id,
        "coming": [one for one in meetings if one.state in COMING],
        "past": [one for one in reversed(meetings) if one.state == Meeting.State.CLOSED],
        "form": GroupForm(
            initial={"name": found.name, "keep_days": found.keep_days, "video_link": found.video_link}
        ),
        "invite_form": InviteForm(colleagues=access.to_invite(actor, found), auto_id="invite_%s"),
    }
    return page(request, "group", status=status, **(context | forms))


@require_POST
@for_professionals
def invite_someone(request: HttpRequest, group_id: uuid.UUID) -> HttpResponse:
    """Invite, or take an invitation back."""
    actor = current_actor()
    found = access.group_of(actor, group_id)
    form = InviteForm(request.POST, colleagues=access.to_invite(actor, found), auto_id="invite_%s")
    try:
        if request.POST.get("withdraw"):
            acts.withdraw_invitation(actor, group_id, uuid.UUID(request.POST["withdraw"]))
            messages.success(request, _("De uitnodiging is ingetrokken."))
            return redirect("circle_group", group_id)
        if form.is_valid():
            chosen = form.cleaned_data["account"]
            acts.invite(
                actor,
                group_id,
                account_id=uuid.UUID(chosen) if chosen else None,
                email=form.cleaned_data["email"],
            )
            messages.success(
                request,
                _("De uitnodiging staat klaar, als dit adres hier van een professional is."),
            )
            return redirect("circle_group", group_id)
    except (Refused, ValueError) as refusal:
        said = refusal.message if isinstance(refusal, Refused) else _("Kies iemand uit de lijst.")
        form.is_valid()
        form.add_error(None, said)
    return shown(request, found, invite_form=form, status=422)


@require_POST
@for_professionals
def answer(request: HttpRequest, group_id: uuid.UUID) -> HttpResponse:
    """Yes or no to an invitation."""
    yes = request.POST.get("answer") == "yes"
    acts.answer_invitation(current_actor(), group_id, yes=yes)
    if yes:
        messages.success(request, _("Welkom in de groep."))
        return redirect("circle_group", group_id)
    messages.success(request, _("Je hebt de uitnodiging afgeslagen."))
    return redirect("intervision")


@require_POST
@for_professionals
def leave(request: HttpRequest, group_id: uuid.UUID) -> HttpResponse:
    """Out of the group."""
    acts.leave_group(current_actor(), group_id)
    messages.success(request, _("Je bent uit de groep."))
    return redirect("intervision")


@require_http_methods(["GET", "POST"])
@for_professionals
def plan(request: HttpRequest, group_id: uuid.UUID) -> HttpResponse:
    """A new meeting."""
    actor = current_actor()
    found = access.group_of(actor, group_id)
    form = MeetingForm(request.POST or None, members=access.members(found), me=actor.account_id)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = plan_meeting(actor, group_id, form.starts_at, given["way"], uuid.UUID(given["chair"]))
            return redirect("circle_meeting", made.pk)
        except Refused as refusal:
            form.add_error("day" if refusal.field == "starts_at" else None, refusal.message)
    return page(request, "plan", group=found, form=form, status=422 if form.is_bound else 200)
