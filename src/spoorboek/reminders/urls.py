"""Addresses of the reminders."""

from django.urls import URLPattern, path

from spoorboek.reminders.views import choices, public

urlpatterns: list[URLPattern] = [
    path("herinneringen/", choices.reminders, name="reminders"),
    path("herinneringen/agenda/", choices.make_calendar, name="make_calendar"),
    path("herinneringen/agenda/intrekken/", choices.withdraw_calendar, name="withdraw_calendar"),
    path("herinneringen/afmelden/<str:token>/", public.unsubscribe, name="unsubscribe"),
    path("agenda/<str:secret>/spoorboek.ics", public.calendar_feed, name="calendar_feed"),
]
