"""Who may reach what: the one source from which the code, the database's row policies, the documentation and the
exhaustive access test are derived. Source: AP Beleidsregels De zieke werknemer (BWBR0037896) and docs/access.md.

Three parts: `REACH` (layer by role) and `SYSTEM_REACH` (layer by system actor), in `reach`; and `PROTECTED` (which
table is in which layer and how a row finds its dossier), put together here from a module a room, in `rooms`. A table
that stands in neither `PROTECTED` nor `SYSTEM_TABLES` fails the build.
"""

from spoorboek.people.policy.conditions import ACTOR, SYSTEM
from spoorboek.people.policy.groups import (
    EMPLOYERS_SIDE,
    GUIDES,
    MAY_LOOK_AT_REPORTS,
    MAY_OFFER,
    MAY_READ_A_PROFILE,
    WITHOUT_SAFETY_NET,
)
from spoorboek.people.policy.reach import (
    REACH,
    SYSTEM_REACH,
    Layer,
    Protected,
    Reach,
    Role,
    owners,
    readers,
    systems,
    table_readers,
    table_systems,
    table_writers,
    writers,
)
from spoorboek.people.policy.rooms import (
    api,
    caseload,
    circle,
    coaching,
    courses,
    dossiers,
    folder,
    learning,
    loading,
    medical,
    people,
    practice_live,
    practice_scenes,
    practice_sessions,
    profile,
    rehearsal,
    reminders,
    shelf,
)
from spoorboek.people.policy.rooms.dossiers import TELLS_OF_A_SAFETY_NET

__all__ = [
    "ACTOR",
    "EMPLOYERS_SIDE",
    "GUIDES",
    "MAY_LOOK_AT_REPORTS",
    "MAY_OFFER",
    "MAY_READ_A_PROFILE",
    "PROTECTED",
    "REACH",
    "READ_ONLY_SYSTEM_TABLES",
    "SYSTEM",
    "SYSTEM_REACH",
    "SYSTEM_TABLES",
    "TELLS_OF_A_SAFETY_NET",
    "WITHOUT_SAFETY_NET",
    "Layer",
    "Protected",
    "Reach",
    "Role",
    "owners",
    "readers",
    "systems",
    "table_readers",
    "table_systems",
    "table_writers",
    "writers",
]

PROTECTED: dict[str, Protected] = {
    **people.TABLES,
    **dossiers.TABLES,
    **medical.TABLES,
    **caseload.TABLES,
    **courses.TABLES,
    **reminders.TABLES,
    **rehearsal.TABLES,
    **shelf.TABLES,
    **learning.TABLES,
    **loading.TABLES,
    **circle.TABLES,
    **folder.TABLES,
    **profile.TABLES,
    **coaching.TABLES,
    **practice_sessions.TABLES,
    **practice_scenes.TABLES,
    **practice_live.TABLES,
    **api.TABLES,
}

READ_ONLY_SYSTEM_TABLES: frozenset[str] = frozenset(
    {"django_migrations", "django_content_type", "auth_permission", "people_installation"}
)
"""Written while migrating only; that a database is a demo can never be switched on by the application."""
SYSTEM_TABLES: frozenset[str] = READ_ONLY_SYSTEM_TABLES | frozenset(
    {
        "django_session", "spoorboek_cache", "auth_group", "auth_group_permissions",
        "people_account", "people_account_groups", "people_account_user_permissions", "people_invitation",
        "account_emailaddress", "account_emailconfirmation", "mfa_authenticator",
        "api_pace",
        "procrastinate_jobs", "procrastinate_periodic_defers", "procrastinate_events", "procrastinate_workers",
    }
)  # fmt: skip
"""Sign-in, session, queue and migration tables: read before anyone is known, they hold no content of dossiers."""
