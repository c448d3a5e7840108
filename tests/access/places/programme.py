"""A method at work in a dossier, coaching, and wanting and being able."""

from spoorboek.people.policy import Role
from tests.access.places.kinds import (
    ADMIN,
    CLIENT,
    COACHES,
    GUIDES,
    NOBODY,
    OFFICE,
    PROFESSIONALS,
    Place,
    inside,
    own_row,
    signed_in,
)

PLACES: dict[str, Place] = {
    # a method at work in a dossier
    "programme(dossier_id)": inside(PROFESSIONALS),
    "programme_start(dossier_id)": inside(GUIDES, GUIDES),
    "programme_add(dossier_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "programme_proposals(dossier_id)": inside(NOBODY, PROFESSIONALS),
    "programme_step(dossier_id, activity_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "programme_record(dossier_id, activity_id)": inside(NOBODY, PROFESSIONALS),
    "programme_course(dossier_id, course_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "programme-on-paper(dossier_id, course_id)": inside(
        GUIDES, GUIDES, course_id=lambda here, rows: rows.asked_course
    ),
    "programme_version(dossier_id, course_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "programme_handover(dossier_id)": inside(PROFESSIONALS, PROFESSIONALS),
    "programme_handed(dossier_id, note_id)": inside(OFFICE, note_id=lambda here, rows: rows.handover),
    "programme_report": signed_in(OFFICE | ADMIN),
    "my_programme": signed_in(CLIENT),
    "my_step(activity_id)": own_row(CLIENT, CLIENT),
    "programme_paper(dossier_id, course_id, name)": inside(
        PROFESSIONALS, name=lambda here, rows: "information-client"
    ),
    "my_paper(course_id, name)": own_row(CLIENT, NOBODY, name=lambda here, rows: "information-client"),
    "my_course(course_id)": own_row(CLIENT, CLIENT),
    "my_course_question(course_id)": own_row(CLIENT, CLIENT, course_id=lambda here, rows: rows.asked_course),
    "my_handover(note_id)": own_row(CLIENT, CLIENT, note_id=lambda here, rows: rows.handover),
    # coaching: goals and homework are the client's, agenda and notes the coach's
    "my_goals": signed_in(CLIENT),
    "goal_name": signed_in(CLIENT, CLIENT),
    "goal_levels(goal_id)": own_row(CLIENT, CLIENT),
    "goal_fix(goal_id)": own_row(NOBODY, CLIENT),
    "goal_end(goal_id)": own_row(NOBODY, CLIENT),
    "goal_rate(goal_id)": own_row(NOBODY, NOBODY),
    "goal_share(goal_id, account_id)": own_row(
        CLIENT, CLIENT, account_id=lambda here, rows: here.company.coach.pk
    ),
    "goal_withdraw(goal_share_id)": own_row(NOBODY, CLIENT),
    "goal_take_over(proposal_id)": own_row(NOBODY, CLIENT),
    "my_coaching": signed_in(CLIENT),
    "homework_answer(homework_id, said)": own_row(NOBODY, CLIENT, said=lambda here, rows: "done"),
    "coaching(dossier_id)": inside(COACHES),
    "coaching_agenda(dossier_id)": inside(COACHES, COACHES),
    "coaching_note(dossier_id)": inside(COACHES, COACHES),
    "coaching_redact(dossier_id, coaching_note_id)": inside(
        frozenset({Role.COACH}), frozenset({Role.COACH})
    ),
    "coaching_rate(dossier_id)": inside(COACHES, COACHES),
    "coaching_propose(dossier_id, goal_id)": inside(NOBODY, NOBODY),
    "coaching_homework(dossier_id)": inside(COACHES, COACHES),
    "coaching_homework_back(dossier_id, homework_id)": inside(NOBODY, COACHES),
    # wanting and being able: the client's own
    "wanting": signed_in(CLIENT),
    "wanting_name": signed_in(CLIENT, CLIENT),
    "wanting_question(behaviour_id, determinant)": own_row(
        CLIENT, CLIENT, determinant=lambda here, rows: "attitude"
    ),
    "wanting_choose(behaviour_id)": own_row(NOBODY, NOBODY),
    "wanting_again(behaviour_id)": own_row(NOBODY, CLIENT),
    "wanting_stop(behaviour_id)": own_row(NOBODY, CLIENT),
    "wanting_change(behaviour_id)": own_row(CLIENT, NOBODY),
    "wanting_take(behaviour_id, card)": own_row(NOBODY, CLIENT, card=lambda here, rows: "half-the-step"),
    "wanting_card_done(card_id)": own_row(NOBODY, CLIENT),
    "wanting_card_back(card_id)": own_row(NOBODY, CLIENT),
    "wanting_card_plan(card_id)": own_row(CLIENT, CLIENT),
    "wanting_people(behaviour_id)": own_row(CLIENT, NOBODY),
    "wanting_share(behaviour_id, account_id)": own_row(
        CLIENT, CLIENT, account_id=lambda here, rows: here.company.coach.pk
    ),
    "wanting_ask(behaviour_id, account_id)": own_row(
        CLIENT, CLIENT, account_id=lambda here, rows: here.company.supervisor.pk
    ),
    "wanting_withdraw(wanting_share_id)": own_row(NOBODY, CLIENT),
    "wanting_take_back(invitation_id)": own_row(NOBODY, CLIENT),
    "what_i_offer(dossier_id)": inside(
        frozenset({Role.SUPERVISOR, Role.COACH}), frozenset({Role.SUPERVISOR, Role.COACH})
    ),
    "shared_wanting(dossier_id)": inside(frozenset({Role.COACH, Role.LABOUR_EXPERT, Role.COMPANY_DOCTOR})),
}  # fmt: skip
