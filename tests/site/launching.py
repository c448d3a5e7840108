"""Starting the real launcher from tests, as a person would."""

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

PROJECT = Path(__file__).resolve().parents[2]
LAUNCHER = PROJECT / "spoorboek"
LONGEST = 300.0


def clean_environment() -> dict[str, str]:
    """The environment of a person who set nothing; a database that was given for the suite stays out of it."""
    ours = ("SPOORBOEK_", "DJANGO_", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "LC_ALL": "nl_NL.UTF-8"}


def launch(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the launcher to its end."""
    return subprocess.run(
        [str(LAUNCHER), *arguments],
        env=clean_environment() | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


@contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that other accounts may pass through, as an ordinary checkout; pytest's own is closed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@dataclass
class Demo:
    """A running demo, what it has said so far, and all processes that belong to it."""

    process: "subprocess.Popen[str]"
    data: Path
    said: list[str] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        """Collect what it says until it ends."""
        assert self.process.stderr
        with self.process.stderr as lines:
            for line in lines:
                self.said.append(line)
                if "staat klaar op" in line:
                    self.ready.set()
        self.over.set()
        self.ready.set()

    @property
    def address(self) -> str:
        return str(json.loads((self.data / "running").read_text())["address"])

    def family(self) -> list[psutil.Process]:
        """The launcher and everything it started."""
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]


@contextmanager
def running_demo(data: Path, *more: str) -> Iterator[Demo]:
    """A demo that answers, on a port of its own; ended afterwards whatever happened."""
    process = subprocess.Popen(
        [str(LAUNCHER), "demo", "--port", "0", "--no-browser", "--data", str(data), *more],
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    demo = Demo(process, data)
    listener = threading.Thread(target=demo.listen)
    listener.start()
    try:
        assert demo.ready.wait(LONGEST), demo.said
        assert not demo.over.is_set(), demo.said
        yield demo
    finally:
        process.terminate()
        process.wait(LONGEST)
        listener.join()


def all_gone(processes: list[psutil.Process]) -> bool:
    """Whether all of them end within a while."""
    _, alive = psutil.wait_procs(processes, timeout=30)
    return not [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]
