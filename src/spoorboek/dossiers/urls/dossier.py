"""Addresses of the dossier pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
