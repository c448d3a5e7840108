"""Addresses of practising: the client's own place, and the coach's page of a dossier."""

from django.urls import URLPattern, path

from spoorboek.practice.sessions.views import client, coach

SESSION = "oefenen-met-vr/<uuid:session_id>/"
DOSSIER = "dossiers/<uuid:dossier_id>/oefenen-met-vr/"
urlpatterns: list[URLPattern] = [
    path("oefenen-met-vr/", client.practice, name="practice"),
    path(SESSION, client.session_page, name="practice-session"),
    path(SESSION + "ja/", client.agree, name="practice-agree"),
    path(SESSION + "nu-niet/", client.not_now, name="practice-not-now"),
    path(SESSION + "momenten/", client.moments, name="practice-moments"),
    path(DOSSIER, coach.practice_of, name="practice-of"),
]
