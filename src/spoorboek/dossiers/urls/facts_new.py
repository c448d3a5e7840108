"""Addresses outside a dossier: reporting someone sick."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import facts_new

urlpatterns: list[URLPattern] = [
    path("report-sick/", facts_new.choose, name="report_sick"),
    path("report-sick/new/<uuid:employer_id>/", facts_new.add, name="report_sick_new"),
    path("report-sick/<uuid:employment_id>/", facts_new.report, name="report_sick_for"),
]
