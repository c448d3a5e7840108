"""The page about access in the documentation, made from the policy: `./spoorboek access_page docs/access.md`."""

from collections.abc import Iterable, Iterator

from spoorboek.people.policy import (
    PROTECTED,
    REACH,
    READ_ONLY_SYSTEM_TABLES,
    SYSTEM_REACH,
    SYSTEM_TABLES,
    Layer,
    Protected,
    Reach,
    Role,
    table_readers,
    table_systems,
    table_writers,
)

WORDS = {Reach.NONE: "–", Reach.READ: "reads", Reach.WRITE: "reads, writes", Reach.OWN: "own only"}
LAYERS = {
    Layer.PROCESS: "dates, obligations, papers, agreements, appointments, the journal",
    Layer.ABILITIES: "what someone can and cannot do at work, from the company doctor",
    Layer.MEDICAL: "anything on nature, cause or treatment",
    Layer.PERSONAL: "what is the client's own",
    Layer.GUIDANCE: "a professional's working notes",
    Layer.DIRECTORY: "organisations, people, employments, who takes part",
}
HEAD = """# Who reaches what

Made from `src/spoorboek/people/policy/` by `./spoorboek access_page docs/access.md`; do not edit.

The same table makes the row policies of PostgreSQL, this page and the tests in `tests/access/`. A page, a job or a
command acts as somebody (`acting_as`); the database then shows that somebody's rows and no others, also when a query
forgets to filter. Without an actor the database returns nothing and the application raises.

Somebody **takes part** in a dossier in a role, until a moment. Whoever took part before reaches nothing any more, a
colleague beside them nothing at all, and a page answers as if the dossier did not exist. Only the person who wrote
it signs an act in the journal; nobody writes in the name of another.
"""
DIRECTORY_NOTE = """People and organisations have no dossier. Their rules stand in words here; what each role reads and
changes is tried row by row in `tests/access/test_directory.py`.
"""
TESTS = {
    "test_rows.py": (
        "every table of a dossier, in raw SQL as the application's database role: each role, taking part, a colleague,"
        " of another organisation, no longer taking part; reading, adding, changing, removing, moving a row to another"
        " dossier, writing in another's name"
    ),
    "test_directory.py": "who knows whom, row by row",
    "test_tables.py": (
        "the database's catalogue against this page: no table without a layer, row security forced, policies and"
        " privileges as derived, the medical schema apart, the journal refused to its owner too"
    ),
    "test_addresses.py": (
        "every address that the site has, found by itself, as each role and from each distance, with a mark in"
        " each layer"
    ),
    "test_actor.py": (
        "no actor, nested actors, errors, lazy pages, streams, threads, reused connections, the medical connection"
    ),
    "test_index_use.py": "that the policies leave the indexes in use",
}


def row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield row(head)
    yield row("---" for _ in head)
    yield from (row(cells) for cells in rows)
    yield ""


def layers_by_role() -> Iterator[str]:
    yield "## Layers by role\n"
    roles = list(Role)
    head = ["Role", *(layer for layer in REACH)]
    yield from table(head, ([role, *(WORDS[REACH[layer][role]] for layer in REACH)] for role in roles))
    yield from (f"- `{layer}`: {meaning}" for layer, meaning in LAYERS.items())
    yield ""


def system_actors() -> Iterator[str]:
    yield "## System actors\n"
    yield "Jobs and parts of acts that need more than the person who started them act under a name of their own.\n"
    layers = list(Layer)
    rows = (
        [system, *(WORDS[reach.get(layer, Reach.NONE)] for layer in layers)]
        for system, reach in SYSTEM_REACH.items()
    )
    yield from table(["System actor", *layers], rows)


def limits(rule: Protected) -> str:
    """What can be done to a row once it is there."""
    change = "never changed" if rule.append_only else "changed"
    return f"{change}, {'removed' if rule.deletable else 'never removed'}"


def listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"


def tables_of(layer: Layer) -> Iterator[str]:
    yield f"### {layer}\n"
    if layer is Layer.DIRECTORY:
        yield DIRECTORY_NOTE
    rules = {name: rule for name, rule in PROTECTED.items() if rule.layer is layer}
    by_dossier = {name: rule for name, rule in rules.items() if rule.dossier}
    if not rules:
        yield "No table yet.\n"
    if by_dossier:
        head = ["Table", "Read by", "Written by", "System actors", "A row is", "Why it differs"]
        yield from table(head, (table_row(name, rule) for name, rule in by_dossier.items()))
    by_hand = {name: rule for name, rule in rules.items() if not rule.dossier}
    if by_hand:
        yield from table(["Table", "Rule"], ([f"`{name}`", rule.why] for name, rule in by_hand.items()))


def table_row(name: str, rule: Protected) -> list[str]:
    writers = [] if rule.insert == rule.update == "false" else table_writers(rule)
    own = " (own rows)" if rule.owner else ""
    systems = table_systems(rule, Reach.READ, Reach.WRITE)
    return [
        f"`{name}`",
        listed(table_readers(rule)) + (", with whom it was shared" if rule.shared else ""),
        listed(writers) + own,
        listed(systems),
        limits(rule),
        rule.why or "as its layer",
    ]


def system_tables() -> Iterator[str]:
    yield "## Tables without a layer\n"
    yield "Sign-in, sessions, the queue: read before anyone is known, without content of dossiers.\n"
    for name in sorted(SYSTEM_TABLES):
        yield f"- `{name}`" + (" (the application only reads it)" if name in READ_ONLY_SYSTEM_TABLES else "")
    yield ""


def proofs() -> Iterator[str]:
    yield "## How this is proved\n"
    yield from table(
        ["Test in `tests/access/`", "What it tries"], ([f"`{name}`", what] for name, what in TESTS.items())
    )


def policy_page() -> str:
    """The whole page as Markdown."""
    parts: list[str] = [HEAD, *layers_by_role(), *system_actors(), "## Tables by layer\n"]
    for layer in Layer:
        parts += tables_of(layer)
    return "\n".join([*parts, *system_tables(), *proofs()])
