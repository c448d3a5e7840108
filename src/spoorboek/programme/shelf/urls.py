"""Addresses of this room."""

from django.urls import URLPattern, path

from spoorboek.programme.shelf.views import content, editing, material, papers, reading, reviewing, sheet

urlpatterns: list[URLPattern] = [
    path("methoden/", reading.methods, name="methods"),
    path("methoden/bestand-inlezen/", reviewing.import_file, name="method_import"),
    path("methoden/eigen/", material.materials, name="own-materials"),
    path("methoden/eigen/uit/<uuid:release_id>/", material.withdraw, name="own-material-withdraw"),
    path("methoden/eigen/<uuid:draft_id>/", material.material, name="own-material"),
    path("methoden/eigen/<uuid:draft_id>/voorbeeld/", material.preview, name="own-material-preview"),
    path("methoden/eigen/<uuid:draft_id>/besluit/", material.decide, name="own-material-decide"),
    path("methoden/eigen/<uuid:draft_id>/tekst/", material.text, name="own-material-text"),
    path("methoden/eigen/<uuid:draft_id>/blad/", sheet.about, name="own-sheet-about"),
    path("methoden/eigen/<uuid:draft_id>/vragen/", sheet.move, name="own-sheet-move"),
    path("methoden/eigen/<uuid:draft_id>/nieuwe-vraag/", sheet.new_question, name="own-question-new"),
    path("methoden/eigen/<uuid:draft_id>/nieuwe-vraag/zien/", sheet.as_client, name="own-question-new-seen"),
    path("methoden/eigen/<uuid:draft_id>/vraag/<slug:key>/", sheet.question, name="own-question"),
    path("methoden/eigen/<uuid:draft_id>/vraag/<slug:key>/zien/", sheet.as_client, name="own-question-seen"),
    path("methoden/eigen/<uuid:draft_id>/<str:name>", material.material_file, name="own-material-file"),
    path("methoden/aanpassen/<uuid:draft_id>/", editing.draft_page, name="method_draft"),
    path("methoden/aanpassen/<uuid:draft_id>/route/", editing.move, name="method_draft_move"),
    path("methoden/aanpassen/<uuid:draft_id>/naam/", editing.about, name="method_about"),
    path("methoden/aanpassen/<uuid:draft_id>/voor-wie/", content.whom, name="method_whom"),
    path("methoden/aanpassen/<uuid:draft_id>/toestemming/", content.consent, name="method_consent"),
    path("methoden/aanpassen/<uuid:draft_id>/bewijs/", content.evidence, name="method_evidence"),
    path("methoden/aanpassen/<uuid:draft_id>/theorie/", content.theory, name="method_theory"),
    path("methoden/aanpassen/<uuid:draft_id>/inlezen/", reviewing.replace_file, name="method_replace"),
    path("methoden/aanpassen/<uuid:draft_id>/stap/<slug:key>/", editing.step, name="method_step"),
    path(
        "methoden/aanpassen/<uuid:draft_id>/stap/<slug:key>/effect/",
        editing.step_effect,
        name="method_step_effect",
    ),
    path("methoden/aanpassen/<uuid:draft_id>/fase/<slug:key>/", editing.phase, name="method_phase"),
    path(
        "methoden/aanpassen/<uuid:draft_id>/fase/<slug:key>/eigen-stap/",
        editing.new_step,
        name="method_new_step",
    ),
    path("methoden/aanpassen/<uuid:draft_id>/voorbeeld/", reviewing.preview, name="method_preview"),
    path("methoden/aanpassen/<uuid:draft_id>/vrijgeven/", reviewing.review, name="method_review"),
    path("methoden/aanpassen/<uuid:draft_id>/besluit/", reviewing.decide, name="method_decide"),
    path("methoden/aanpassen/<uuid:draft_id>/bestand/", reviewing.draft_file, name="method_draft_file"),
    path("methoden/<slug:key>/", reading.method, name="method"),
    path("methoden/<slug:key>/bestand/", reading.method_file, name="method_file"),
    path("methoden/<slug:key>/aanpassen/", editing.copy, name="method_copy"),
    path("methoden/<slug:key>/papieren/", papers.method_papers, name="method_papers"),
    path("methoden/<slug:key>/papieren/<slug:name>/", papers.paper_of_method, name="method_paper"),
]
