"""What the policy table says, read straight from it: the tests compare the database with this and nothing else."""

import uuid

from spoorboek.people.actor import System
from spoorboek.people.policy import REACH, SYSTEM_REACH, Protected, Reach, Role
from tests.access.world import Someone, Standing


def reads_all(rule: Protected, role: Role) -> bool:
    if rule.readers is not None:
        return role in rule.readers
    return REACH[rule.layer][role] in {Reach.READ, Reach.WRITE}


def writes(rule: Protected, role: Role) -> bool:
    if rule.writers is not None:
        return role in rule.writers
    reach = REACH[rule.layer][role]
    return reach is Reach.WRITE or (reach is Reach.OWN and bool(rule.owner))


def may_read(rule: Protected, someone: Someone, written_by: uuid.UUID | None) -> bool:
    if someone.standing is not Standing.INVOLVED:
        return False
    own = bool(rule.owner) and written_by == someone.account_id and writes(rule, someone.role)
    return reads_all(rule, someone.role) or own


def may_add(rule: Protected, someone: Someone) -> bool:
    return someone.standing is Standing.INVOLVED and not rule.insert and writes(rule, someone.role)


def may_change(rule: Protected, someone: Someone, written_by: uuid.UUID | None) -> bool:
    """Changing needs reading too: a row that cannot be seen cannot be named."""
    if rule.append_only or rule.update or not may_read(rule, someone, written_by):
        return False
    return writes(rule, someone.role) and (not rule.owner or written_by == someone.account_id)


def may_remove(rule: Protected, someone: Someone, written_by: uuid.UUID | None) -> bool:
    if not rule.deletable or rule.update or not may_read(rule, someone, written_by):
        return False
    return writes(rule, someone.role) and (not rule.owner or written_by == someone.account_id)


def system_reach(rule: Protected, system: System) -> Reach:
    if rule.systems is not None and system not in rule.systems:
        return Reach.NONE
    return SYSTEM_REACH[system].get(rule.layer, Reach.NONE)
