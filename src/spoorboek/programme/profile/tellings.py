"""What the client's own story says of these acts; nobody else's story names them."""

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.tellings import Telling, Words


def own(words: Words) -> Telling:
    """Only the client ever reads it."""
    return Telling(words, words)


TELLINGS = {
    "name_behaviour": own(_("Je koos iets dat je wilt doen.")),
    "rate_behaviour": own(_("Je deed de vragen over willen en kunnen.")),
    "choose_what_matters": own(_("Je koos wat nu telt.")),
    "stop_behaviour": own(_("Je legde iets weg dat je wilde doen.")),
    "share_behaviour": own(_("Je liet iemand meelezen met willen en kunnen[: %(name)s].")),
    "withdraw_behaviour": own(_("Je stopte met delen[ met %(name)s].")),
    "ask_for_offers": own(_("Je vroeg wat iemand kan bieden[: %(name)s].")),
    "withdraw_question": own(_("Je nam een vraag terug.")),
}
