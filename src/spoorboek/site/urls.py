"""All addresses. Each app brings its own."""

from django.urls import URLPattern, URLResolver, include, path

from spoorboek.site.preferences import preferences

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("spoorboek.people.urls")),
    path("", include("spoorboek.dossiers.urls")),
    path("voorkeuren/", preferences, name="preferences"),
    path("account/", include("allauth.urls")),
]
