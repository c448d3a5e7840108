"""Addresses of the client pages."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import client, client_people

urlpatterns: list[URLPattern] = [
    path("vandaag/", client.today, name="today"),
    path("mijn-route/", client.my_route, name="my_route"),
    path("mijn-route/<slug:anchor>/", client.my_station, name="my_station"),
    path("gesprek/<slug:kind>/", client.my_talk, name="my_talk"),
    path("wie-ziet-wat/", client_people.who_sees, name="who_sees"),
    path("wie-ziet-wat/verhaal/", client_people.my_story, name="my_story"),
    path("contact/", client_people.contacts, name="contacts"),
    path("tolk/", client_people.interpreter, name="interpreter"),
    path("welk-dossier/", client_people.which_dossier, name="which_dossier"),
]
