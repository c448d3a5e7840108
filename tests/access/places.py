"""Where each address of the project stands: who may look, who may send, and which row its arguments point to.

A new address needs a line here, or `test_every_address_has_a_place` fails. Six kinds:

- `anyone()`: a page without sign-in. It is tried by every role too, and may show no mark.
- `signed_in(reads, posts)`: about the person who is signed in (their caseload, their own route); no row in the address.
- `own_row(reads, posts)`: pages without a dossier that name a row. Another's row answers as one that does not exist.
- `inside(reads, posts)`: names a dossier or a row of one. Who does not take part gets 404; another role 403 or 404.
- `call(reads, posts)`: what a script of one's own pages asks in JSON; a visitor gets 401 and is led nowhere.
- `by_token()`: the API. No sign-in counts there: everybody's session gets 401 (tokens are tried in tests/api).

`reads` are the roles for which GET answers with a page, `posts` those whose POST is taken (or sent back with errors).
Arguments that `sample_arguments` does not know, or that must be others here, are given by name.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from spoorboek.people.policy import Role
from tests.access.circles import circle
from tests.access.links import link
from tests.access.markers import Rows
from tests.access.world import DRAFTED, MATERIAL_DRAFTED, SCENE_DRAFTED, World

Roles = frozenset[Role]
Samples = dict[str, Callable[[World, Rows], Any]]

NOWHERE = "00000000-0000-4000-8000-000000000000"
NOBODY: Roles = frozenset()
EVERYONE: Roles = frozenset(Role)
CLIENT = frozenset({Role.CLIENT})
CLIENT_SIDE = frozenset({Role.CLIENT, Role.HELPER})
OFFICE = frozenset({Role.CASE_MANAGER})
EMPLOYER = frozenset({Role.CASE_MANAGER, Role.SUPERVISOR})
DOCTOR = frozenset({Role.COMPANY_DOCTOR})
ADMIN = frozenset({Role.ADMIN})
CIRCLE = frozenset({Role.COACH, Role.LABOUR_EXPERT})
"""Who is in the group for intervision of `circles.py`."""
GUIDES = frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH})
PROFESSIONALS = GUIDES | {Role.SUPERVISOR}
COACHES = frozenset({Role.COACH, Role.LABOUR_EXPERT})
COACH = frozenset({Role.COACH})
STAFFED = PROFESSIONALS | {Role.ADMIN, Role.WORK_SUPERVISOR, Role.BUDDY}
"""Who has a role in an organisation that gives it more than research."""


AT_WORK = frozenset(Role) - CLIENT_SIDE
ADAPT = frozenset({Role.ADMIN, Role.CASE_MANAGER, Role.LABOUR_EXPERT, Role.COACH})
"""Who adapts the methods of the organisation where they work."""
READS_A_DRAFT = ("method_draft", "method_preview", "method_review", "method_draft_file", "method_theory")
CHANGES_A_DRAFT = ("method_about", "method_whom", "method_consent", "method_evidence", "method_replace")


class Kind(Enum):
    ANYONE = auto()
    SIGNED_IN = auto()
    OWN_ROW = auto()
    INSIDE = auto()
    TOKEN = auto()
    CALL = auto()


@dataclass(frozen=True)
class Place:
    """One line of the table. `without_seat`: roles that an organisation gives, which need no part in the dossier."""

    kind: Kind
    reads: Roles = NOBODY
    posts: Roles = NOBODY
    arguments: Samples = field(default_factory=dict)
    without_seat: Roles = NOBODY


def anyone(**arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.ANYONE, EVERYONE, EVERYONE, arguments)


def signed_in(reads: Roles, posts: Roles = NOBODY, **arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.SIGNED_IN, reads, posts, arguments)


def by_token(**arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.TOKEN, EVERYONE, EVERYONE, arguments)


def call(reads: Roles, posts: Roles = NOBODY, **arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.CALL, reads, posts, arguments)


def own_row(
    reads: Roles,
    posts: Roles,
    without_seat: Roles = NOBODY,
    **arguments: Callable[[World, Rows], Any],
) -> Place:
    return Place(Kind.OWN_ROW, reads, posts, arguments, without_seat)


def inside(
    reads: Roles,
    posts: Roles = NOBODY,
    without_seat: Roles = NOBODY,
    **arguments: Callable[[World, Rows], Any],
) -> Place:
    return Place(Kind.INSIDE, reads, posts, arguments, without_seat)


SAMPLES: Samples = {
    "dossier_id": lambda here, rows: here.full.pk,
    "employment_id": lambda here, rows: here.employment.pk,
    "employer_id": lambda here, rows: here.company.employer.pk,
    "membership_id": lambda here, rows: rows.membership.pk,
    "service_id": lambda here, rows: rows.service.pk,
    "appointment_id": lambda here, rows: rows.appointment.pk,
    "note_id": lambda here, rows: rows.note.pk,
    "leave_id": lambda here, rows: rows.leave.pk,
    "seat_id": lambda here, rows: rows.coach_seat.pk,
    "sequence": lambda here, rows: rows.last_entry,
    "key": lambda here, rows: rows.step.key,
    "ordinal": lambda here, rows: rows.step.ordinal,
    "anchor": lambda here, rows: f"{rows.step.key}-{rows.step.ordinal}",
    "card": lambda here, rows: "plan-of-action-0",
    "import_id": lambda here, rows: rows.list,
    "group_id": lambda here, rows: circle().group,
    "meeting_id": lambda here, rows: circle().meeting,
    "token_id": lambda here, rows: link().pk,
    "behaviour_id": lambda here, rows: rows.behaviour,
    "card_id": lambda here, rows: rows.action_card,
    "wanting_share_id": lambda here, rows: rows.profile_share,
    "invitation_id": lambda here, rows: rows.profile_invitation,
    "course_id": lambda here, rows: rows.course,
    "activity_id": lambda here, rows: rows.activity,
    "goal_id": lambda here, rows: rows.goal,
    "goal_share_id": lambda here, rows: rows.goal_share,
    "proposal_id": lambda here, rows: rows.proposal,
    "homework_id": lambda here, rows: rows.homework,
    "coaching_note_id": lambda here, rows: rows.coaching_note,
    "session_id": lambda here, rows: rows.practice,
}

ELSEWHERE: dict[str, Callable[[World], Any]] = {
    "draft_id": lambda here: NOWHERE,
    "part": lambda here: "moment",
    "key": lambda here: "values",
    "import_id": lambda here: "00000000-0000-4000-8000-000000000000",
    "question": lambda here: "part",
    "appointment_id": lambda here: "00000000-0000-4000-8000-000000000000",
    "seat_id": lambda here: 2**31 - 1,
    "membership_id": lambda here: 2**31 - 1,
    "leave_id": lambda here: 2**31 - 1,
    "note_id": lambda here: NOWHERE,
    "service_id": lambda here: 2**31 - 1,
    "deputising_id": lambda here: NOWHERE,
    "handover_id": lambda here: NOWHERE,
    "group_id": lambda here: NOWHERE,
    "meeting_id": lambda here: NOWHERE,
    "act": lambda here: "cijfer",
    "token_id": lambda here: "00000000-0000-4000-8000-000000000000",
    "behaviour_id": lambda here: NOWHERE,
    "course_id": lambda here: NOWHERE,
    "activity_id": lambda here: NOWHERE,
    "card_id": lambda here: NOWHERE,
    "wanting_share_id": lambda here: 2**31 - 1,
    "invitation_id": lambda here: NOWHERE,
    "goal_id": lambda here: NOWHERE,
    "goal_share_id": lambda here: 2**31 - 1,
    "proposal_id": lambda here: 2**31 - 1,
    "homework_id": lambda here: NOWHERE,
    "session_id": lambda here: NOWHERE,
    "keep_id": lambda here: NOWHERE,
    "event_id": lambda here: NOWHERE,
    "organisation_id": lambda here: NOWHERE,
    "what": lambda here: "terugkijken",
    "said": lambda here: "done",
    "name": lambda here: "information-client",
    "determinant": lambda here: "attitude",
    "card": lambda here: "half-the-step",
    "account_id": lambda here: NOWHERE,
    "share_id": lambda here: NOWHERE,
    "attachment_id": lambda here: NOWHERE,
}
"""For `own_row`: an argument of a row that does not exist."""

PLACES: dict[str, Place] = {
    # public
    "home": anyone(),
    "letter": anyone(),
    "accept_invitation": anyone(),
    "invitation_link(code)": anyone(code=lambda here, rows: "AAAA-BBBB-CCCC"),
    "confirm_address(token)": anyone(token=lambda here, rows: "a-worn-out-link"),
    "calculator": anyone(),
    "calculator_calendar": anyone(),
    "preferences": anyone(),
    "demo": anyone(),
    "demo_login(role)": anyone(role=lambda here, rows: "client"),
    "style": anyone(),
    "style(face)": anyone(face=lambda here, rows: "client"),
    # the organisation
    "organisation": signed_in(ADMIN, ADMIN),
    "own_risk": signed_in(ADMIN, ADMIN),
    "engage_service": signed_in(NOBODY, ADMIN),
    "end_membership(membership_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "end_service(service_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "second_factor": signed_in(EVERYONE),
    # links with other systems
    "api_explained": anyone(),
    "openapi": anyone(),
    "links": signed_in(ADMIN, ADMIN),
    "link(token_id)": own_row(ADMIN, NOBODY, without_seat=ADMIN),
    "renew_link(token_id)": own_row(NOBODY, ADMIN, without_seat=ADMIN),
    "end_link(token_id)": own_row(NOBODY, ADMIN, without_seat=ADMIN),
    # the client's pages
    "today": signed_in(CLIENT_SIDE),
    "my_route": signed_in(CLIENT_SIDE),
    "my_station(anchor)": signed_in(CLIENT_SIDE),
    "my_talk(kind)": signed_in(CLIENT_SIDE, kind=lambda here, rows: "case_manager"),
    "who_sees": signed_in(CLIENT_SIDE),
    "my_story": signed_in(CLIENT_SIDE),
    "contacts": signed_in(CLIENT_SIDE),
    "interpreter": signed_in(CLIENT_SIDE),
    "which_dossier": signed_in(CLIENT_SIDE),
    # the client's acts
    "cannot_come(appointment_id)": own_row(CLIENT, CLIENT),
    "can_come(appointment_id)": own_row(NOBODY, CLIENT, appointment_id=lambda here, rows: rows.replied.pk),
    "fold_card(card)": signed_in(NOBODY, CLIENT),
    "unfold_card(card)": signed_in(NOBODY, CLIENT),
    "my_step_done(key, ordinal)": signed_in(CLIENT, CLIENT, key=lambda here, rows: "wia-application"),
    "my_leave(leave_id)": own_row(CLIENT, CLIENT),
    "helpers": signed_in(CLIENT, CLIENT),
    "withdraw_helper(seat_id)": own_row(NOBODY, CLIENT, seat_id=lambda here, rows: rows.helper_seat.pk),
    "my_opinion": signed_in(CLIENT, CLIENT),
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
    # scenes to practise: for who coaches (a client sees them only where VR practice runs)
    "practice-scenes": signed_in(COACHES),
    "practice-scene-import": signed_in(COACHES, COACHES),
    **{
        f"{name}(draft_id)": own_row(
            reads, posts, frozenset({Role.COACH}), draft_id=lambda here, rows: SCENE_DRAFTED["id"]
        )
        for name, reads, posts in (
            ("practice-scene-editor", frozenset({Role.COACH}), NOBODY),
            ("practice-scene-keep", NOBODY, frozenset({Role.COACH})),
            ("practice-scene-move", NOBODY, frozenset({Role.COACH})),
            ("practice-scene-attempt", frozenset({Role.COACH}), NOBODY),
            ("practice-scene-draft-file", frozenset({Role.COACH}), NOBODY),
        )
    },
    **{
        f"{name}(draft_id, part, key)": own_row(
            reads, frozenset({Role.COACH}), frozenset({Role.COACH}),
            draft_id=lambda here, rows: SCENE_DRAFTED["id"],
            part=lambda here, rows: "moment", key=lambda here, rows: "hello",
        )
        for name, reads in (("practice-scene-part", frozenset({Role.COACH})), ("practice-scene-alongside", NOBODY))
    },
    **{
        f"{name}(key)": signed_in(reads, posts, key=lambda here, rows: "manager-talk")
        for name, reads, posts in (
            ("practice-scene", COACHES, COACHES), ("practice-scene-text", COACHES, COACHES),
            ("practice-scene-file", COACHES, NOBODY), ("practice-scene-copy", NOBODY, COACHES),
            ("practice-scene-off", NOBODY, COACHES),
        )
    },
    # the work folder, and what is shared of it
    "work-folder": signed_in(CLIENT),
    "my-shares": signed_in(CLIENT),
    "print-folder": signed_in(CLIENT),
    **{
        f"{name}(key)": signed_in(reads, posts, key=lambda here, rows: "week-plan")
        for name, reads, posts in (
            ("worksheet", CLIENT, NOBODY), ("print-worksheet", CLIENT, NOBODY), ("finish-worksheet", NOBODY, CLIENT),
            ("wipe-worksheet", CLIENT, CLIENT), ("share-worksheet", CLIENT, CLIENT),
        )
    },
    "worksheet-question(key, number)": signed_in(
        CLIENT, CLIENT, key=lambda here, rows: "week-plan", number=lambda here, rows: 1
    ),
    "earlier-answers(key, question)": signed_in(
        CLIENT, key=lambda here, rows: "week-plan", question=lambda here, rows: "plan"
    ),
    "choose-answer(key, question)": signed_in(
        NOBODY, CLIENT, key=lambda here, rows: "week-plan", question=lambda here, rows: "plan"
    ),
    "withdraw-share(share_id)": own_row(NOBODY, CLIENT, share_id=lambda here, rows: NOWHERE),
    "folder-attachment(attachment_id)": own_row(NOBODY, NOBODY, attachment_id=lambda here, rows: NOWHERE),
    "shared-folder(dossier_id)": inside(PROFESSIONALS | {Role.WORK_SUPERVISOR, Role.BUDDY, Role.PEER}),
    "shared-with-me": signed_in(EVERYONE),
    # the work folder without a link: on devices of one's own
    "folder_worker": anyone(),
    "folder_manifest": anyone(),
    "folder_shell": anyone(),
    "folder_device": signed_in(CLIENT),
    "folder_bundle": call(CLIENT),
    "folder_answers": call(NOBODY, CLIENT),
    "folder_file(attachment_id)": call(NOBODY, CLIENT, attachment_id=lambda here, rows: NOWHERE),
    "folder_claim": call(NOBODY, CLIENT),
    "folder_key(device_id)": call(NOBODY, CLIENT, device_id=lambda here, rows: NOWHERE),
    "folder_withdraw(device_id)": signed_in(NOBODY, CLIENT, device_id=lambda here, rows: NOWHERE),
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
    # practising: the client's own place, the pages of the coach who gives a session, reports and rules
    "practice": signed_in(CLIENT),
    "practice-home": signed_in(CLIENT, CLIENT),
    "practice-progress": signed_in(CLIENT),
    "practice-fit": signed_in(CLIENT, CLIENT),
    "practice-settle-fit": signed_in(NOBODY, CLIENT),
    "practice-safety": anyone(),
    "practice-take-back(keep_id)": own_row(NOBODY, CLIENT, keep_id=lambda here, rows: rows.practice_keep),
    "practice-session(session_id)": own_row(CLIENT, NOBODY),
    "practice-agree(session_id)": own_row(NOBODY, CLIENT),
    "practice-not-now(session_id)": own_row(NOBODY, CLIENT),
    "practice-today(session_id)": own_row(CLIENT, CLIENT),
    "practice-settle-today(session_id)": own_row(NOBODY, CLIENT),
    "practice-say(session_id)": own_row(NOBODY, CLIENT),
    "practice-begin(session_id)": own_row(NOBODY, CLIENT),
    "practice-stop(session_id)": own_row(NOBODY, CLIENT),
    "practice-moments(session_id)": call(NOBODY, CLIENT | COACHES),
    "practice-write(session_id, what)": own_row(NOBODY, CLIENT, what=lambda here, rows: "terugkijken"),
    "practice-keep(session_id)": own_row(NOBODY, CLIENT),
    "practice-close(session_id)": own_row(NOBODY, CLIENT),
    "practice-note(session_id, account_id)": own_row(
        NOBODY, CLIENT, account_id=lambda here, rows: here.who(Role.COACH).account_id
    ),
    "practice-wipe(session_id)": own_row(CLIENT, CLIENT),
    "practice-report(session_id)": own_row(CLIENT, CLIENT),
    "practice-of(dossier_id)": inside(COACHES),
    "practice-choose(dossier_id)": inside(COACHES),
    "practice-plan(dossier_id, scene)": inside(COACHES, COACHES, scene=lambda here, rows: "manager-talk"),
    "practice-progress-of(dossier_id)": inside(COACHES),
    "practice-coach(dossier_id, session_id)": inside(COACH),
    "practice-withdraw(dossier_id, session_id)": inside(NOBODY, COACH),
    "practice-report-of(dossier_id, session_id)": inside(COACH, COACH),
    "practice-reports": signed_in(EVERYONE),
    "practice-seen(event_id)": own_row(NOBODY, NOBODY, event_id=lambda here, rows: NOWHERE),
    "practice-responsible(organisation_id)": own_row(
        NOBODY, ADMIN, ADMIN, organisation_id=lambda here, rows: here.company.employer.pk
    ),
    "practice-live(session_id)": own_row(COACH, NOBODY),
    "practice-jot(session_id)": own_row(NOBODY, COACH),
    "practice-code(session_id)": own_row(NOBODY, COACH),
    "practice-screen(session_id)": own_row(COACH, NOBODY),
    "practice-let-in(session_id)": own_row(NOBODY, COACH),
    "practice-pair": anyone(),
    "practice-pair-screen": anyone(),
    "practice-pair-now": anyone(),
    "agenda": signed_in(PROFESSIONALS),
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
    # the methods, and an organisation's own versions
    "methods": signed_in(AT_WORK),
    **{f"{name}(key)": signed_in(AT_WORK, key=lambda here, rows: "op-maat") for name in ("method", "method_file")},
    "method_copy(key)": signed_in(NOBODY, ADAPT, key=lambda here, rows: "op-maat"),
    "method_import": signed_in(ADAPT, ADAPT),
    **{
        f"{name}(draft_id)": own_row(reads, posts, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"])
        for name, reads, posts in (
            *((name, OFFICE | ADMIN, NOBODY) for name in READS_A_DRAFT), ("method_decide", NOBODY, OFFICE | ADMIN),
            ("method_draft_move", NOBODY, OFFICE | ADMIN),
        )
    },
    **{
        f"{name}(draft_id, key)": own_row(
            reads, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"],
            key=lambda here, rows: "values-talk",
        )
        for name, reads in (("method_step", OFFICE | ADMIN), ("method_step_effect", NOBODY))
    },
    **{
        f"{name}(draft_id, key)": own_row(
            OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"],
            key=lambda here, rows: "values",
        )
        for name in ("method_phase", "method_new_step")
    },
    **{
        f"{name}(draft_id)": own_row(
            OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"]
        )
        for name in CHANGES_A_DRAFT
    },
    "own-materials": signed_in(ADAPT, ADAPT),
    "own-material(draft_id)": own_row(
        OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
    ),
    "own-material-preview(draft_id)": own_row(
        OFFICE | ADMIN, NOBODY, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
    ),
    "own-material-decide(draft_id)": own_row(
        NOBODY, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
    ),
    "own-material-file(draft_id, name)": own_row(
        OFFICE | ADMIN, NOBODY, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"],
        name=lambda here, rows: "worksheet.yaml",
    ),
    # reminders
    "reminders": signed_in(EVERYONE, PROFESSIONALS | CLIENT),
    "make_calendar": signed_in(NOBODY, PROFESSIONALS | CLIENT),
    "withdraw_calendar": signed_in(NOBODY, EVERYONE),
    "unsubscribe(token)": anyone(token=lambda here, rows: "a-worn-out-link"),
    "calendar_feed(secret)": anyone(secret=lambda here, rows: "a-withdrawn-address"),
    # learning: one's own; an administrator sees who finished what
    "learning": signed_in(EVERYONE),
    "module(key)": signed_in(EVERYONE, EVERYONE, key=lambda here, rows: "warm-contact"),
    "certificate(key)": signed_in(frozenset({Role.SUPERVISOR}), key=lambda here, rows: "warm-contact"),
    "certificate_file(key)": signed_in(frozenset({Role.SUPERVISOR}), key=lambda here, rows: "warm-contact"),
    "learning_progress": signed_in(ADMIN),
    # papers of a method: they name nobody
    "method_papers(key)": signed_in(EVERYONE - CLIENT_SIDE, key=lambda here, rows: "back-to-work-your-way"),
    "method_paper(key, name)": signed_in(
        EVERYONE - CLIENT_SIDE,
        key=lambda here, rows: "back-to-work-your-way",
        name=lambda here, rows: "consent-client",
    ),
    # loading a list: one's own only
    "lists": signed_in(OFFICE, OFFICE),
    "list(import_id)": signed_in(NOBODY),
    "list_stop(import_id)": own_row(NOBODY, OFFICE, import_id=lambda here, rows: rows.other_list),
    "list_columns(import_id)": own_row(OFFICE, OFFICE),
    "list_question(import_id, question)": own_row(OFFICE, OFFICE, question=lambda here, rows: "part"),
    "list_people(import_id)": own_row(OFFICE, OFFICE),
    "list_preview(import_id)": own_row(OFFICE, NOBODY),
    "list_file(import_id)": own_row(OFFICE, NOBODY),
    "list_load(import_id)": own_row(NOBODY, OFFICE),
    "list_progress(import_id)": signed_in(NOBODY),
    "list_outcome(import_id)": own_row(OFFICE, NOBODY),
    "list_undo(import_id)": signed_in(NOBODY, OFFICE),
    # intervision: the members of a group
    "intervision": signed_in(GUIDES, GUIDES),
    "circle_group(group_id)": own_row(CIRCLE, CIRCLE),
    "circle_invite(group_id)": own_row(NOBODY, CIRCLE),
    "circle_answer(group_id)": own_row(NOBODY, NOBODY),
    "circle_leave(group_id)": own_row(NOBODY, CIRCLE, group_id=lambda here, rows: circle().spare),
    "circle_plan(group_id)": own_row(CIRCLE, CIRCLE),
    "circle_meeting(meeting_id)": own_row(CIRCLE, NOBODY),
    "circle_now(meeting_id)": own_row(CIRCLE, NOBODY),
    "circle_do(meeting_id, act)": own_row(NOBODY, CIRCLE, act=lambda here, rows: "cijfer"),
    "circle_case(meeting_id)": own_row(CIRCLE, CIRCLE),
    "circle_write(meeting_id)": own_row(NOBODY, CIRCLE),
    # the API
    **{
        f"api:{name}": by_token()
        for name in (
            "api-root", "organisations", "staff(employer_id)", "employments(employer_id)", "add(employer_id)",
            "employment(employment_id)", "report_sick(employment_id)", "dossiers", "one", "many",
            *(
                f"{part}(dossier_id)"
                for part in (
                    "dossier", "facts", "obligations", "route", "journal", "people",
                    "partial_return", "recovery", "short_absence", "sick_again", "withdraw", "register_leave",
                    "contract_hours", "decision", "milestone", "end_of_employment", "death", "reopen", "transfer",
                )
            ),
            *(
                f"{part}(dossier_id, key, ordinal)"
                for part in ("obligation", "mark_done", "correct_done", "agree")
            ),
        )
    },
    **{
        f"api:{name}(import_id)": by_token(import_id=lambda here, rows: here.full.pk)
        for name in ("read", "answers", "preview", "rows", "confirm", "undo", "cancel")
    },
    "api:start": by_token(),
    **{
        f"api:{name}(dossier_id, kind, row)": by_token(
            kind=lambda here, rows: "spell", row=lambda here, rows: rows.spell.pk
        )
        for name in ("correct", "remove")
    },
    # signing in (allauth): about the account alone
    **{
        name: anyone()
        for name in (
            "account_login", "account_logout", "account_inactive", "account_signup", "account_reauthenticate",
            "account_email", "account_email_verification_sent", "account_change_password", "account_set_password",
            "account_reset_password", "account_reset_password_done", "account_reset_password_from_key_done",
            "account_request_login_code", "account_confirm_login_code",
            "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
            "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
            "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "mfa_login_webauthn",
        )
    },
    "mfa_edit_webauthn(pk)": anyone(pk=lambda here, rows: 1),
    "mfa_remove_webauthn(pk)": anyone(pk=lambda here, rows: 1),
    "account_confirm_email(key)": anyone(key=lambda here, rows: "wrong"),
    "account_reset_password_from_key(uidb36, key)": anyone(
        uidb36=lambda here, rows: "wrong", key=lambda here, rows: "wrong"
    ),
}  # fmt: skip


def what_to_add(address: str, view: str) -> str:
    """The line that is missing, as far as a machine can tell."""
    kind = "inside(PROFESSIONALS, EMPLOYER)" if "dossier_id" in address else "signed_in(PROFESSIONALS)"
    return f'"{address}": {kind},  # view {view}: say who may GET and who may POST'
