"""Addresses of this room's sockets."""

from django.urls import path

from spoorboek.circle.sockets import RoomSocket

websocket_urlpatterns = [
    path("live/intervisie/<uuid:meeting_id>/", RoomSocket.as_asgi()),
]
