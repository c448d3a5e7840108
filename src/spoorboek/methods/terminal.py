"""In which language a command of this library answers."""

import argparse
import os

LANGUAGES = ("nl", "en")


def terminal_language() -> str:
    """The language that the launcher found in the terminal, or was told with `--lang`; Dutch without one."""
    return "en" if os.environ.get("SPOORBOEK_LANGUAGE", "nl").startswith("en") else "nl"


def ask_language(command: argparse.ArgumentParser) -> None:
    """Let a command take `--language`."""
    command.add_argument("--language", "--lang", choices=LANGUAGES, default=terminal_language())
