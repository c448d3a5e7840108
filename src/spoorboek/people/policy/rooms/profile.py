"""Wanting and being able: the client's own; what others offer is theirs and the client's."""

from spoorboek.people.policy.conditions import ACTOR, live_share, live_share_itself, takes_part_now
from spoorboek.people.policy.groups import MAY_OFFER, MAY_READ_A_PROFILE
from spoorboek.people.policy.reach import Layer, Protected, Role

SHARED_PROFILE = live_share("profile_share", "behaviour_id", *MAY_READ_A_PROFILE)
OF_A_PROFILE = (
    "the client's own; read by whom the client shared this behaviour with, never by the employer's side"
)

TABLES: dict[str, Protected] = {
    "profile_behaviour": Protected(
        Layer.PERSONAL, shared=live_share("profile_share", "behaviour_id", *MAY_READ_A_PROFILE, column="id"),
        why=OF_A_PROFILE,
    ),
    "profile_round": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_answer": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_choice": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_card": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_share": Protected(
        Layer.PERSONAL, shared=live_share_itself(*MAY_READ_A_PROFILE),
        why="the client shares and withdraws; the one it is shared with reads that",
    ),
    "profile_invitation": Protected(
        Layer.PERSONAL, shared=live_share_itself(*MAY_OFFER, until=False),
        why="who is asked what they can offer reads the client's sentence and nothing else",
    ),
    "profile_offer": Protected(
        Layer.PERSONAL, owner="account_id", readers=(Role.CLIENT,), writers=MAY_OFFER,
        insert=f"account_id = {ACTOR} AND EXISTS (SELECT 1 FROM profile_invitation v WHERE v.id = invitation_id"
        f" AND v.dossier_id = profile_offer.dossier_id AND v.account_id = {ACTOR})"
        f" AND {takes_part_now('profile_offer', *MAY_OFFER)}",
        why="what someone offers themselves, on a live invitation; the client reads it",
    ),
}  # fmt: skip
