"""Stored dates name the version of the rules they were counted by, so a changed rule needs another version."""

import hashlib
from importlib.resources import files

from spoorboek.law import current_rulebook

KNOWN = ("2026-11-22", "d9b3b3fb88ad448c")
"""The version in clocks.toml and the digest of all rule files: change both together."""


def digest() -> str:
    rules = files("spoorboek.law").joinpath("rules")
    texts = sorted((file.name, file.read_bytes()) for file in rules.iterdir() if file.name.endswith(".toml"))
    return hashlib.sha256(repr(texts).encode()).hexdigest()[:16]


def test_a_changed_rule_file_has_another_version() -> None:
    assert (current_rulebook().version, digest()) == KNOWN, (
        "Raise `version` in clocks.toml, and note both here."
    )
