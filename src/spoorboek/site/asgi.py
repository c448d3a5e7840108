"""The entry for web servers."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
# Requests move between threads under ASGI: connections come from a pool, not from a thread's own.
os.environ.setdefault("SPOORBOEK_DATABASE_POOL", "10")

from django.core.asgi import get_asgi_application

application = get_asgi_application()
