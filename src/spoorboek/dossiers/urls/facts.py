"""Addresses of the facts of one dossier: as they stand, entering new ones, correcting old ones, which dates moved."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import facts, facts_correct
from spoorboek.dossiers.views.facts_pages import PAGES

urlpatterns: list[URLPattern] = [
    path("feiten/", facts.facts, name="facts"),
    path("feiten/verschoven/<int:sequence>/", facts.facts_moved, name="facts_moved"),
    path("feiten/<slug:kind>/<slug:row>/wijzigen/", facts_correct.correct, name="correct_fact"),
    path("feiten/<slug:kind>/<slug:row>/verwijderen/", facts_correct.remove, name="remove_fact"),
    *(path(page.path, facts.act_page, {"page": page}, name=page.name) for page in PAGES),
]
