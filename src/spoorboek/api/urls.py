"""Addresses of the API, of the page that explains it, and of an administrator's links."""

from django.urls import URLPattern, URLResolver, path

from spoorboek.api.rest import api
from spoorboek.api.views import explained, links

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", explained.page, name="api_explained"),
    path("api/v1/openapi.json", explained.document, name="openapi"),
    path("api/v1/", api.urls),
    path("organisatie/koppelingen/", links.links, name="links"),
    path("organisatie/koppelingen/<uuid:token_id>/", links.link, name="link"),
    path("organisatie/koppelingen/<uuid:token_id>/vernieuwen/", links.renew, name="renew_link"),
    path("organisatie/koppelingen/<uuid:token_id>/stoppen/", links.end, name="end_link"),
]
