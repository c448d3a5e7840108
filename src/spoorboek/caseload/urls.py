"""Addresses of the caseload."""

from django.urls import URLPattern, path

from spoorboek.caseload.views import caseload, kept, month

urlpatterns: list[URLPattern] = [
    path("caseload/", caseload.caseload, name="caseload"),
    path("caseload/zoeken/", caseload.caseload, name="search"),
    path("caseload/maand/", month.month, name="caseload_month"),
    path("caseload/lijst.csv", month.export, name="caseload_export"),
    path("caseload/weergaven/", kept.keep, name="keep_view"),
    path("caseload/weergaven/<int:view_id>/weg/", kept.drop, name="drop_view"),
]
