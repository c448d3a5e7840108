"""Addresses of the caseload."""

from django.urls import URLPattern, path

from spoorboek.caseload.views import caseload, kept, month, standing_in

urlpatterns: list[URLPattern] = [
    path("caseload/", caseload.caseload, name="caseload"),
    path("caseload/zoeken/", caseload.caseload, name="search"),
    path("caseload/maand/", month.month, name="caseload_month"),
    path("caseload/lijst.csv", month.export, name="caseload_export"),
    path("caseload/weergaven/", kept.keep, name="keep_view"),
    path("caseload/weergaven/<int:view_id>/weg/", kept.drop, name="drop_view"),
    path("caseload/waarnemen/", standing_in.own, name="standing_in"),
    path("rollen/<int:membership_id>/waarnemen/", standing_in.stand_in, name="stand_in"),
    path("rollen/<int:membership_id>/overdragen/", standing_in.hand_all_over, name="hand_over"),
    path("waarnemingen/<uuid:deputising_id>/stop/", standing_in.stop, name="end_deputising"),
    path("overdrachten/<uuid:handover_id>/terug/", standing_in.undo, name="undo_hand_over"),
]
