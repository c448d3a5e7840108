"""Addresses of practising."""

from django.urls import URLPattern, path

from spoorboek.rehearsal.views import clock_page, lesson_page

urlpatterns: list[URLPattern] = [
    path("oefenklok/", clock_page.practice_clock, name="practice_clock"),
    path("oefenklok/les/", lesson_page.practice_lesson, name="practice_lesson"),
]
