from spoorboek.people.models.account import Account, Installation, Invitation
from spoorboek.people.models.consent import Consent
from spoorboek.people.models.person import (
    ROLE_CHOICES,
    ROLE_NAMES,
    ContractHours,
    DossierKey,
    Employment,
    Involvement,
    Membership,
    Organisation,
    Person,
    Service,
)
from spoorboek.people.models.practice import PracticeWorld

__all__ = [
    "ROLE_CHOICES",
    "ROLE_NAMES",
    "Account",
    "Consent",
    "ContractHours",
    "DossierKey",
    "Employment",
    "Installation",
    "Invitation",
    "Involvement",
    "Membership",
    "Organisation",
    "Person",
    "PracticeWorld",
    "Service",
]
