"""Addresses of this room's sockets."""

from django.urls import path

from spoorboek.practice.live.linked import ScreenSocket
from spoorboek.practice.live.sockets import PracticeSocket

websocket_urlpatterns = [
    path("live/oefenen/<uuid:session_id>/", PracticeSocket.as_asgi()),
    path("live/scherm/<slug:mark>/", ScreenSocket.as_asgi()),
]
