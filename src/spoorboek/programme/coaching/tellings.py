"""What the story says of these acts: the client's own to the client only, the coach's also to coach and doctor."""

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.tellings import Telling
from spoorboek.programme.profile.tellings import own

TELLINGS = {
    "name_goal": own(_("Je schreef een doel op.")),
    "write_levels": own(_("Je schreef aan de treden van een doel.")),
    "fix_goal": own(_("Je legde de treden van een doel vast.")),
    "end_goal": own(_("Je sloot een doel af.")),
    "share_goal": own(_("Je liet iemand een doel lezen[: %(name)s].")),
    "withdraw_goal": own(_("Je stopte met het delen van een doel.")),
    "rate_goals": own(_("Je keek waar je staat met je doelen.")),
    "propose_levels": Telling(
        _("%(who)s stelde woorden voor bij een doel."), _("%(who)s stelde woorden voor bij je doel.")
    ),
    "rate_goals_as_coach": Telling(
        _("%(who)s keek naar de doelen van %(client)s."), _("%(who)s keek waar je staat met je doelen.")
    ),
    "write_agenda": Telling(
        _("%(who)s maakte een agenda voor het gesprek."), _("%(who)s maakte een agenda voor jullie gesprek.")
    ),
    "write_note": Telling(
        _("%(who)s schreef een notitie[ over %(on)s]."), _("%(who)s schreef een notitie[ over %(on)s].")
    ),
    "redact_note": Telling(
        _("%(who)s haalde de tekst van een notitie weg[ over %(on)s]."),
        _("%(who)s haalde de tekst van een notitie weg[ over %(on)s]."),
    ),
    "give_homework": Telling(
        _("%(who)s gaf %(client)s iets om te doen."), _("%(who)s gaf je iets om te doen.")
    ),
    "take_homework_back": Telling(
        _("%(who)s nam huiswerk terug."), _("%(who)s nam huiswerk terug. Je hoeft het niet meer te doen.")
    ),
}
