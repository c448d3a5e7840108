"""Addresses of the steps pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
