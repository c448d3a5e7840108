"""The entry for web servers: pages, and the sockets of live rooms."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
# Requests move between threads under ASGI: connections come from a pool, not from a thread's own.
os.environ.setdefault("SPOORBOEK_DATABASE_POOL", "10")

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application

pages = get_asgi_application()

from django.urls import re_path  # noqa: E402

from spoorboek.circle.routing import websocket_urlpatterns as circle  # noqa: E402 - the apps are ready only now
from spoorboek.people.sockets import Closed, SameOrigin  # noqa: E402
from spoorboek.practice.live.routing import websocket_urlpatterns as practice  # noqa: E402

sockets = URLRouter([*circle, *practice, re_path(r"", Closed.as_asgi())])
application = ProtocolTypeRouter({"http": pages, "websocket": SameOrigin(AuthMiddlewareStack(sockets))})
