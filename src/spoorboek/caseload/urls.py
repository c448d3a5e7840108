"""Addresses of the caseload."""

from django.urls import URLPattern, path

from spoorboek.caseload.views import caseload

urlpatterns: list[URLPattern] = [
    path("caseload/", caseload.caseload, name="caseload"),
    path("caseload/zoeken/", caseload.caseload, name="search"),
]
