"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.programme.courses.views import client, handing_over, papers, professional, reporting, starting

DOSSIER = "dossiers/<uuid:dossier_id>/programma/"

urlpatterns: list[URLPattern] = [
    path(DOSSIER, professional.programme_page, name="programme"),
    path(f"{DOSSIER}start/", starting.start, name="programme_start"),
    path(f"{DOSSIER}erbij/", professional.add, name="programme_add"),
    path(f"{DOSSIER}voorstellen/", professional.proposals, name="programme_proposals"),
    path(f"{DOSSIER}stap/<uuid:activity_id>/", professional.step_page, name="programme_step"),
    path(f"{DOSSIER}stap/<uuid:activity_id>/gedaan/", professional.record, name="programme_record"),
    path(f"{DOSSIER}loopt/<uuid:course_id>/", professional.course_page, name="programme_course"),
    path(f"{DOSSIER}overdracht/", handing_over.write, name="programme_handover"),
    path(f"{DOSSIER}overdracht/<uuid:note_id>/", handing_over.read, name="programme_handed"),
    path("organisatie/programmas/", reporting.report, name="programme_report"),
    path("mijn/programma/overdracht/<uuid:note_id>/", handing_over.mine, name="my_handover"),
    path(f"{DOSSIER}loopt/<uuid:course_id>/versie/", professional.version, name="programme_version"),
    path(f"{DOSSIER}loopt/<uuid:course_id>/papier/<slug:name>/", papers.paper, name="programme_paper"),
    path(f"{DOSSIER}loopt/<uuid:course_id>/op-papier/", papers.on_paper, name="programme-on-paper"),
    path("mijn/programma/loopt/<uuid:course_id>/papier/<slug:name>/", papers.my_paper, name="my_paper"),
    path("mijn/programma/", client.my_programme, name="my_programme"),
    path("mijn/programma/vraag/<uuid:course_id>/", client.question, name="my_course_question"),
    path("mijn/programma/stap/<uuid:activity_id>/", client.my_step, name="my_step"),
    path("mijn/programma/loopt/<uuid:course_id>/", client.my_course, name="my_course"),
]
