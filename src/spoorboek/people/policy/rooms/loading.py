"""Lists on their way in."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, in_organisations
from spoorboek.people.policy.reach import Layer, Protected, Role

CASE_MANAGERS_OFFICE = in_organisations("employer_id", Role.CASE_MANAGER)
MY_LIST = f"account_id = {ACTOR} AND {CASE_MANAGERS_OFFICE}"
OF_MY_LIST = "load_id = ANY (ARRAY(SELECT id FROM loading_import))"
"""Lists that one may see oneself: the row policy of `loading_import` holds inside, asked once a query."""


def of_my_list(why: str) -> Protected:
    return Protected(
        Layer.DIRECTORY, dossier="", read=OF_MY_LIST, insert=OF_MY_LIST, update=OF_MY_LIST, deletable=True,
        systems=(System.REGISTRAR,), why=why,
    )  # fmt: skip


TABLES: dict[str, Protected] = {
    "loading_import": Protected(
        Layer.DIRECTORY, dossier="", read=MY_LIST, insert=MY_LIST, update=MY_LIST, systems=(System.REGISTRAR,),
        why="only who loads it, as long as they are case manager there; the registrar ends what is over time",
    ),
    "loading_upload": of_my_list("the sealed file; gone within a day"),
    "loading_line": of_my_list("the sealed rows; gone within a day"),
    "loading_course": of_my_list("what is to be done for one person; sealed, and empty once done"),
    "loading_change": of_my_list("what an undo needs: ids and days"),
    "loading_touched": of_my_list("which dossiers were touched, and how far their journal was"),
    "loading_layout": Protected(
        Layer.DIRECTORY, dossier="", why="which column is what in this employer's lists; a digest and no content",
        read=CASE_MANAGERS_OFFICE, insert=CASE_MANAGERS_OFFICE, update=CASE_MANAGERS_OFFICE,
        systems=(System.REGISTRAR,),
    ),
}  # fmt: skip
