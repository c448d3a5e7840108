"""All addresses. Each app brings its own."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import TemplateView

urlpatterns: list[URLPattern | URLResolver] = [
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("", include("spoorboek.dossiers.urls")),
    path("account/", include("allauth.urls")),
]
