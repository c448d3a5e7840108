"""All addresses. Each app brings its own."""

from django.urls import URLPattern, URLResolver, include, path

from spoorboek.site.home import home
from spoorboek.site.preferences import preferences
from spoorboek.site.stylepage.views import style_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("", include("spoorboek.people.urls")),
    path("", include("spoorboek.dossiers.urls")),
    path("", include("spoorboek.caseload.urls")),
    path("", include("spoorboek.reminders.urls")),
    path("", include("spoorboek.api.urls")),
    path("", include("spoorboek.rehearsal.urls")),
    path("", include("spoorboek.loading.urls")),
    path("", include("spoorboek.programme.shelf.urls")),
    path("", include("spoorboek.programme.folder.urls")),
    path("", include("spoorboek.programme.learning.urls")),
    path("", include("spoorboek.programme.courses.urls")),
    path("", include("spoorboek.programme.profile.urls")),
    path("", include("spoorboek.programme.coaching.urls")),
    path("", include("spoorboek.practice.scenes.urls")),
    path("", include("spoorboek.practice.sessions.urls")),
    path("", include("spoorboek.practice.live.urls")),
    path("", include("spoorboek.circle.urls")),
    path("voorkeuren/", preferences, name="preferences"),
    path("stijl/", style_page, name="style"),
    path("stijl/<str:face>/", style_page, name="style"),
    path("account/", include("allauth.urls")),
]
