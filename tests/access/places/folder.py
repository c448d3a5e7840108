"""The work folder, shared or on a device of one's own."""

from spoorboek.people.policy import Role
from tests.access.places.kinds import (
    CLIENT,
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

PLACES: dict[str, Place] = {
    # the work folder, and what is shared of it
    "work-folder": signed_in(CLIENT),
    "my-shares": signed_in(CLIENT),
    "print-folder": signed_in(CLIENT),
    **{
        f"{name}(key)": signed_in(reads, posts, key=lambda here, rows: "week-plan")
        for name, reads, posts in (
            ("worksheet", CLIENT, NOBODY), ("print-worksheet", CLIENT, NOBODY), ("finish-worksheet", NOBODY, CLIENT),
            ("wipe-worksheet", CLIENT, CLIENT), ("share-worksheet", CLIENT, CLIENT),
        )
    },
    "worksheet-question(key, number)": signed_in(
        CLIENT, CLIENT, key=lambda here, rows: "week-plan", number=lambda here, rows: 1
    ),
    "earlier-answers(key, question)": signed_in(
        CLIENT, key=lambda here, rows: "week-plan", question=lambda here, rows: "plan"
    ),
    "choose-answer(key, question)": signed_in(
        NOBODY, CLIENT, key=lambda here, rows: "week-plan", question=lambda here, rows: "plan"
    ),
    "withdraw-share(share_id)": own_row(NOBODY, CLIENT, share_id=lambda here, rows: NOWHERE),
    "folder-attachment(attachment_id)": own_row(NOBODY, NOBODY, attachment_id=lambda here, rows: NOWHERE),
    "shared-folder(dossier_id)": inside(PROFESSIONALS | {Role.WORK_SUPERVISOR, Role.BUDDY, Role.PEER}),
    "shared-with-me": signed_in(EVERYONE),
    # the work folder without a link: on devices of one's own
    "folder_worker": anyone(),
    "folder_manifest": anyone(),
    "folder_shell": anyone(),
    "folder_device": signed_in(CLIENT),
    "folder_bundle": call(CLIENT),
    "folder_answers": call(NOBODY, CLIENT),
    "folder_file(attachment_id)": call(NOBODY, CLIENT, attachment_id=lambda here, rows: NOWHERE),
    "folder_claim": call(NOBODY, CLIENT),
    "folder_key(device_id)": call(NOBODY, CLIENT, device_id=lambda here, rows: NOWHERE),
    "folder_withdraw(device_id)": signed_in(NOBODY, CLIENT, device_id=lambda here, rows: NOWHERE),
}  # fmt: skip
