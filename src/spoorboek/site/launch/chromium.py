"""Finds the browser for the browser tests, or installs Debian's where that may be done.

Chromium's headless shell goes first: the same engine without windows around it. A page costs it a third of what it
costs the whole browser, which keeps toolbars for every tab that nobody sees.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from spoorboek.site.launch.speech import Trouble, say

SHELL = "chromium-headless-shell"
COMMANDS = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC_PLACES = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def found() -> str | None:
    """The browser's program: `SPOORBOEK_CHROMIUM`, or the first one this machine has."""
    named = os.environ.get("SPOORBOEK_CHROMIUM", "").strip()
    if named:
        return named if shutil.which(named) else None
    on_path = next((place for name in COMMANDS if (place := shutil.which(name))), None)
    return on_path or next((str(place) for place in MAC_PLACES if place.is_file()), None)


def lightest() -> str:
    """As `needed`, for the whole suite: the shell is worth installing beside the whole browser."""
    browser = needed()
    named = os.environ.get("SPOORBOEK_CHROMIUM", "").strip()
    if not named and not shutil.which(SHELL) and may_install():
        install(SHELL)
    return found() or browser


def whole() -> str:
    """The whole browser, for what the shell lacks; the one there is where there is no other."""
    beside = (place for name in COMMANDS if name != SHELL and (place := shutil.which(name)))
    browser = needed()
    return next(beside, browser) if Path(browser).name == SHELL else browser


def needed() -> str:
    """The browser's program, installed where we may; else `Trouble` with what to install."""
    if browser := found():
        return browser
    if may_install():
        install("chromium")
        if browser := found():
            return browser
    line = install_line()
    raise Trouble(
        f"Voor de browsertests is Chromium nodig; installeer het met: {line} (of wijs een browser aan "
        "met SPOORBOEK_CHROMIUM).",
        f"The browser tests need Chromium; install it with: {line} (or name a browser in "
        "SPOORBOEK_CHROMIUM).",
    )


def may_install() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def install(package: str) -> None:
    """Debian's own package. Ubuntu's is an empty shell round a snap, which the search afterwards notices."""
    say(
        "Chromium wordt geïnstalleerd uit de pakketten van het systeem.",
        "Installing Chromium from the system's packages.",
    )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", package]):
        ask = ["apt-get", "-q", *patience, *command]
        subprocess.run(ask, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def install_line() -> str:
    """What a person types to get a browser here."""
    if sys.platform == "darwin":
        return "brew install --cask chromium"
    return "sudo apt-get install -y chromium"
