"""The pages of the preview: one module, walked through as on the site, its place kept in this process."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path
from django.utils.translation import get_language

from spoorboek.methods.modules import Edition, Mistakes, playing, read_module
from spoorboek.methods.modules.playing import Standing, Unfit
from spoorboek.programme.learning import moves
from spoorboek.programme.learning.shown import Player

HERE = "/#nu"


class Place:
    """Which module is previewed, and where in it whoever looks is: one person at one machine."""

    folder = Path()
    standing: Standing | None = None


def preview(request: HttpRequest, key: str = "") -> HttpResponse:
    """The module as it is in its files now, at the place reached; or what is wrong in them."""
    try:
        module = read_module(Place.folder)
    except Mistakes as wrong:
        return render(
            request, "learning/preview_mistakes.html", {"folder": Place.folder.name, "found": wrong.found}
        )
    edition = module.in_language(get_language() or "nl")
    if request.method == "POST":
        return gone(request, edition)
    context = {"base": "base_public.html", "module": module, "edition": edition, "preview": True}
    if Place.standing is None:
        return render(request, "learning/intro.html", context)
    player = Player(module, edition, playing.fitting(edition, Place.standing))
    return render(request, "learning/step.html", context | {"player": player})


def gone(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Do what the button says."""
    wanted = request.POST.get("move", "")
    if wanted in {"begin", "leave", "finish"}:
        Place.standing = playing.begin(edition) if wanted == "begin" else None
    elif (going := moves.asked(request.POST)) and Place.standing:
        try:
            Place.standing = going(edition, playing.fitting(edition, Place.standing))
        except Unfit:
            return redirect(HERE)
    return redirect(HERE)


urlpatterns = [
    path("", preview),
    path("leren/", preview),
    path("leren/<slug:key>/", preview),
    path("", include("spoorboek.site.urls")),
]
