"""Scenes to practise, and practising with them."""

from spoorboek.people.policy import Role
from tests.access.places.kinds import (
    ADMIN,
    CLIENT,
    COACH,
    COACHES,
    EVERYONE,
    NOBODY,
    NOWHERE,
    PROFESSIONALS,
    Place,
    anyone,
    call,
    inside,
    own_row,
    signed_in,
)
from tests.access.world import SCENE_DRAFTED

PLACES: dict[str, Place] = {
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
}  # fmt: skip
