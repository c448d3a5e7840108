"""Addresses of the pages that professionals read."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import caseload, dossier, supervisor

urlpatterns: list[URLPattern] = [
    path("caseload/", caseload.caseload, name="caseload"),
    path("caseload/zoeken/", caseload.caseload, name="search"),
    path("mijn-team/", supervisor.team, name="team"),
    path("dossiers/<uuid:dossier_id>/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:dossier_id>/verhaal/", dossier.story, name="dossier_story"),
]
