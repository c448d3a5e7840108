"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.programme.folder import urls_offline
from spoorboek.programme.folder.views import attachments, others, overview, printing, sharing, sheet

urlpatterns: list[URLPattern] = [
    *urls_offline.urlpatterns,
    path("werkmap/", overview.work_folder, name="work-folder"),
    path("werkmap/blad/<slug:key>/", sheet.worksheet, name="worksheet"),
    path("werkmap/blad/<slug:key>/vraag/<int:number>/", sheet.question, name="worksheet-question"),
    path("werkmap/blad/<slug:key>/klaar/", sheet.finish, name="finish-worksheet"),
    path("werkmap/blad/<slug:key>/leeg/", sheet.wipe, name="wipe-worksheet"),
    path("werkmap/blad/<slug:key>/eerder/<slug:question>/", sheet.earlier, name="earlier-answers"),
    path("werkmap/blad/<slug:key>/kies/<slug:question>/", sheet.choose, name="choose-answer"),
    path("werkmap/blad/<slug:key>/delen/", sharing.share, name="share-worksheet"),
    path("werkmap/blad/<slug:key>/papier/", printing.print_worksheet, name="print-worksheet"),
    path("werkmap/papier/", printing.print_folder, name="print-folder"),
    path("werkmap/gedeeld/", sharing.my_shares, name="my-shares"),
    path("werkmap/gedeeld/<uuid:share_id>/stop/", sharing.withdraw, name="withdraw-share"),
    path("dossiers/<uuid:dossier_id>/gedeeld/", others.shared_folder, name="shared-folder"),
    path("gedeeld-met-mij/", others.shared_with_me, name="shared-with-me"),
    path("werkmap/bijlage/<uuid:attachment_id>/", attachments.show_attachment, name="folder-attachment"),
]
