"""Addresses of dossiers: the client's own pages, the dossier, and its acts by group."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("spoorboek.dossiers.urls.public")),
    path("", include("spoorboek.dossiers.urls.client")),
    path("", include("spoorboek.dossiers.urls.client_acts")),
    path("", include("spoorboek.dossiers.urls.dossier")),
    path("", include("spoorboek.dossiers.urls.facts_new")),
    path("", include("spoorboek.dossiers.urls.leaving")),
    path("dossiers/<uuid:dossier_id>/", include("spoorboek.dossiers.urls.facts")),
    path("dossiers/<uuid:dossier_id>/", include("spoorboek.dossiers.urls.steps")),
]
