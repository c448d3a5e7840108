"""Addresses of the client's own acts, in the dossier the client is looking at."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import client_leave, steps, steps_client

urlpatterns: list[URLPattern] = [
    path("mijn/afspraken/<uuid:appointment_id>/ik-kan-niet/", steps_client.cannot_come, name="cannot_come"),
    path("mijn/afspraken/<uuid:appointment_id>/ik-kan-toch/", steps_client.can_come, name="can_come"),
    path("mijn/kaart/<str:card>/nu-even-niet/", steps_client.fold_card, name="fold_card"),
    path("mijn/kaart/<str:card>/weer-open/", steps_client.unfold_card, name="unfold_card"),
    path("mijn/stappen/<slug:key>/<int:ordinal>/gedaan/", steps.my_step_done, name="my_step_done"),
    path("mijn/verlof/<int:leave_id>/", client_leave.my_leave, name="my_leave"),
    path("mijn/helper/", steps_client.helpers, name="helpers"),
    path("mijn/helper/<int:seat_id>/stop/", steps_client.withdraw_helper, name="withdraw_helper"),
    path("mijn/deskundigenoordeel/", steps_client.my_opinion, name="my_opinion"),
]
