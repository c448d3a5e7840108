"""Addresses of the facts pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
