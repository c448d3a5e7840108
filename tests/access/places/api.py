"""The API: no sign-in counts there."""

from tests.access.places.kinds import Place, by_token

PLACES: dict[str, Place] = {
    **{
        f"api:{name}": by_token()
        for name in (
            "api-root", "organisations", "staff(employer_id)", "employments(employer_id)", "add(employer_id)",
            "employment(employment_id)", "report_sick(employment_id)", "dossiers", "one", "many",
            *(
                f"{part}(dossier_id)"
                for part in (
                    "dossier", "facts", "obligations", "route", "journal", "people",
                    "partial_return", "recovery", "short_absence", "sick_again", "withdraw", "register_leave",
                    "contract_hours", "decision", "milestone", "end_of_employment", "death", "reopen", "transfer",
                )
            ),
            *(
                f"{part}(dossier_id, key, ordinal)"
                for part in ("obligation", "mark_done", "correct_done", "agree")
            ),
        )
    },
    **{
        f"api:{name}(import_id)": by_token(import_id=lambda here, rows: here.full.pk)
        for name in ("read", "answers", "preview", "rows", "confirm", "undo", "cancel")
    },
    "api:start": by_token(),
    **{
        f"api:{name}(dossier_id, kind, row)": by_token(
            kind=lambda here, rows: "spell", row=lambda here, rows: rows.spell.pk
        )
        for name in ("correct", "remove")
    },
}  # fmt: skip
