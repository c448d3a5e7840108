"""The methods, an organisation's own versions and materials, and their papers."""

from spoorboek.methods import methods
from tests.access.places.kinds import (
    ADAPT,
    ADMIN,
    AT_WORK,
    CLIENT_SIDE,
    EVERYONE,
    NOBODY,
    OFFICE,
    Place,
    own_row,
    signed_in,
)
from tests.access.world import DRAFTED, MATERIAL_DRAFTED, MATERIAL_RELEASED

READS_A_DRAFT = ("method_draft", "method_preview", "method_review", "method_draft_file", "method_theory")
CHANGES_A_DRAFT = ("method_about", "method_whom", "method_consent", "method_evidence", "method_replace")

THEORY = methods()["values-conversation"].theory
NODE, ARROW = (THEORY.nodes[0].key, THEORY.arrows[0].key) if THEORY else ("", "")
"""Of the method that is being adapted."""

PLACES: dict[str, Place] = {
    # the methods, and an organisation's own versions
    "methods": signed_in(AT_WORK),
    **{f"{name}(key)": signed_in(AT_WORK, key=lambda here, rows: "op-maat") for name in ("method", "method_file")},
    "method_copy(key)": signed_in(NOBODY, ADAPT, key=lambda here, rows: "op-maat"),
    "method_import": signed_in(ADAPT, ADAPT),
    "method-news-seen": signed_in(NOBODY, ADAPT),
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
    **{
        f"{name}(draft_id)": own_row(
            NOBODY, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"]
        )
        for name in ("method_theory_move", "method_node_new_drawn", "method_arrow_new_drawn")
    },
    **{
        f"{name}(draft_id)": own_row(
            OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: DRAFTED["id"]
        )
        for name in ("method_node_new", "method_arrow_new")
    },
    **{
        f"{name}{more}(draft_id, key)": own_row(
            NOBODY if more else OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN,
            draft_id=lambda here, rows: DRAFTED["id"], key=lambda here, rows, key=key: key,
        )
        for name, key in (("method_node", NODE), ("method_arrow", ARROW))
        for more in ("", "_drawn")
    },
    "own-materials": signed_in(ADAPT, ADAPT),
    "own-material(draft_id)": own_row(
        OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
    ),
    "own-material-text(draft_id)": own_row(
        OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
    ),
    **{
        f"{name}(draft_id)": own_row(
            reads, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"]
        )
        for name, reads in (
            ("own-sheet-about", OFFICE | ADMIN), ("own-question-new", OFFICE | ADMIN),
            ("own-sheet-move", NOBODY), ("own-question-new-seen", NOBODY),
        )
    },
    **{
        f"{name}(draft_id, key)": own_row(
            reads, OFFICE | ADMIN, OFFICE | ADMIN, draft_id=lambda here, rows: MATERIAL_DRAFTED["id"],
            key=lambda here, rows: "plan",
        )
        for name, reads in (("own-question", OFFICE | ADMIN), ("own-question-seen", NOBODY))
    },
    "own-material-withdraw(release_id)": own_row(
        OFFICE | ADMIN, OFFICE | ADMIN, OFFICE | ADMIN, release_id=lambda here, rows: MATERIAL_RELEASED["id"]
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
    # papers of a method: they name nobody
    "method_papers(key)": signed_in(EVERYONE - CLIENT_SIDE, key=lambda here, rows: "back-to-work-your-way"),
    "method_paper(key, name)": signed_in(
        EVERYONE - CLIENT_SIDE,
        key=lambda here, rows: "back-to-work-your-way",
        name=lambda here, rows: "consent-client",
    ),
}  # fmt: skip
