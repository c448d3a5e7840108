"""How we start ourselves again as another process."""

import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]


def command(module: str, *arguments: str) -> list[str]:
    """The command line that runs one of our modules with this same Python."""
    return [sys.executable, "-m", module, *arguments]


def surroundings() -> dict[str, str]:
    """Our environment variables, with the package findable; there is no installed copy of it."""
    return {**os.environ, "PYTHONPATH": str(SOURCE)}
