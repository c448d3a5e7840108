"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.practice.scenes.views import editing, keeping, reading

urlpatterns: list[URLPattern] = [
    path("scenes/", reading.scenes, name="practice-scenes"),
    path("scenes/inlezen/", keeping.import_file, name="practice-scene-import"),
    path("scenes/schrijven/<uuid:draft_id>/", editing.editor, name="practice-scene-editor"),
    path("scenes/schrijven/<uuid:draft_id>/bewaren/", keeping.keep, name="practice-scene-keep"),
    path("scenes/<slug:key>/", reading.scene, name="practice-scene"),
    path("scenes/<slug:key>/gesprek/", reading.text, name="practice-scene-text"),
    path("scenes/<slug:key>/bestand/", reading.scene_file, name="practice-scene-file"),
    path("scenes/<slug:key>/aanpassen/", keeping.copy, name="practice-scene-copy"),
    path("scenes/<slug:key>/weghalen/", keeping.off, name="practice-scene-off"),
]
