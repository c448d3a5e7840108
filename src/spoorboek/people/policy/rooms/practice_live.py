"""A session while it is played, and the screen linked to it: the client's and their coach's, and nobody else's."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR
from spoorboek.people.policy.reach import Layer, Protected
from spoorboek.people.policy.rooms.practice_sessions import NOT_LEFT_OPEN, as_client, of_my_session

LINE, SCREEN = "practice_live_line", "practice_live_screen"
WHO_PLAY = f"{as_client(LINE)} OR {of_my_session(LINE, NOT_LEFT_OPEN)}"
FOR_ITS_CLIENT = of_my_session(SCREEN, f" AND s.client_id = {SCREEN}.client_id")
"""A linked browser acts for the account that its row names: never for another than who practises in that session."""
THEIR_SCREEN = f"client_id = {ACTOR} OR (made_by_id = {ACTOR} AND {FOR_ITS_CLIENT})"

TABLES: dict[str, Protected] = {
    LINE: Protected(
        Layer.PERSONAL, read=WHO_PLAY, insert=WHO_PLAY, update=WHO_PLAY,
        why="what the server holds while a session is played: who practises and who coaches it; wiped when it is over",
    ),
    SCREEN: Protected(
        Layer.DIRECTORY, dossier="", signed="made_by_id", systems=(System.REGISTRAR,),
        read=THEIR_SCREEN, insert=f"made_by_id = {ACTOR} AND {FOR_ITS_CLIENT}", update=THEIR_SCREEN,
        why="a code for one browser: the coach who asked it and the client; the registrar checks a typed code",
    ),
}  # fmt: skip
