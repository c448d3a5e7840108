"""Goals are the client's own; agenda, notes and homework the coach's."""

from spoorboek.people.policy.conditions import ACTOR, live_share, live_share_itself, takes_part_now
from spoorboek.people.policy.groups import GUIDES
from spoorboek.people.policy.reach import Layer, Protected

SHARED_GOAL = live_share("coaching_goalshare", "goal_id", *GUIDES)
OF_A_GOAL = "the client's own; read by the coach or labour expert whom the client shared this goal with"

TABLES: dict[str, Protected] = {
    "coaching_goal": Protected(
        Layer.PERSONAL, shared=live_share("coaching_goalshare", "goal_id", *GUIDES, column="id"), why=OF_A_GOAL,
    ),
    "coaching_ownrating": Protected(Layer.PERSONAL, shared=SHARED_GOAL, why=OF_A_GOAL),
    "coaching_goalshare": Protected(
        Layer.PERSONAL, shared=live_share_itself(*GUIDES),
        why="the client shares and withdraws; the one it is shared with reads that",
    ),
    **{
        table: Protected(
            Layer.GUIDANCE, owner="author_id", writers=GUIDES,
            why="a coach's own; the client reads it, another coach does not",
        )
        for table in (
            "coaching_proposal", "coaching_coachrating", "coaching_agenda", "coaching_note", "coaching_homework",
        )
    },
    "coaching_homeworkreply": Protected(
        Layer.PERSONAL, deletable=True,
        shared=f"(EXISTS (SELECT 1 FROM coaching_homework h WHERE h.id = {{0}}.homework_id AND h.author_id = {ACTOR})"
        f" AND {takes_part_now('{0}', *GUIDES)})",
        why="the client's; read by who gave the homework",
    ),
}  # fmt: skip
