"""Practice sessions: the client's own. A coach reaches a session that they give, and afterwards what the client lets
them keep of it; the employer's side has no row here at all."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import (
    ACTOR,
    in_organisations,
    live_share_itself,
    takes_part_now,
    unchanged,
)
from spoorboek.people.policy.groups import EMPLOYERS_SIDE, GUIDES, MAY_LOOK_AT_REPORTS
from spoorboek.people.policy.reach import Layer, Protected, Role

SESSION, OVER = "practice_sessions_session", "('not-now', 'closed', 'broken-off')"


def as_client(table: str) -> str:
    """SQL: the actor is the client of the row's dossier."""
    return takes_part_now(table, Role.CLIENT)


def of_my_session(table: str, more: str = "") -> str:
    """SQL: the row is of a session that the actor coaches, in the same dossier, where they still take part."""
    return (
        f"(EXISTS (SELECT 1 FROM {SESSION} s WHERE s.id = {table}.session_id AND s.dossier_id = {table}.dossier_id"
        f" AND s.coach_id = {ACTOR}{more}) AND {takes_part_now(table, *GUIDES)})"
    )


def of_own_session(table: str) -> str:
    """SQL: the row is of a session of the client's own dossier."""
    return (
        f"(EXISTS (SELECT 1 FROM {SESSION} s WHERE s.id = {table}.session_id AND s.dossier_id = {table}.dossier_id)"
        f" AND {as_client(table)})"
    )


def kept(table: str, kinds: str) -> str:
    """SQL: the client lets the actor, a coach who still takes part, keep this part of the session."""
    return (
        f"(EXISTS (SELECT 1 FROM practice_sessions_keep k WHERE k.session_id = {table}.session_id"
        f" AND k.account_id = {ACTOR} AND k.kind = {kinds} AND k.withdrawn_at IS NULL)"
        f" AND {takes_part_now(table, *GUIDES)})"
    )


NOT_LEFT_OPEN = " AND coalesce(s.ended_at, s.started_at, now()) > now() - interval '1 day'"
"""A session that the client never rounded off ends for the coach too: a day later."""
WHILE_IT_RUNS = f" AND s.state NOT IN {OVER}{NOT_LEFT_OPEN}"
MOMENT, PASSAGE, MEASURE = (f"practice_sessions_{name}" for name in ("moment", "passage", "measure"))
MINE = f"{as_client(SESSION)} OR ({SESSION}.coach_id = {ACTOR} AND {takes_part_now(SESSION, *GUIDES)})"
THEIR_CLIENT = (
    f"EXISTS (SELECT 1 FROM people_involvement c WHERE c.dossier_id = {SESSION}.dossier_id"
    f" AND c.account_id = {SESSION}.client_id AND c.role = '{Role.CLIENT}' AND (c.until IS NULL OR c.until > now()))"
)
PROPOSED = f"({SESSION}.state = 'proposed' AND {SESSION}.way = '' AND {SESSION}.started_at IS NULL)"
"""All that a coach may add: nobody has said yes to it yet."""
WHOSE = unchanged("dossier_id", "client_id", "coach_id", "made_at")
CHOSEN = unchanged(
    "scene", "scene_version", "step", "seed", "sealed", "frozen", "wish", "decides", "minutes", "on"
)
LIVED = unchanged("way", "started_at", "ended_at", "broke_off")
BY_THE_COACH = (
    f"CASE WHEN OLD.state = NEW.state THEN {LIVED} AND (OLD.state = 'proposed' OR {CHOSEN})"
    f" WHEN NEW.state = 'not-now' THEN OLD.state IN ('proposed', 'planned', 'suited') AND {CHOSEN} AND {LIVED}"
    " WHEN NEW.state = 'looking-back' THEN OLD.state IN ('preparing', 'quiet-place', 'scene', 'pause')"
    f" AND {CHOSEN} AND {unchanged('way', 'started_at')} ELSE false END"
)
"""A coach writes what they propose, may say *not now* and *stop*; yes and every step on are the client's own."""
OWN_MOMENTS = (
    f"({of_own_session(MOMENT)} AND side = 'client')"
    f" OR ({of_my_session(MOMENT, WHILE_IT_RUNS)} AND side = 'coach')"
)
READ_MOMENTS = (
    f"{as_client(MOMENT)} OR {of_my_session(MOMENT, WHILE_IT_RUNS)}"
    f" OR ({MOMENT}.type IN ('rating', 'step') AND {kept(MOMENT, repr('curve'))})"
)
AS_A_COACH = f"{of_my_session(PASSAGE)} AND {PASSAGE}.state IN ('proposed', 'not-now', 'looking-back')"
OWN_PASSAGES = f"account_id = {ACTOR} AND ({of_own_session(PASSAGE)} OR ({AS_A_COACH}))"
READ_PASSAGES = (
    f"{as_client(PASSAGE)} OR {of_my_session(PASSAGE, WHILE_IT_RUNS)}"
    f" OR (account_id = {ACTOR} AND {of_my_session(PASSAGE)})"
)
READ_MEASURES = (
    f"{as_client(MEASURE)} OR ({MEASURE}.what <> 'symptoms' AND {of_my_session(MEASURE, WHILE_IT_RUNS)})"
    f" OR ({MEASURE}.what = 'tension' AND {kept(MEASURE, repr('curve'))})"
)
EVENT, NOTICE, RESPONSIBLE = (
    f"practice_sessions_{name}" for name in ("adverseevent", "notice", "responsible")
)


def works_there(*roles: Role) -> str:
    """SQL: the actor now has one of these roles in the organisation where the report went."""
    listed = ", ".join(f"'{role}'" for role in roles)
    return (
        f"EXISTS (SELECT 1 FROM people_membership m WHERE m.organisation_id = {NOTICE}.organisation_id"
        f" AND m.account_id = {ACTOR} AND m.role IN ({listed}) AND (m.until IS NULL OR m.until > now()))"
    )


LOOKS_AT_IT = (
    f"(EXISTS (SELECT 1 FROM {RESPONSIBLE} r WHERE r.organisation_id = {NOTICE}.organisation_id"
    f" AND r.account_id = {ACTOR} AND r.ended_at IS NULL)"
    f" AND {works_there(*MAY_LOOK_AT_REPORTS)} AND NOT {works_there(*EMPLOYERS_SIDE)})"
)
"""Named, and still who may be named: not gone, and not gone over to the employer's side."""
OF_MY_REPORT = (
    f"EXISTS (SELECT 1 FROM {EVENT} e WHERE e.id = {NOTICE}.event_id AND e.author_id = {ACTOR}"
    f" AND e.organisation_id = {NOTICE}.organisation_id AND e.kind = {NOTICE}.kind)"
)

TABLES: dict[str, Protected] = {
    SESSION: Protected(
        Layer.PERSONAL, read=MINE, insert=f"({MINE}) AND {THEIR_CLIENT} AND ({as_client(SESSION)} OR {PROPOSED})",
        update=MINE, changes=f"{WHOSE} AND (NEW.client_id = {ACTOR} OR {BY_THE_COACH})",
        why="the client and the coach who plans it with them; no other coach, and nobody of the employer's side; the"
        " coach proposes, and the database keeps yes and what follows for the client",
    ),
    PASSAGE: Protected(
        Layer.PERSONAL, read=READ_PASSAGES, insert=OWN_PASSAGES,
        update=as_client(PASSAGE), append_only=True, deletable=True,
        why="the client; the coach while it runs, and afterwards what they themselves did",
    ),
    MOMENT: Protected(
        Layer.PERSONAL, read=READ_MOMENTS, insert=OWN_MOMENTS, update=as_client(MOMENT), append_only=True,
        deletable=True,
        why="the client; the coach while it runs, and afterwards only tension and steps that they may keep",
    ),
    MEASURE: Protected(
        Layer.PERSONAL, read=READ_MEASURES, insert=of_own_session(MEASURE), update=of_own_session(MEASURE),
        deletable=True, why="as moments; symptoms are for the client alone",
    ),
    "practice_sessions_words": Protected(
        Layer.PERSONAL, deletable=True, hangs_on=("session_id", SESSION),
        shared=kept("{0}", "{0}.kind"), why="the client's own; read by the coach who may keep this text",
    ),
    "practice_sessions_keep": Protected(
        Layer.PERSONAL, hangs_on=("session_id", SESSION), shared=live_share_itself(*GUIDES, until=False),
        why="the client lets a coach keep something and takes it back; that coach reads that",
    ),
    "practice_sessions_fit": Protected(
        Layer.PERSONAL, deletable=True, why="headset or screen: the client's own, and nobody else's",
    ),
    EVENT: Protected(
        Layer.PERSONAL, read=f"{as_client(EVENT)} OR {of_my_session(EVENT)}",
        insert=f"author_id = {ACTOR} AND ({of_own_session(EVENT)} OR {of_my_session(EVENT)})", update="false",
        why="client and coach, with its words; who is named to look at it reads the notice and not this",
    ),
    NOTICE: Protected(
        Layer.DIRECTORY, dossier="", systems=(), read=LOOKS_AT_IT, insert=OF_MY_REPORT, update=LOOKS_AT_IT,
        changes=unchanged("event_id", "organisation_id", "kind", "scene", "way", "on"),
        why="what and when of a report, for whoever is named to look at it: no dossier, no name, no words; added with"
        " the report by who wrote that",
    ),
    RESPONSIBLE: Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="who looks at reports on practising: known to who works there; named by the administrator",
        read=in_organisations("organisation_id"), insert=in_organisations("organisation_id", Role.ADMIN),
        update=in_organisations("organisation_id", Role.ADMIN),
    ),
}  # fmt: skip
