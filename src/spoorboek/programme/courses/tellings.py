"""How the acts of this room are told in a dossier's story."""

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers import tellings
from spoorboek.dossiers.tellings import Telling, labels
from spoorboek.programme.courses.models import Activity, Course

COURSES = {
    "start_courses": Telling(
        _("%(who)s begon samen met %(client)s aan een programma[: %(what)s]."),
        _("%(who)s begon samen met jou aan een programma[: %(what)s]."),
    ),
    "ask_to_take_part": Telling(
        _("%(who)s vroeg %(client)s of die mee wil doen[: %(what)s]."),
        _("%(who)s vroeg of je mee wilt doen[: %(what)s]."),
    ),
    "agree_to_course": Telling(_("%(client)s doet mee[: %(what)s]."), _("Je zei ja[: %(what)s].")),
    "agree_on_paper": Telling(
        _("%(client)s doet mee[: %(what)s]. %(who)s zag het getekende papier[ van %(signed_on)s]."),
        _("Je zei ja op papier[: %(what)s]. %(who)s zag je handtekening[ van %(signed_on)s]."),
    ),
    "withdraw_on_paper": Telling(
        _("%(client)s stopte op papier[: %(what)s]. Dat heeft geen gevolgen."),
        _("Je stopte op papier[: %(what)s]. Dat heeft geen gevolgen."),
    ),
    "decline_course": Telling(
        _("%(client)s doet nu niet mee[: %(what)s]. Dat heeft geen gevolgen."),
        _("Je doet nu niet mee[: %(what)s]. Dat heeft geen gevolgen."),
    ),
    "accept_proposals": Telling(
        _("%(who)s paste het plan van het programma aan[ (stappen: %(number)s)]."),
        _("%(who)s paste het plan van je programma aan[ (stappen: %(number)s)]."),
    ),
    "leave_proposals": Telling(
        _("%(who)s liet stappen van het programma staan zoals ze stonden[ (stappen: %(number)s)]."),
        _("%(who)s liet stappen van je programma staan zoals ze stonden[ (stappen: %(number)s)]."),
    ),
    "pause_course": Telling(
        _("%(who)s zette het programma op pauze[: %(what)s]."),
        _("Je programma staat op pauze[: %(what)s]."),
    ),
    "resume_course": Telling(
        _("%(who)s ging verder met het programma[: %(what)s]."),
        _("Je programma gaat weer verder[: %(what)s]."),
    ),
    "stop_course": Telling(
        _("%(who)s stopte het programma[: %(what)s][. Reden: %(why_stopped)s]."),
        _("Het programma is gestopt[: %(what)s][. Reden: %(why_stopped)s]."),
    ),
    "finish_course": Telling(
        _("%(who)s rondde het programma af[: %(what)s]."),
        _("Het programma is klaar[: %(what)s]."),
    ),
    "move_to_version": Telling(
        _("%(who)s ging in het programma over op een nieuwe versie[: %(what)s]."),
        _("Je programma volgt nu een nieuwe versie[: %(what)s]."),
    ),
}
STEPS = {
    "record_activity": Telling(
        _("%(who)s legde vast wat is gedaan[: %(what)s][, op %(on)s][ (%(way)s)]."),
        _("%(who)s legde vast wat is gedaan[: %(what)s][, op %(on)s][ (%(way)s)]."),
    ),
    "reopen_activity": Telling(
        _("%(who)s zette een stap weer open[: %(what)s]."),
        _("%(who)s zette een stap weer open[: %(what)s]."),
    ),
    "skip_activity": Telling(
        _("%(who)s sloeg een stap over[: %(what)s][. Reden: %(why_skipped)s]."),
        _("%(who)s sloeg een stap over[: %(what)s][. Reden: %(why_skipped)s]."),
    ),
    "put_off_activity": Telling(
        _("%(client)s koos: nu even niet[: %(what)s]. Dat heeft geen gevolgen."),
        _("Je koos: nu even niet[: %(what)s]. Dat heeft geen gevolgen."),
    ),
    "move_activity": Telling(
        _("%(who)s koos een andere dag[: %(what)s, %(day)s]."),
        _("%(who)s koos een andere dag[: %(what)s, %(day)s]."),
    ),
    "add_activity": Telling(
        _("%(who)s voegde een stap toe[: %(what)s][, %(day)s]."),
        _("%(who)s voegde een stap toe[: %(what)s][, %(day)s]."),
    ),
}
HANDOVER = {
    "write_handover": Telling(
        _("%(who)s maakte een overdracht. %(client)s leest die eerst."),
        _("%(who)s maakte een overdracht[ voor %(name)s]. Jij leest die eerst."),
    ),
    "pass_handover": Telling(
        _("%(client)s gaf de overdracht door[ aan %(name)s]."),
        _("Je gaf de overdracht door[ aan %(name)s]."),
    ),
    "keep_back_handover": Telling(
        _("De overdracht is niet doorgegeven."),
        _("Je gaf de overdracht niet door."),
    ),
}
CODES = {
    "why_stopped": labels(Course.WhyStopped.choices),
    "why_skipped": labels(Activity.WhySkipped.choices),
}


def connect() -> None:
    tellings.register({**COURSES, **STEPS, **HANDOVER}, CODES)
