"""Addresses of this room's sockets."""

from django.urls import path, re_path

from spoorboek.circle.sockets import Closed, RoomSocket

websocket_urlpatterns = [
    path("live/intervisie/<uuid:meeting_id>/", RoomSocket.as_asgi()),
    re_path(r"", Closed.as_asgi()),
]
