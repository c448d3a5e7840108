"""Every word that the engine in the browser says or shows; `frontend/vr/words.ts` names the same keys.

`{n}` and other names in braces are filled in by the engine. Addressed to somebody who may be tired: short sentences,
one thing at a time, nothing that hurries.
"""

from django.utils.translation import gettext as _


def engine_words() -> dict[str, str]:
    """The words in the language of the reader."""
    return always() | before() | during() | questions() | notices() | steps() | settings() | after()


def always() -> dict[str, str]:
    return {
        "stop": _("Stop"),
        "quiet_place": _("Rustplek"),
        "softer": _("Zachter"),
        "louder": _("Harder"),
        "pause": _("Pauze"),
        "resume": _("Ga verder"),
        "back": _("Terug naar het oefenen"),
        "settings": _("Instellingen"),
        "close": _("Sluit"),
        "next": _("Verder"),
        "choose": _("Kies"),
        "recentre": _("Zet recht voor mij"),
    }


def before() -> dict[str, str]:
    return {
        "ready_title": _("Voor je begint"),
        "how_to_stop": _("Stoppen kan altijd"),
        "stop_way_button": _("Kies Stop. Die knop staat er steeds."),
        "stop_way_key": _("Of druk op Esc op je toetsenbord."),
        "stop_way_headset": _("In de bril: houd B of Y even vast. Of zet de bril af."),
        "stop_way_coach": _("Of zeg het tegen je coach. Die kan ook stoppen."),
        "stop_way_always": _("Je hoeft niet te zeggen waarom."),
        "minutes": _("{n} minuten"),
        "takes": _("Dit duurt hoogstens {n} minuten. Je zit op een stoel."),
        "which_kind": _("Met wie oefen je?"),
        "where_on_ladder": _("Waar begin je?"),
        "sound_check": _("Geluid"),
        "sound_check_about": _("Het geluid begint zacht. Probeer of het voor jou goed is."),
        "sound_hear": _("Laat geluid horen"),
        "sound_heard": _("Je hoort nu vogels. Zet het zachter of harder."),
        "start": _("Begin"),
        "start_headset": _("Begin in de VR-bril"),
        "headset_about": _("Zet de bril pas op als je zit."),
        "text_only": _("Dit apparaat kan het beeld niet laten zien. Je oefent hetzelfde gesprek met tekst."),
        "loading_picture": _("Het beeld komt eraan."),
    }


def during() -> dict[str, str]:
    return {
        "you": _("Jij"),
        "narrator": _("Wat er gebeurt"),
        "says": _("{name} zegt"),
        "your_answer": _("Wat zeg jij?"),
        "answers": _("Kies een antwoord"),
        "time_left": _("Nog {n} minuten"),
        "minute_left": _("Nog een minuut"),
        "paused_title": _("Het staat stil"),
        "paused_about": _("Neem je tijd. Er gebeurt nu niets."),
        "elsewhere_asks": _("De oefening loopt nu op een ander scherm"),
        "elsewhere_asks_about": _("Wil je hier verder? Dan stopt het andere scherm."),
        "elsewhere_yes": _("Ja, hier verder"),
        "elsewhere_no": _("Nee"),
        "elsewhere_title": _("Het oefenen gaat verder op een ander scherm"),
        "elsewhere_about": _("Leg dit scherm rustig weg. Straks kijk je hier terug."),
        "elsewhere_about_lent": _("Leg dit scherm rustig weg. Je hoeft hier niets te doen."),
        "elsewhere_done": _("Ik ben klaar met oefenen"),
        "elsewhere_here": _("Toch op dit scherm oefenen"),
        "opening_title": _("Je begint op de rustplek"),
        "opening_about": _("Kijk rustig om je heen. Hier gebeurt niets. Probeer gerust de knop Stop."),
        "opening_go": _("Naar het oefenen"),
        "quiet_title": _("Je bent op de rustplek"),
        "quiet_about": _("Er gebeurt hier niets. Je hoeft niets."),
        "quiet_back_about": _("Je kunt teruggaan, of hier blijven. Stoppen mag ook."),
        "breathe": _("Adem mee als je wilt"),
        "breathe_in": _("Adem in"),
        "breathe_out": _("Adem uit"),
        "picture": _("Het beeld"),
        "sounds": _("Wat je hoort"),
        "conversation": _("Het gesprek"),
        "coach_speaks": _("Je coach praat nu via {name}."),
        "looks": _("{name} kijkt {mood}."),
        "mood_friendly": _("vriendelijk"),
        "mood_happy": _("blij"),
        "mood_neutral": _("rustig"),
        "mood_worried": _("bezorgd"),
        "mood_sad": _("verdrietig"),
        "mood_tense": _("gespannen"),
        "mood_angry": _("boos"),
        "mood_tired": _("moe"),
        "comes_in": _("{name} komt erbij."),
        "goes_out": _("{name} gaat weg."),
    }


def questions() -> dict[str, str]:
    return {
        "rating_title": _("Even een cijfer"),
        "nausea_title": _("En je lijf?"),
        "nausea_question": _("Hoe misselijk of duizelig ben je nu?"),
        "nausea_low": _("helemaal niet"),
        "nausea_high": _("heel erg"),
        "rating_send": _("Dit is mijn cijfer"),
        "rating_thanks": _("Dank je. Je cijfer is {n}."),
        "rating_0": _("helemaal rustig"),
        "rating_3": _("een beetje gespannen"),
        "rating_5": _("gespannen, het gaat nog"),
        "rating_7": _("erg gespannen"),
        "rating_10": _("meer dan ik aankan"),
    }


def notices() -> dict[str, str]:
    return {
        "notice_time_warning": _("Je bent bijna aan het eind. Rond rustig af."),
        "notice_time_closing": _("De tijd is om. Het wordt nu rustig."),
        "notice_link_lost": _("De verbinding met je coach is weg. Het wordt nu vanzelf rustig."),
        "notice_link_open": _("Je coach is er weer."),
        "notice_too_tense": _("Dat is veel spanning. Je bent nu op de rustplek."),
        "notice_unwell": _("Je voelt je niet goed. Neem rust. Zet de bril af als je die op hebt."),
        "notice_slow": _("Het beeld gaat te traag. Met tekst gaat het beter."),
    }


def steps() -> dict[str, str]:
    return {
        "wait_rate_first": _("Eerst een cijfer, dan een trede hoger."),
        "wait_too_tense": _("De spanning is nu te hoog voor een trede hoger."),
        "wait_rising": _("De spanning stijgt. Wacht tot die gelijk blijft."),
        "wait_one_step": _("Eén trede tegelijk."),
        "wait_top": _("Dit is de hoogste trede."),
        "step_now": _("Trede {n} van {of}: {title}"),
        "step_up": _("Een trede hoger"),
        "step_down": _("Een trede terug"),
        "happening": _("Laat iets gebeuren"),
    }


def settings() -> dict[str, str]:
    return {
        "set_captions": _("Geluiden in woorden"),
        "set_captions_about": _("Je leest wat je hoort."),
        "set_mono": _("Geluid aan beide kanten gelijk"),
        "set_mono_about": _("Handig als je met een oor beter hoort."),
        "set_motion": _("Rustig beeld"),
        "set_motion_about": _("Er beweegt minder."),
        "set_text_size": _("Letters"),
        "set_text_normal": _("Gewoon"),
        "set_text_large": _("Groot"),
        "set_text_largest": _("Heel groot"),
        "set_contrast": _("Meer contrast"),
        "set_contrast_about": _("Donkere letters op wit, dikkere randen."),
        "set_volume": _("Hoe hard"),
        "set_aloud": _("Lees voor wat er gezegd wordt"),
        "set_aloud_about": _("Met een stem van dit apparaat."),
        "set_gaze": _("Kiezen door te kijken"),
        "set_gaze_about": _("In de bril kies je door twee tellen naar Kies te kijken."),
        "set_keys": _("Sneltoetsen"),
        "set_keys_about": _("1, 2 en 3 geven antwoord. R is de rustplek."),
        "set_kept": _(
            "Op je eigen apparaat blijven je keuzes tot je uitlogt. Op een ander tot je dit venster sluit."
        ),
        "set_picture": _("Laat het beeld zien"),
        "set_picture_about": _("Zonder beeld oefen je met tekst."),
    }


def after() -> dict[str, str]:
    return {
        "end_title": _("Klaar. Je hebt geoefend."),
        "end_stopped": _("Gestopt. Dat is goed."),
        "end_time": _("De tijd is om. Goed gedaan."),
        "end_unwell": _("Gestopt. Rust eerst even uit."),
        "end_slow": _("Gestopt, want het beeld ging te traag."),
        "end_rest": _("Kijk om je heen. Voel je voeten op de grond. Drink een slok water."),
        "end_lent": _("Op je eigen scherm kijk je straks rustig terug. Dit scherm mag je wegleggen."),
        "tried_title": _("Gestopt. Zo werkt het."),
        "tried_about": _("De oefening zelf is nog niet begonnen. Wil je nu beginnen?"),
        "tried_yes": _("Ja, nu oefenen"),
        "tried_no": _("Nee, klaar voor vandaag"),
        "tried_no_lent": _("Wil je niet? Leg dit scherm dan weg. Zeg op je eigen scherm dat je klaar bent."),
        "end_rating": _("Geef nog een cijfer"),
        "end_curve": _("Jouw cijfers"),
        "end_debrief": _("Om over na te denken"),
        "end_small_step": _("Een kleine stap in het echt"),
        "end_small_step_about": _("Kies er een als je wilt. Het hoeft niet vandaag."),
        "end_skills": _("Dit liet je horen"),
        "end_skills_hints": _("Om nog eens te proberen"),
        "end_skills_example": _("Bijvoorbeeld: {answer}"),
        "end_again": _("Oefen nog een keer"),
        "end_done": _("Ik ben klaar"),
        "end_headset_after": _(
            "Wacht met fietsen of autorijden tot je een half uur geen last meer hebt van je hoofd of je maag."
        ),
        "end_headset_off": _("Je mag de bril afzetten"),
        "end_headset_own": _("Je gaat verder op je eigen scherm."),
        "replay_button": _("Kijk vanaf de andere stoel"),
        "replay_about": _("Je hoort het gesprek nog een keer. Je leest wat de ander daarbij voelde."),
        "replay_title": _("Vanaf de stoel van {name}"),
        "replay_felt": _("Wat {name} voelde"),
        "replay_you_said": _("Jij zei"),
        "replay_done": _("Sluit het terugkijken"),
    }
