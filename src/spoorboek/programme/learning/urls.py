"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.programme.learning.views import module_page, shelf_page, staff_page

urlpatterns: list[URLPattern] = [
    path("leren/", shelf_page.learning, name="learning"),
    path("leren/organisatie/", staff_page.learning_progress, name="learning_progress"),
    path("leren/<slug:key>/", module_page.module, name="module"),
    path("leren/<slug:key>/bewijs/", module_page.certificate, name="certificate"),
    path("leren/<slug:key>/bewijs.pdf", module_page.certificate_file, name="certificate_file"),
]
