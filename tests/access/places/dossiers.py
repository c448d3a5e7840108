"""The caseload, the facts of a dossier, its steps and its people."""

from spoorboek.people.policy import Role
from tests.access.places.kinds import (
    ADMIN,
    DOCTOR,
    EMPLOYER,
    EVERYONE,
    GUIDES,
    NOBODY,
    NOWHERE,
    OFFICE,
    PROFESSIONALS,
    STAFFED,
    Place,
    inside,
    own_row,
    signed_in,
)

PLACES: dict[str, Place] = {
    # professionals
    "caseload": signed_in(GUIDES),
    "search": signed_in(GUIDES),
    "caseload_month": signed_in(GUIDES),
    "caseload_export": signed_in(GUIDES),
    "standing_in": signed_in(NOBODY),
    "stand_in(membership_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "hand_over(membership_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "end_deputising(deputising_id)": own_row(NOBODY, NOBODY, deputising_id=lambda here, rows: NOWHERE),
    "undo_hand_over(handover_id)": own_row(NOBODY, NOBODY, handover_id=lambda here, rows: NOWHERE),
    "keep_view": signed_in(NOBODY, GUIDES),
    "drop_view(view_id)": signed_in(NOBODY, EVERYONE, view_id=lambda here, rows: 2**31 - 1),
    "team": signed_in(EVERYONE),
    "dossier(dossier_id)": inside(PROFESSIONALS),
    "dossier_story(dossier_id)": inside(PROFESSIONALS),
    # practising: in the real world there is no clock to set
    "practice_clock": signed_in(NOBODY),
    "practice_lesson": signed_in(NOBODY),
    "practice_places": signed_in(STAFFED, ADMIN),
    "enter_practice(account_id)": inside(
        NOBODY, EMPLOYER | ADMIN, EMPLOYER | ADMIN, account_id=lambda here, rows: here.pupil.pk
    ),
    # facts
    "report_sick": signed_in(EMPLOYER, EMPLOYER),
    "report_sick_new(employer_id)": inside(OFFICE, OFFICE, without_seat=OFFICE),
    "report_sick_for(employment_id)": inside(EMPLOYER, EMPLOYER, without_seat=OFFICE),
    "facts(dossier_id)": inside(PROFESSIONALS),
    "facts_moved(dossier_id, sequence)": inside(PROFESSIONALS),
    "correct_fact(dossier_id, kind, row)": inside(
        EMPLOYER, EMPLOYER, kind=lambda here, rows: "spell", row=lambda here, rows: rows.spell.pk
    ),
    "remove_fact(dossier_id, kind, row)": inside(
        OFFICE, OFFICE, kind=lambda here, rows: "leave", row=lambda here, rows: rows.leave.pk
    ),
    "partial_return(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "short_absence(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "recovery(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "sick_again(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "withdraw(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "leave(dossier_id)": inside(OFFICE, OFFICE),
    "leave_statement(dossier_id, leave_id)": inside(DOCTOR, DOCTOR),
    "net_clear(dossier_id)": inside(OFFICE, OFFICE),
    "safety_net(dossier_id)": inside(DOCTOR, DOCTOR),
    "early_signal(dossier_id)": inside(
        frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT}),
        frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT}),
    ),
    "second_track(dossier_id)": inside(
        frozenset({Role.CASE_MANAGER, Role.LABOUR_EXPERT, Role.COACH}),
        frozenset({Role.CASE_MANAGER, Role.LABOUR_EXPERT, Role.COACH}),
    ),
    "uwv_letter(dossier_id)": inside(OFFICE, OFFICE),
    "wia_application(dossier_id)": inside(OFFICE, OFFICE),
    "sanction(dossier_id)": inside(OFFICE, OFFICE),
    "shortening(dossier_id)": inside(OFFICE, OFFICE),
    "extension(dossier_id)": inside(OFFICE, OFFICE),
    "shortened_wait(dossier_id)": inside(OFFICE, OFFICE),
    "contract_hours(dossier_id)": inside(OFFICE, OFFICE),
    "end_of_employment(dossier_id)": inside(OFFICE, OFFICE),
    "death(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "reopen(dossier_id)": inside(OFFICE, OFFICE),
    # steps, contact and people
    "mark_done(dossier_id, key, ordinal)": inside(EMPLOYER, EMPLOYER),
    "correct_done(dossier_id, key, ordinal)": inside(
        OFFICE | DOCTOR, OFFICE | DOCTOR, key=lambda here, rows: rows.milestone.key
    ),
    "agree_date(dossier_id, key, ordinal)": inside(EMPLOYER, EMPLOYER),
    "note_contact(dossier_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "redact_contact_note(dossier_id, note_id)": inside(OFFICE | DOCTOR, OFFICE | DOCTOR),
    "plan_appointment(dossier_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "move_appointment(dossier_id, appointment_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "cancel_appointment(dossier_id, appointment_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "people_of_dossier(dossier_id)": inside(PROFESSIONALS),
    "transfer(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "let_take_part(dossier_id)": inside(EMPLOYER, EMPLOYER),
    "end_taking_part(dossier_id, seat_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "invite_client(dossier_id)": inside(OFFICE | DOCTOR, OFFICE | DOCTOR),
    "recognise_client(dossier_id)": inside(DOCTOR, DOCTOR),
    "ask_opinion(dossier_id)": inside(EMPLOYER, EMPLOYER),
}  # fmt: skip
