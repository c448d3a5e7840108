"""Addresses of the coach's live page, and of linking a browser with a code."""

from django.urls import URLPattern, path

from spoorboek.practice.live.views import live, pair

SESSION = "oefenen-met-vr/<uuid:session_id>/"
urlpatterns: list[URLPattern] = [
    path(SESSION + "live/", live.live, name="practice-live"),
    path(SESSION + "notitie/", live.note, name="practice-jot"),
    path(SESSION + "koppelen/", pair.code, name="practice-code"),
    path(SESSION + "scherm/", pair.screen, name="practice-screen"),
    path(SESSION + "scherm/antwoord/", pair.let_in, name="practice-let-in"),
    path("koppel/", pair.pair, name="practice-pair"),
    path("koppel/scherm/", pair.linked, name="practice-pair-screen"),
    path("koppel/nu/", pair.linked_now, name="practice-pair-now"),
]
