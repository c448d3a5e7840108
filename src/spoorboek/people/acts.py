"""Acts on organisations and accounts: an administrator lets colleagues in and out, a case manager lets a client in."""

import uuid

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoorboek.people import access, invitations, registrar
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Membership, Organisation, Service
from spoorboek.people.policy import Role
from spoorboek.site import clock

INVITED_BY_ADMIN = (
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.COMPANY_DOCTOR,
    Role.LABOUR_EXPERT,
    Role.COACH,
    Role.RESEARCHER,
    Role.ADMIN,
)


class Refused(Exception):
    """The act may not or cannot be done; `message` is for the person, `field` names the form field."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field


def check_admin(actor: Actor, organisation: Organisation) -> None:
    if not access.memberships(actor).filter(organisation=organisation, role=Role.ADMIN).exists():
        raise Refused(_("Alleen een beheerder van deze organisatie kan dit doen."))


def invite_member(
    actor: Actor,
    organisation: Organisation,
    first_name: str,
    last_name: str,
    email: str,
    role: Role,
    link: str,
) -> Membership:
    """Give a colleague a role, and send a link to come in when the account is new.

    `link` is the address of the invitation page with `CODE` where the code goes.
    """
    check_admin(actor, organisation)
    if role not in INVITED_BY_ADMIN:
        raise Refused(_("Kies een rol uit de lijst."), "role")
    if role is Role.COMPANY_DOCTOR and organisation.kind != Organisation.Kind.OCCUPATIONAL_HEALTH:
        raise Refused(
            _(
                "Een bedrijfsarts werkt vanuit een arbodienst. Laat de beheerder van de arbodienst uitnodigen."
            ),
            "role",
        )
    address = email.strip().lower()
    with transaction.atomic():
        known = invitations.holder_of(address)
        check_same_world(known, organisation)
        account_id = known.pk if known else registrar.enrol(first_name, last_name, address).pk
        membership = registrar.appoint(account_id, organisation, role)
        if known is None or not known.has_usable_password():
            code = invitations.invite(account_id)
            transaction.on_commit(lambda: send_invitation(address, link.replace("CODE", code)))
    return membership


def check_same_world(known: Account | None, organisation: Organisation) -> None:
    """Whoever practises has an account of their own for it: practice and real data never meet."""
    if known and known.world_id != organisation.world_id:
        raise Refused(_("Dit e-mailadres hoort bij een andere omgeving. Vul een ander adres in."), "email")


def mail_leaves() -> bool:
    """Whether mail may go out: not from a practice organisation beside real ones, where addresses are made up."""
    return bool(settings.DEMO) or not clock.is_practice()


def send_invitation(address: str, link: str, language: str = "nl") -> None:
    """The mail names no organisation, client or reason: a subject line may be read over a shoulder."""
    with override(language):
        EmailMessage(
            _("Spoorboek: je uitnodiging"),
            _("Je bent uitgenodigd om Spoorboek te gebruiken.\n\nOpen deze link en kies een wachtwoord:\n%(link)s\n\n"
              "De link werkt 28 dagen en één keer. Verwachtte je dit niet? Dan hoef je niets te doen.")
            % {"link": link},
            to=[address],
        ).send()  # fmt: skip


def membership_to_end(actor: Actor, membership_id: int) -> Membership:
    """The role, when this administrator may end it: the last administrator stays."""
    membership = (
        Membership.objects.select_related("organisation", "account__person")
        .filter(access.still(), pk=membership_id)
        .first()
    )
    if membership is None:
        raise Refused(_("Deze rol is al beëindigd."))
    check_admin(actor, membership.organisation)
    others = Membership.objects.filter(
        access.still(), organisation=membership.organisation, role=Role.ADMIN
    ).exclude(pk=membership.pk)
    if membership.role == Role.ADMIN and not others.exists():
        raise Refused(_("Er moet een beheerder blijven. Geef eerst iemand anders die rol."))
    return membership


def end_membership(actor: Actor, membership_id: int) -> None:
    """A colleague leaves. Their part in dossiers ends too, at once; the last administrator stays."""
    membership = membership_to_end(actor, membership_id)
    with acting_as(registrar.REGISTRAR):
        membership.until = clock.real_now()
        membership.save()
        registrar.end_involvements(membership.account_id, membership.organisation_id, Role(membership.role))


PROVIDERS = (Organisation.Kind.OCCUPATIONAL_HEALTH, Organisation.Kind.REINTEGRATION)
EMPLOYERS = (Organisation.Kind.EMPLOYER, Organisation.Kind.SHELTERED_WORK)


def engage_service(actor: Actor, employer: Organisation, provider_id: uuid.UUID) -> Service:
    """An employer lets an arbodienst or re-integration company work for it. Only the employer opens its own door."""
    check_admin(actor, employer)
    if employer.kind not in EMPLOYERS:
        raise Refused(_("Alleen een werkgever kan een arbodienst of re-integratiebedrijf laten meewerken."))
    provider = Organisation.objects.filter(
        pk=provider_id, kind__in=PROVIDERS, world_id=employer.world_id
    ).first()
    if provider is None or provider.pk == employer.pk:
        raise Refused(_("Kies een organisatie uit de lijst."), "provider")
    if access.services_of(employer).filter(provider=provider).exists():
        raise Refused(
            _("%(name)s werkt al voor jullie. Er is niets veranderd.") % {"name": provider.name}, "provider"
        )
    return registrar.engage(employer, provider)


def service_to_end(actor: Actor, service_id: int) -> Service:
    """The service, when the actor administers one of its two sides: each may stop."""
    service = (
        Service.objects.select_related("employer", "provider").filter(access.still(), pk=service_id).first()
    )
    if service is None:
        raise Refused(_("Deze samenwerking is al beëindigd."))
    mine = access.memberships(actor).filter(
        role=Role.ADMIN, organisation__in=(service.employer_id, service.provider_id)
    )
    if not mine.exists():
        raise Refused(_("Alleen een beheerder van deze organisatie kan dit doen."))
    return service
