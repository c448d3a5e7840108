"""Addresses of the client pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
