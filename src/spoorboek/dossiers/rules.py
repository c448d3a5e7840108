"""What follows from the law's rule alone: title, parties, paper, consequence. Nothing has to be stored for it."""

from functools import lru_cache

from spoorboek.dossiers.models import Obligation
from spoorboek.law.rulebook import Rule, current_rulebook


@lru_cache(maxsize=4)
def by_id(version: str) -> dict[str, Rule]:
    return {rule.id: rule for rule in current_rulebook().rules}


@lru_cache
def ordinary(version: str, key: str) -> Rule:
    """The version that holds now for someone with an employer, where there is one."""
    rules = current_rulebook().rules_of(key)
    now = [rule for rule in rules if rule.valid_until is None]
    return next((rule for rule in reversed(now) if "employer" in rule.applies_if.situations), rules[-1])


def rule_named(rule_id: str, key: str) -> Rule:
    """The version of a rule; the ordinary one of its key where the rulebook no longer has it."""
    version = current_rulebook().version
    return by_id(version).get(rule_id) or ordinary(version, key)


def rule_of(row: Obligation) -> Rule:
    """The rule behind a stored step."""
    return rule_named(row.rule, row.key)
