"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.practice.scenes.views import editing, keeping, reading

DRAFT = "scenes/schrijven/<uuid:draft_id>/"

urlpatterns: list[URLPattern] = [
    path("scenes/", reading.scenes, name="practice-scenes"),
    path("scenes/inlezen/", keeping.import_file, name="practice-scene-import"),
    path(DRAFT, editing.editor, name="practice-scene-editor"),
    path(f"{DRAFT}bewaren/", keeping.keep, name="practice-scene-keep"),
    path(f"{DRAFT}onderdelen/", editing.move, name="practice-scene-move"),
    path(f"{DRAFT}proberen/", editing.attempt, name="practice-scene-attempt"),
    path(f"{DRAFT}bestand/", editing.draft_file, name="practice-scene-draft-file"),
    path(f"{DRAFT}<slug:part>/<slug:key>/", editing.part, name="practice-scene-part"),
    path(f"{DRAFT}<slug:part>/<slug:key>/ernaast/", editing.alongside, name="practice-scene-alongside"),
    path("scenes/<slug:key>/", reading.scene, name="practice-scene"),
    path("scenes/<slug:key>/gesprek/", reading.text, name="practice-scene-text"),
    path("scenes/<slug:key>/bestand/", reading.scene_file, name="practice-scene-file"),
    path("scenes/<slug:key>/aanpassen/", keeping.copy, name="practice-scene-copy"),
    path("scenes/<slug:key>/weghalen/", keeping.off, name="practice-scene-off"),
]
