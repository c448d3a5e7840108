"""Where each address of the project stands: who may look, who may send, and which row its arguments point to.

A new address needs a line in the module of its room, or `test_every_address_has_a_place` fails. Six kinds:

- `anyone()`: a page without sign-in. It is tried by every role too, and may show no mark.
- `signed_in(reads, posts)`: about the person who is signed in (their caseload, their own route); no row in the address.
- `own_row(reads, posts)`: pages without a dossier that name a row. Another's row answers as one that does not exist.
- `inside(reads, posts)`: names a dossier or a row of one. Who does not take part gets 404; another role 403 or 404.
- `call(reads, posts)`: what a script of one's own pages asks in JSON; a visitor gets 401 and is led nowhere.
- `by_token()`: the API. No sign-in counts there: everybody's session gets 401 (tokens are tried in tests/api).

`reads` are the roles for which GET answers with a page, `posts` those whose POST is taken (or sent back with errors).
Arguments that `sample_arguments` does not know, or that must be others here, are given by name.
"""

from itertools import chain

from tests.access.places import accounts, api, around, client, dossiers, folder, practice, programme, shelf
from tests.access.places.kinds import CLIENT_SIDE, Kind, Place
from tests.access.places.samples import ELSEWHERE, SAMPLES

__all__ = ["CLIENT_SIDE", "ELSEWHERE", "PLACES", "SAMPLES", "Kind", "Place", "what_to_add"]

ROOMS = (accounts, client, dossiers, programme, folder, practice, shelf, around, api)
PLACES: dict[str, Place] = dict(chain.from_iterable(room.PLACES.items() for room in ROOMS))
assert len(PLACES) == sum(len(room.PLACES) for room in ROOMS), "an address stands in two rooms"


def what_to_add(address: str, view: str) -> str:
    """The line that is missing, as far as a machine can tell."""
    kind = "inside(PROFESSIONALS, EMPLOYER)" if "dossier_id" in address else "signed_in(PROFESSIONALS)"
    return f'"{address}": {kind},  # view {view}: say who may GET and who may POST'
