"""Addresses of the acts on steps, contact, appointments and people; below `dossiers/<id>/`."""

from django.urls import URLPattern, path

from spoorboek.dossiers.views import (
    steps,
    steps_appointments,
    steps_client,
    steps_contact,
    steps_people,
    way_in,
)

STEP = "stappen/<slug:key>/<int:ordinal>/"
APPOINTMENT = "afspraken/<uuid:appointment_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{STEP}gedaan/", steps.mark_done, name="mark_done"),
    path(f"{STEP}verbeteren/", steps.correct_done, name="correct_done"),
    path(f"{STEP}andere-datum/", steps.agree_date, name="agree_date"),
    path("contact/", steps_contact.note_contact, name="note_contact"),
    path("contact/<int:note_id>/weghalen/", steps_contact.redact_contact_note, name="redact_contact_note"),
    path("afspraken/", steps_appointments.plan_appointment, name="plan_appointment"),
    path(f"{APPOINTMENT}verplaatsen/", steps_appointments.move_appointment, name="move_appointment"),
    path(f"{APPOINTMENT}afzeggen/", steps_appointments.cancel_appointment, name="cancel_appointment"),
    path("mensen/", steps_people.people_of_dossier, name="people_of_dossier"),
    path("mensen/uitnodigen/", way_in.invite_client, name="invite_client"),
    path("mensen/herkennen/", way_in.recognise_client, name="recognise_client"),
    path("mensen/overdragen/", steps_people.transfer, name="transfer"),
    path("mensen/meedoen/", steps_people.let_take_part, name="let_take_part"),
    path("mensen/<int:seat_id>/eind/", steps_people.end_taking_part, name="end_taking_part"),
    path("deskundigenoordeel/", steps_client.ask_opinion, name="ask_opinion"),
]
