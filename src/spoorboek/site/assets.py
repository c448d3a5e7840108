"""Addresses of what Vite built: reads its manifest once and answers by entry name.

An entry is a file directly in `frontend/styles`, `frontend/styles/themes`, `frontend/enhance`, `frontend/folder` or
`frontend/vr/pages`; its name here is that file's name without its ending.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.templatetags.static import static

BUILT = Path(__file__).resolve().parent / "static" / "built"
MANIFEST = ".vite/manifest.json"
FOLDERS = {"style": ("styles", "styles/themes"), "script": ("enhance", "folder", "vr/pages")}
SUFFIX = {"style": ".css", "script": ".ts"}


class NotBuilt(RuntimeError):
    """The front end is not built, or has no such entry; the message says what to do."""


@dataclass(frozen=True)
class Manifest:
    """What Vite made: from source path to file name, which fonts came along, and what a script loads by itself."""

    files: dict[str, str]
    loads: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(self, address: str) -> tuple[str, ...]:
        """Addresses of the parts that a built script loads by itself, parts of parts included."""
        found: dict[str, None] = {}
        waiting = [address]
        while waiting:
            for part in self.loads.get(waiting.pop().removeprefix(static("built/")), ()):
                if static(f"built/{part}") not in found:
                    found[static(f"built/{part}")] = None
                    waiting.append(static(f"built/{part}"))
        return tuple(found)

    def style(self, name: str) -> str:
        """Address of a style sheet, such as `client` or `dark`."""
        return self._entry("style", name)

    def script(self, name: str) -> str:
        """Address of a script, such as `read-aloud`."""
        return self._entry("script", name)

    def fonts(self) -> tuple[str, ...]:
        """Addresses of the two fonts that every page needs at once; the extended ones load when a name needs them."""
        return tuple(
            static(f"built/{file}")
            for source, file in sorted(self.files.items())
            if source.endswith(("-latin-400-normal.woff2", "-latin-700-normal.woff2"))
        )

    def _entry(self, kind: str, name: str) -> str:
        for folder in FOLDERS[kind]:
            file = self.files.get(f"{folder}/{name}{SUFFIX[kind]}")
            if file:
                return static(f"built/{file}")
        raise NotBuilt(f"The front end has no {kind} {name!r}. Run `npm ci && npm run build` in frontend/.")


def read(path: Path) -> Manifest:
    """The manifest at `path`; `NotBuilt` where there is none."""
    try:
        entries: dict[str, dict[str, Any]] = json.loads(path.read_text())
    except FileNotFoundError:
        raise NotBuilt("The front end is not built. Run `npm ci && npm run build` in frontend/.") from None
    loads = {
        entry["file"]: tuple(
            entries[part]["file"] for part in (*entry.get("imports", ()), *entry.get("dynamicImports", ()))
        )
        for entry in entries.values()
    }
    return Manifest({source: entry["file"] for source, entry in entries.items()}, loads)


@cache
def _kept() -> Manifest:
    return read(BUILT / MANIFEST)


def manifest() -> Manifest:
    """The manifest of this installation, kept in memory unless in DEBUG."""
    return read(BUILT / MANIFEST) if settings.DEBUG else _kept()
