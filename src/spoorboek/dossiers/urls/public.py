"""Addresses without sign-in."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import calculator

urlpatterns: list[URLPattern] = [
    path("reken/", calculator.calculator, name="calculator"),
    path("reken/agenda/", calculator.calculator_calendar, name="calculator_calendar"),
]
