"""What the coach's live page says of itself, for its script (`frontend/vr/coach/`); `{…}` is filled in there."""

from django.utils.translation import gettext as _


def coach_words(name: str) -> dict[str, str]:
    """In the reader's language; `name` is the client's first name."""
    return status(name) | steps(name) | moments() | voice(name)


def status(name: str) -> dict[str, str]:
    return {
        "waiting": _("%(name)s is er nog niet") % {"name": name},
        "there": _("%(name)s is verbonden") % {"name": name},
        "away": _("De verbinding met %(name)s is weg. Na tien seconden wordt het daar vanzelf rustiger.")
        % {"name": name},
        "away_calm": _(
            "%(name)s is nog niet terug. Het is daar nu rustig. Je ziet hier hoe het was, tot de verbinding terug is."
        )
        % {"name": name},
        "back": _("%(name)s is weer verbonden. Kijk op de ladder waar jullie nu staan.") % {"name": name},
        "lost": _(
            "Jouw verbinding is weg. We proberen het steeds opnieuw. Bij %(name)s wordt het vanzelf rustiger."
        )
        % {"name": name},
        "signed_out": _("Je bent uitgelogd. Log opnieuw in."),
        "over": _("Deze oefening is afgerond."),
        "not_found": _("Deze oefening is niet meer te openen."),
        "battery": _("accu {level} %"),
        "battery_charging": _("accu {level} %, aan de lader"),
        "battery_unknown": _("accu onbekend"),
        "headset": _("met bril"),
        "screen": _("op het scherm"),
        "minutes_left": _("nog {n} min"),
        "no_picture": _("Dit apparaat tekent geen beeld. De woorden en knoppen werken gewoon."),
        "not_sent": _("Niet verstuurd: de verbinding is weg."),
        "answer_kept": _("Notitie bewaard."),
    }


def steps(name: str) -> dict[str, str]:
    return {
        "asked_number": _("Gevraagd. %(name)s kiest een cijfer op het eigen scherm.") % {"name": name},
        "wait_rate_first": _("Wacht: vraag eerst hoe gespannen %(name)s nu is.") % {"name": name},
        "wait_too_tense": _("Wacht: de spanning is te hoog voor een stap omhoog."),
        "wait_rising": _("Wacht: de spanning steeg net. Eerst gelijk of lager."),
        "wait_one_step": _("Eén stap tegelijk."),
        "wait_top": _("Dit is de hoogste stand."),
        "wait_still": _("De scène loopt nu niet."),
        "wait_away": _("%(name)s is niet verbonden.") % {"name": name},
        "phase_ready": _("nog niet begonnen"),
        "phase_running": _("loopt"),
        "phase_paused": _("pauze"),
        "phase_safe-place": _("op de rustplek"),
        "phase_ended": _("afgelopen"),
    }


def moments() -> dict[str, str]:
    return {
        "tension": _("spanning"),
        "nausea": _("misselijk of duizelig"),
        "none": _("nog niet gevraagd"),
        "rated": _("{minutes}: {what} {value}"),
        "limit": _("een stap hoger kan tot {value}"),
        "before_start": _("begin"),
    }


def voice(name: str) -> dict[str, str]:
    return {
        "voice_off": _("Je microfoon is uit."),
        "voice_asks": _("Sta je microfoon toe in je browser."),
        "voice_joining": _("Verbinden…"),
        "voice_on": _("%(name)s hoort je als {who}.") % {"name": name},
        "voice_refused": _("Je browser gaf geen toegang tot de microfoon."),
        "voice_failed": _("Het lukt niet om geluid over te brengen. Zitten jullie op hetzelfde netwerk?"),
        "voice_stop": _("Stop met spreken"),
        "voice_start": _("Spreek als {who}"),
    }
