"""Addresses of the work folder without a link. All lie under /werkmap/: a service worker reaches no further."""

from django.urls import URLPattern, path

from spoorboek.programme.folder.views import offline, sync

urlpatterns: list[URLPattern] = [
    path("werkmap/sw.js", offline.worker, name="folder_worker"),
    path("werkmap/manifest.webmanifest", offline.manifest, name="folder_manifest"),
    path("werkmap/zonder-verbinding/", offline.empty_page, name="folder_shell"),
    path("werkmap/sync/", sync.bundle, name="folder_bundle"),
    path("werkmap/sync/antwoorden/", sync.answers, name="folder_answers"),
    path("werkmap/sync/bijlage/<uuid:attachment_id>/", sync.file, name="folder_file"),
    path("werkmap/toestel/", offline.my_device, name="folder_device"),
    path("werkmap/toestel/sleutel/", offline.claim, name="folder_claim"),
    path("werkmap/toestel/<uuid:device_id>/sleutel/", offline.key, name="folder_key"),
    path("werkmap/toestel/<uuid:device_id>/weg/", offline.withdraw, name="folder_withdraw"),
]
