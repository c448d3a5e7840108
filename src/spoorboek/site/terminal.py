"""The language of the person at the terminal: for the launcher and for commands, with or without Django."""

import os


def in_english() -> bool:
    """The launcher's script decides (`--lang`, then the terminal's language) and passes it on."""
    return os.environ.get("SPOORBOEK_LANGUAGE", "nl").startswith("en")


def either(dutch: str, english: str) -> str:
    """The sentence in the reader's language."""
    return english if in_english() else dutch
