"""Addresses of practising."""

from django.urls import URLPattern, path

from spoorboek.rehearsal.views import clock_page, demo_page, lesson_page, schools_page

urlpatterns: list[URLPattern] = [
    path("demo/", demo_page.demo, name="demo"),
    path("oefenklok/", clock_page.practice_clock, name="practice_clock"),
    path("oefenklok/les/", lesson_page.practice_lesson, name="practice_lesson"),
    path("oefenen/", schools_page.practice_places, name="practice_places"),
    path("oefenen/als/<uuid:account_id>/", schools_page.enter_practice, name="enter_practice"),
]
