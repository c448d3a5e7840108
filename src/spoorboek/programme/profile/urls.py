"""Addresses of wanting and being able."""

from django.urls import URLPattern, path

from spoorboek.programme.profile.views import cards, client, offers, sharing

OWN = "willen-en-kunnen/"
ONE = OWN + "<uuid:behaviour_id>/"
urlpatterns: list[URLPattern] = [
    path(OWN, client.wanting, name="wanting"),
    path(OWN + "kies/", client.name_it, name="wanting_name"),
    path(ONE + "vraag/<slug:determinant>/", client.question, name="wanting_question"),
    path(ONE + "wat-telt/", client.what_matters, name="wanting_choose"),
    path(ONE + "opnieuw/", client.again, name="wanting_again"),
    path(ONE + "stop/", client.stop, name="wanting_stop"),
    path(ONE + "verloop/", client.change, name="wanting_change"),
    path(ONE + "kaart/<slug:card>/", cards.take, name="wanting_take"),
    path("actiekaart/<uuid:card_id>/gedaan/", cards.card_done, name="wanting_card_done"),
    path("actiekaart/<uuid:card_id>/terug/", cards.card_back, name="wanting_card_back"),
    path("actiekaart/<uuid:card_id>/programma/", cards.card_in_programme, name="wanting_card_plan"),
    path(ONE + "mensen/", sharing.people, name="wanting_people"),
    path(ONE + "delen/<uuid:account_id>/", sharing.share, name="wanting_share"),
    path(ONE + "vragen/<uuid:account_id>/", sharing.ask, name="wanting_ask"),
    path(OWN + "delen/<int:wanting_share_id>/stop/", sharing.withdraw, name="wanting_withdraw"),
    path(OWN + "vraag/<uuid:invitation_id>/stop/", sharing.take_back, name="wanting_take_back"),
    path("dossiers/<uuid:dossier_id>/wat-kun-je-bieden/", offers.what_i_offer, name="what_i_offer"),
    path("dossiers/<uuid:dossier_id>/willen-en-kunnen/", offers.shared_wanting, name="shared_wanting"),
]
