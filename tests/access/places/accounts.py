"""What is open to anyone, the organisation, links with other systems, and signing in."""

from tests.access.places.kinds import ADMIN, EVERYONE, NOBODY, Place, anyone, own_row, signed_in

PLACES: dict[str, Place] = {
    # public
    "home": anyone(),
    "letter": anyone(),
    "accept_invitation": anyone(),
    "invitation_link(code)": anyone(code=lambda here, rows: "AAAA-BBBB-CCCC"),
    "confirm_address(token)": anyone(token=lambda here, rows: "a-worn-out-link"),
    "calculator": anyone(),
    "calculator_calendar": anyone(),
    "preferences": anyone(),
    "demo": anyone(),
    "demo_login(role)": anyone(role=lambda here, rows: "client"),
    "style": anyone(),
    "style(face)": anyone(face=lambda here, rows: "client"),
    # the organisation
    "organisation": signed_in(ADMIN, ADMIN),
    "own_risk": signed_in(ADMIN, ADMIN),
    "engage_service": signed_in(NOBODY, ADMIN),
    "end_membership(membership_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "end_service(service_id)": own_row(ADMIN, ADMIN, without_seat=ADMIN),
    "second_factor": signed_in(EVERYONE),
    # links with other systems
    "api_explained": anyone(),
    "openapi": anyone(),
    "links": signed_in(ADMIN, ADMIN),
    "link(token_id)": own_row(ADMIN, NOBODY, without_seat=ADMIN),
    "renew_link(token_id)": own_row(NOBODY, ADMIN, without_seat=ADMIN),
    "end_link(token_id)": own_row(NOBODY, ADMIN, without_seat=ADMIN),
    # signing in (allauth): about the account alone
    **{
        name: anyone()
        for name in (
            "account_login", "account_logout", "account_inactive", "account_signup", "account_reauthenticate",
            "account_email", "account_email_verification_sent", "account_change_password", "account_set_password",
            "account_reset_password", "account_reset_password_done", "account_reset_password_from_key_done",
            "account_request_login_code", "account_confirm_login_code",
            "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
            "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
            "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "mfa_login_webauthn",
        )
    },
    "mfa_edit_webauthn(pk)": anyone(pk=lambda here, rows: 1),
    "mfa_remove_webauthn(pk)": anyone(pk=lambda here, rows: 1),
    "account_confirm_email(key)": anyone(key=lambda here, rows: "wrong"),
    "account_reset_password_from_key(uidb36, key)": anyone(
        uidb36=lambda here, rows: "wrong", key=lambda here, rows: "wrong"
    ),
}  # fmt: skip
