"""Reminders, learning, loading a list, intervision."""

from spoorboek.people.policy import Role
from tests.access.circles import circle
from tests.access.places.kinds import (
    ADMIN,
    CIRCLE,
    CLIENT,
    EVERYONE,
    GUIDES,
    NOBODY,
    OFFICE,
    PROFESSIONALS,
    Place,
    anyone,
    own_row,
    signed_in,
)

PLACES: dict[str, Place] = {
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
}  # fmt: skip
