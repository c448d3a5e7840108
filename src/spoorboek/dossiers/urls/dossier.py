"""Addresses of the pages that professionals read."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import dossier, supervisor

urlpatterns: list[URLPattern] = [
    path("mijn-team/", supervisor.team, name="team"),
    path("dossiers/<uuid:dossier_id>/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:dossier_id>/verhaal/", dossier.story, name="dossier_story"),
]
