"""The client's own pages and acts."""

from tests.access.places.kinds import CLIENT, CLIENT_SIDE, NOBODY, Place, own_row, signed_in

PLACES: dict[str, Place] = {
    # the client's pages
    "today": signed_in(CLIENT_SIDE),
    "my_route": signed_in(CLIENT_SIDE),
    "my_station(anchor)": signed_in(CLIENT_SIDE),
    "my_talk(kind)": signed_in(CLIENT_SIDE, kind=lambda here, rows: "case_manager"),
    "who_sees": signed_in(CLIENT_SIDE),
    "my_story": signed_in(CLIENT_SIDE),
    "contacts": signed_in(CLIENT_SIDE),
    "interpreter": signed_in(CLIENT_SIDE),
    "which_dossier": signed_in(CLIENT_SIDE),
    # the client's acts
    "cannot_come(appointment_id)": own_row(CLIENT, CLIENT),
    "can_come(appointment_id)": own_row(NOBODY, CLIENT, appointment_id=lambda here, rows: rows.replied.pk),
    "fold_card(card)": signed_in(NOBODY, CLIENT),
    "unfold_card(card)": signed_in(NOBODY, CLIENT),
    "my_step_done(key, ordinal)": signed_in(CLIENT, CLIENT, key=lambda here, rows: "wia-application"),
    "my_leave(leave_id)": own_row(CLIENT, CLIENT),
    "helpers": signed_in(CLIENT, CLIENT),
    "withdraw_helper(seat_id)": own_row(NOBODY, CLIENT, seat_id=lambda here, rows: rows.helper_seat.pk),
    "my_opinion": signed_in(CLIENT, CLIENT),
}  # fmt: skip
