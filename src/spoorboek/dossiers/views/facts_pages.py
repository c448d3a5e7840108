"""The pages on which facts are entered: one line a page, so that a new act adds a line and no view."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts import contract, covered, decisions, ending, leave, milestones, sickness
from spoorboek.dossiers.forms import facts as forms
from spoorboek.dossiers.forms import facts_decisions, facts_ending, facts_leave
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.medical.statements import stated_on_leave, stated_safety_net
from spoorboek.dossiers.models import Decision, Dossier
from spoorboek.people.policy import Layer, Role

Words = str | Promise
EMPLOYERS_SIDE = sickness.EMPLOYERS_SIDE
CASE_MANAGER = (Role.CASE_MANAGER,)
DOCTOR = (Role.COMPANY_DOCTOR,)
SICK, RECOVERED, OPEN, CLOSED = "sick", "recovered", "open", "closed"


def nothing(dossier: Dossier, **about: Any) -> dict[str, Any]:
    """A form that starts with what it knows itself."""
    return {}


@dataclass(frozen=True)
class FactPage:
    """One act as a page. `name` is its URL's name, `when` the state of the dossier in which it makes sense."""

    name: str
    path: str
    title: Words
    lead: Words
    submit: Words
    done: Words
    form: type[ActForm]
    act: Callable[..., object]
    roles: tuple[Role, ...]
    when: str = OPEN
    consequences: tuple[Words, ...] = ()
    has_preview: bool = False
    gentle: bool = False
    layer: Layer = Layer.PROCESS
    listed: bool = True

    first: Callable[..., dict[str, Any]] = nothing

    @property
    def is_here(self) -> bool:
        """Whether this installation has the layer; one that an employer runs has no medical layer."""
        return self.layer is not Layer.MEDICAL or settings.MEDICAL_LAYER

    def fits(self, dossier: Dossier) -> bool:
        """Whether the dossier is in the state for this page."""
        return self.when == state_of(dossier) or (self.when == OPEN and dossier.is_open)


def state_of(dossier: Dossier) -> str:
    """Sick, recovered less than four weeks ago, or closed."""
    if not dossier.is_open:
        return CLOSED
    spells = list(dossier.spells.all())
    return SICK if spells and spells[-1].ends is None else RECOVERED


def moment(name: str, path: str, key: str, **words: Any) -> FactPage:
    """A page for one moment of the road."""
    return FactPage(
        name,
        path,
        form=forms.MilestoneForm,
        act=partial(milestones.record_milestone, key=key),
        roles=milestones.MOMENTS[key],
        submit=_("Opslaan"),
        done=_("De dag is opgeslagen."),
        has_preview=True,
        **words,
    )


def decision(name: str, path: str, kind: Decision.Kind, form: type[ActForm], **words: Any) -> FactPage:
    """A page for one decision or request."""
    return FactPage(
        name,
        path,
        form=form,
        act=partial(decisions.record_decision, kind=kind),
        roles=CASE_MANAGER,
        submit=_("Opslaan"),
        done=_("Het besluit is opgeslagen."),
        has_preview=True,
        **words,
    )


SICKNESS = (
    FactPage(
        "partial_return", "uren/", _("Uren werk doorgeven"),
        _("Werken met minder uren of ander werk is ook werken. De data op de route blijven gewoon staan."),
        _("Uren opslaan"), _("De uren zijn opgeslagen."),
        forms.PartialReturnForm, sickness.record_partial_return, EMPLOYERS_SIDE, SICK,
    ),
    FactPage(
        "short_absence", "weer-aan-het-werk/", _("Weer aan het werk"),
        _("Voor kort verzuim: met deze dag is alles geregeld."),
        _("Opslaan"), _("De hersteldag is opgeslagen. Het dossier sluit vanzelf na vier weken."),
        forms.ShortAbsenceForm, sickness.close_short_absence, EMPLOYERS_SIDE, SICK, has_preview=True,
    ),
    FactPage(
        "recovery", "herstel/", _("Herstel melden"),
        _(
            "Het dossier blijft nog vier weken open. Wordt iemand binnen vier weken weer ziek, dan gaat "
            "dezelfde route verder."
        ),
        _("Herstel opslaan"), _("De hersteldag is opgeslagen."),
        forms.RecoveryForm, sickness.report_recovery, EMPLOYERS_SIDE, SICK, has_preview=True,
    ),
    FactPage(
        "sick_again", "opnieuw-ziek/", _("Opnieuw ziek melden"),
        _(
            "Bij minder dan vier weken tussen herstel en ziekte gaat dezelfde route verder. Anders begint "
            "een nieuwe. Spoorboek rekent dat uit."
        ),
        _("Opnieuw ziek melden"), _("De ziekmelding is opgeslagen."),
        forms.SickAgainForm, sickness.report_sick_again, EMPLOYERS_SIDE, RECOVERED, has_preview=True,
    ),
    FactPage(
        "withdraw", "intrekken/", _("Melding intrekken"),
        _(
            "Alleen als de ziekmelding een vergissing was. Was iemand wel ziek en nu weer beter? Meld dan "
            "het herstel."
        ),
        _("Melding intrekken"), _("De melding is ingetrokken en het dossier is gesloten."),
        forms.NoFieldsForm, sickness.withdraw_report, EMPLOYERS_SIDE,
        consequences=(
            _("Het dossier sluit. Er hoeft niets meer te gebeuren."),
            _("Geplande afspraken gaan niet door."),
            _("De medewerker ziet dat de melding is ingetrokken."),
        ),
    ),
)  # fmt: skip

LEAVE = (
    FactPage(
        "leave", "verlof/", _("Verlof vastleggen"),
        _("Zwangerschaps- of bevallingsverlof met een uitkering van UWV. Deze dagen tellen niet als ziekte."),
        _("Verlof opslaan"), _("Het verlof is opgeslagen."),
        facts_leave.LeaveForm, leave.register_leave, CASE_MANAGER, has_preview=True,
    ),
    FactPage(
        "leave_statement", "verlof/<int:leave_id>/oordeel/", _("Oordeel over ziekte rond het verlof"),
        _("Alleen jij en de medewerker zien deze antwoorden. De werkgever ziet alleen wat het met de data doet."),
        _("Oordeel opslaan"), _("Je oordeel is opgeslagen."),
        facts_leave.LeaveStatementForm, leave.state_on_leave, DOCTOR, layer=Layer.MEDICAL, listed=False,
        first=stated_on_leave,
    ),
    FactPage(
        "net_clear", "vangnet-duidelijk/", _("Duidelijk geworden dat er een vangnet geldt"),
        _(
            "Wist de werkgever dit niet eerder? Dan meldt die het binnen vier dagen bij UWV, gerekend vanaf deze dag. "
            "Vraag nooit welk vangnet het is."
        ),
        _("Opslaan"), _("De dag is opgeslagen."),
        facts_leave.NetClearForm, covered.record_for_uwv, CASE_MANAGER, has_preview=True,
    ),
    FactPage(
        "safety_net", "vangnet/", _("Vangnet van de Ziektewet"),
        _(
            "Alleen jij en de medewerker zien deze antwoorden. De werkgever ziet alleen: vangnet ja, nee of "
            "nog niet bekend."
        ),
        _("Opslaan"), _("Je antwoorden zijn opgeslagen."),
        facts_leave.SafetyNetForm, leave.state_safety_net, DOCTOR, layer=Layer.MEDICAL, first=stated_safety_net,
    ),
)  # fmt: skip

MOMENTS = (
    moment(
        "early_signal", "signaal/", "early-signal", title=_("Vroeg signaal voor spoor 2"),
        lead=_(
            "Leg vast wanneer duidelijk werd dat terugkeer bij de eigen werkgever waarschijnlijk niet lukt. "
            "Spoor 2 hoort dan meteen te beginnen."
        ),
    ),
    moment(
        "second_track", "spoor-2/", "second-track-start", title=_("Spoor 2 is begonnen"),
        lead=_("De dag waarop het traject bij een andere werkgever begon, naast spoor 1."),
    ),
    moment(
        "uwv_letter", "brief-uwv/", "uwv-letter", title=_("Brief van UWV over de WIA"),
        lead=_("De datum boven de brief waarmee UWV de medewerker vraagt WIA aan te vragen."),
    ),
    moment(
        "wia_application", "wia-aanvraag/", "wia-application", title=_("WIA is aangevraagd"),
        lead=_("De dag waarop de medewerker de WIA aanvroeg. Te laat aanvragen maakt de loondoorbetaling langer."),
    ),
)  # fmt: skip

DECISIONS = (
    decision(
        "sanction", "loonsanctie/", Decision.Kind.SANCTION, facts_decisions.SanctionForm, title=_("Loonsanctie"),
        lead=_("UWV besloot dat de werkgever het loon langer doorbetaalt."),
    ),
    decision(
        "shortening", "bekorting/", Decision.Kind.SHORTENING, facts_decisions.ShorteningForm,
        title=_("Bekorting van de loonsanctie"),
        lead=_("De werkgever meldde dat de tekortkoming is hersteld."),
    ),
    decision(
        "extension", "verlenging/", Decision.Kind.EXTENSION, facts_decisions.ExtensionForm,
        title=_("Vrijwillige verlenging"),
        lead=_("Werkgever en medewerker vroegen UWV samen om meer tijd. Loon, WIA en opzegverbod schuiven mee."),
    ),
    decision(
        "shortened_wait", "verkorte-wachttijd/", Decision.Kind.SHORTENED_WAIT, facts_decisions.ShortenedWaitForm,
        title=_("Verkorte wachttijd"),
        lead=_("De medewerker vroeg UWV om eerder een WIA-uitkering, omdat werken blijvend niet meer kan."),
    ),
)  # fmt: skip

WORK = (
    FactPage(
        "contract_hours", "contracturen/", _("Contracturen wijzigen"),
        _(
            "De uren die in het contract staan, vanaf een dag. Het deel dat iemand werkt wordt hiermee "
            "opnieuw uitgerekend."
        ),
        _("Contracturen opslaan"), _("De contracturen zijn opgeslagen."),
        forms.ContractHoursForm, contract.change_contract_hours, CASE_MANAGER,
    ),
    FactPage(
        "end_of_employment", "einde-dienstverband/", _("Einde dienstverband"),
        _(
            "Loopt het contract af tijdens de ziekte? Dan neemt UWV het over. De werkgever meldt het uiterlijk "
            "op de laatste dag bij UWV."
        ),
        _("Einddatum opslaan"), _("De einddatum is opgeslagen."),
        facts_ending.EndOfEmploymentForm, ending.end_employment, CASE_MANAGER, has_preview=True,
        consequences=(
            _("Na die dag sluit het dossier, zodra de melding aan UWV is gedaan."),
            _("De medewerker houdt het eigen dossier. De professionals zien het daarna niet meer."),
        ),
    ),
    FactPage(
        "death", "overlijden/", _("Een overlijden doorgeven"),
        _(
            "Het spijt ons dat te horen. Eén datum is genoeg: alles in dit dossier stopt dan vanzelf. "
            "Verder hoef je hier niets te doen."
        ),
        _("Doorgeven"), _("Dank je wel. Alles in dit dossier is gestopt. We wensen je sterkte."),
        facts_ending.DeathForm, ending.report_death, EMPLOYERS_SIDE, gentle=True,
        consequences=(
            _("Alle stappen en afspraken vervallen."),
            _("Niemand krijgt nog een herinnering of bericht."),
            _("Het dossier sluit. Wat er staat blijft bewaard."),
        ),
    ),
    FactPage(
        "reopen", "heropenen/", _("Dossier heropenen"),
        _("Alleen als het dossier door een vergissing is gesloten. Alles gaat verder vanaf de feiten die er staan."),
        _("Heropenen"), _("Het dossier is weer open."),
        forms.NoFieldsForm, ending.reopen_dossier, CASE_MANAGER, CLOSED,
        consequences=(_("Vervallen afspraken blijven vervallen. Plan ze opnieuw als dat nodig is."),),
    ),
)  # fmt: skip

GROUPS: tuple[tuple[Words, tuple[FactPage, ...]], ...] = (
    (_("Ziekte en herstel"), SICKNESS),
    (_("Verlof en vangnet"), LEAVE),
    (_("Op weg"), MOMENTS),
    (_("Besluiten van UWV"), DECISIONS),
    (_("Dienstverband"), WORK),
)
PAGES: tuple[FactPage, ...] = tuple(page for _title, pages in GROUPS for page in pages)
