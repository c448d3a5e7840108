"""Acts on a group: make it, agree on it, invite, answer, leave."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.models import Group, Member
from spoorboek.circle.models.group import LARGEST
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Account, Membership
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)
SAFE_LINK = URLValidator(schemes=["https"])


def check_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > 60:
        raise Refused(_("Geef de groep een naam van ten hoogste 60 tekens."), "name")
    return name


def check_link(link: str) -> str:
    """An address of https only, since others open it; empty is fine."""
    link = link.strip()
    if link:
        try:
            SAFE_LINK(link)
        except ValidationError as error:
            raise Refused(
                _("Dit is geen adres dat we kunnen openen. Het begint met https://."), "video_link"
            ) from error
    return link


def check_keep(days: int) -> int:
    if not 1 <= days <= settings.CIRCLE_KEEP_MAX_DAYS:
        raise Refused(
            _("Kies een bewaartijd van 1 tot en met %(most)s dagen.")
            % {"most": settings.CIRCLE_KEEP_MAX_DAYS},
            "keep_days",
        )
    return days


@transaction.atomic
def make_group(actor: Actor, name: str, keep_days: int | None = None, video_link: str = "") -> Group:
    """A new group, of which the maker is the first member."""
    seat = access.check_professional(actor)
    group = Group.objects.create(
        name=check_name(name),
        made_by_id=actor.person_id,
        video_link=check_link(video_link),
        keep_days=check_keep(settings.CIRCLE_KEEP_DAYS if keep_days is None else keep_days),
    )
    Member.objects.create(
        group=group,
        account_id=actor.person_id,
        organisation_id=seat.organisation_id,
        joined_at=clock.real_now(),
    )
    return group


@transaction.atomic
def agree(actor: Actor, group_id: uuid.UUID, name: str, keep_days: int, video_link: str) -> Group:
    """Change the name, the link or how long texts are kept. Meetings that are over keep the day they had."""
    group = access.group_of(actor, group_id)
    group.name, group.keep_days, group.video_link = (
        check_name(name),
        check_keep(keep_days),
        check_link(video_link),
    )
    group.save()
    return group


def invitable(actor: Actor, account_id: uuid.UUID | None, email: str) -> uuid.UUID | None:
    """The account of a colleague the actor knows by name, or that a professional of the same world signs in with."""
    rows = Membership.objects.filter(still(), role__in=access.PROFESSIONALS, account__is_active=True)
    if account_id is not None:
        chosen = rows.filter(account_id=account_id).first()
        if chosen is None:
            raise Refused(_("Deze collega is niet gevonden."), "account")
        return chosen.account_id
    world = Account.objects.filter(pk=actor.person_id).values_list("world_id", flat=True).first()
    with acting_as(REGISTRAR):
        found = rows.filter(account__email=email.strip().lower()).select_related("account").first()
        return found.account_id if found and found.account.world_id == world else None


@transaction.atomic
def invite(
    actor: Actor, group_id: uuid.UUID, *, account_id: uuid.UUID | None = None, email: str = ""
) -> None:
    """Invite a colleague by name, or anyone by the address they sign in with.

    Whether an address is known here is told to nobody: an unknown one is answered the same way.
    """
    group = access.group_of(actor, group_id)
    if account_id is None and not email.strip():
        raise Refused(_("Kies een collega, of vul een e-mailadres in."), "email")
    check_room(group)
    found = invitable(actor, account_id, email)
    if found is not None:
        with acting_as(REGISTRAR):
            asked(group, found, actor)


def check_room(group: Group) -> None:
    """As many as the actor can see: who was asked by an address counts once they said yes."""
    if group.members.filter(left_at__isnull=True).count() >= LARGEST:
        raise Refused(_("Een groep heeft ten hoogste %(most)s mensen.") % {"most": LARGEST}, "email")


def asked(group: Group, account_id: uuid.UUID, by: Actor) -> None:
    """Ask, or ask again who left or said no. Who was asked already, or takes part, stays as they are."""
    there = Member.objects.filter(group=group, account_id=account_id).first()
    if there is None:
        Member.objects.create(group=group, account_id=account_id, invited_by_id=by.person_id)
    elif there.left_at is not None:
        there.invited_by_id, there.invited_at = by.person_id, clock.real_now()
        there.joined_at = there.left_at = None
        there.save(update_fields=["invited_by", "invited_at", "joined_at", "left_at"])


@transaction.atomic
def answer_invitation(actor: Actor, group_id: uuid.UUID, *, yes: bool) -> None:
    """Join, or say no; nobody asks why."""
    seat = access.check_professional(actor)
    mine = access.in_it(actor).filter(group_id=group_id, joined_at__isnull=True).first()
    if mine is None:
        raise NotYours(_("Deze uitnodiging is niet gevonden. Misschien is zij ingetrokken."))
    now = clock.real_now()
    if yes:
        with acting_as(REGISTRAR):
            check_full(group_id)
        mine.joined_at, mine.organisation_id = now, seat.organisation_id
    else:
        mine.left_at = now
    mine.save(update_fields=["joined_at", "left_at", "organisation"])


def check_full(group_id: uuid.UUID) -> None:
    """Whether someone can still come in: more may have been asked than there is room for."""
    if (
        Member.objects.filter(group_id=group_id, left_at__isnull=True, joined_at__isnull=False).count()
        >= LARGEST
    ):
        raise Refused(_("Deze groep is intussen vol. Vraag of er een tweede groep komt."))


@transaction.atomic
def leave_group(actor: Actor, group_id: uuid.UUID) -> None:
    """Not in this group any more. What one typed stays with the group until its day."""
    group = access.group_of(actor, group_id)
    access.in_it(actor).filter(group=group).update(left_at=clock.real_now())


@transaction.atomic
def withdraw_invitation(actor: Actor, group_id: uuid.UUID, account_id: uuid.UUID) -> None:
    """Take back an invitation that nobody answered."""
    group = access.group_of(actor, group_id)
    waiting = group.members.filter(account_id=account_id, joined_at__isnull=True, left_at__isnull=True)
    if not waiting.exists():
        raise Refused(_("Deze uitnodiging is al beantwoord."))
    with acting_as(REGISTRAR):
        waiting.update(left_at=clock.real_now())
