"""Addresses of an administrator's pages that reach into dossiers; the rest of the organisation is in `people`."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import employer, leaving

urlpatterns: list[URLPattern] = [
    path("organisatie/leden/<int:membership_id>/eind/", leaving.end_membership, name="end_membership"),
    path("organisatie/eigenrisicodrager/", employer.own_risk, name="own_risk"),
    path("organisatie/samenwerking/<int:service_id>/eind/", leaving.end_service, name="end_service"),
]
