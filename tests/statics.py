"""Static files are looked for once a process: each of Django's test clients sets up the middleware anew."""

from typing import Any

from spoorboek.site.staticfiles import StaticFiles

FOUND: dict[str, Any] = {}
"""What WhiteNoise knows of each file, by its address."""


class FoundOnce(StaticFiles):
    """As on the site, where the one process looks for them when it starts."""

    def add_files_from_finders(self) -> None:
        if not FOUND:
            super().add_files_from_finders()
            FOUND.update(self.files)
        self.files.update(FOUND)
