"""Statements to a real learning record store (Ralph, MIT), which runs beside this with files as its backend.

    python -m venv STORE && STORE/bin/pip install "ralph-malph[lrs,cli,backend-es,backend-mongo]==5.1.0" requests
    PYTHONPATH=src python -m benchmarks.learning_store STORE/bin/ralph

It stands apart from the suite since Ralph brings 92 MB and pins a web server of its own; the suite checks the same
statements against the rules of xAPI 1.0.3 (tests/learning/test_statements.py).
"""

import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START = """
import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
FSDataBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]))
"""
"""Ralph as it comes, except that its file may grow: by default it takes one write only and then refuses."""
KEY, SECRET = "spoorboek", "a-long-random-text"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def store_of(ralph: Path, folder: Path) -> Iterator[str]:
    """A running store; gives its address."""
    surroundings = os.environ | {
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
        "RALPH_RUNSERVER_BACKEND": "fs",
    }
    (folder / "statements").mkdir()
    made = ["auth", "-u", KEY, "-p", SECRET, "-s", "all", "-M", "mailto:store@example.org", "-N", KEY, "-w"]
    subprocess.run([ralph, *made], env=surroundings, check=True, capture_output=True)
    port = free_port()
    started = [ralph.with_name("python"), "-c", START, str(port)]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(started, env=surroundings, cwd=folder, stdout=log, stderr=log) as one,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/__heartbeat__")
            yield f"http://127.0.0.1:{port}/xAPI"
        except Exception:
            print((folder / "log").read_text()[-3000:])
            raise
        finally:
            one.terminate()


def wait_for(address: str) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own store on this machine
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the store did not start")


def read_back(address: str, wanted: str) -> dict[str, Any]:
    """The statement as the store has it."""
    sign_in = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    headers = {"Authorization": f"Basic {sign_in}", "X-Experience-API-Version": "1.0.3"}
    where = f"{address}/statements?statementId={wanted}"
    asked = urllib.request.Request(where, headers=headers)  # noqa: S310
    with urllib.request.urlopen(asked, timeout=10) as answered:  # noqa: S310
        found = json.load(answered)
    return dict(found["statements"][0] if "statements" in found else found)


def every_statement() -> list[dict[str, Any]]:
    """One of each kind for every module for work."""
    from spoorboek.programme.learning.access import work_modules
    from spoorboek.programme.learning.telling import Verb, statement
    from spoorboek.site import clock

    who, now = uuid.uuid4(), clock.real_now()
    made = []
    for module in work_modules():
        made += [statement(who, module, verb, now) for verb in (Verb.INITIALIZED, Verb.COMPLETED)]
        made.append(statement(who, module, Verb.PROGRESSED, now, progress=50))
        made.append(statement(who, module, Verb.ANSWERED, now, step=module.nl.steps[1].key))
    return made


def run(ralph: Path, folder: Path) -> None:
    with store_of(ralph, folder) as address:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "spoorboek.site.settings", "SPOORBOEK_DATA": str(folder),
            "SPOORBOEK_LRS_URL": address, "SPOORBOEK_LRS_KEY": KEY, "SPOORBOEK_LRS_SECRET": SECRET,
        }  # fmt: skip
        import django
        from django.conf import settings

        django.setup()
        from spoorboek.programme.learning import store

        made = every_statement()
        began = time.perf_counter()
        for one in made:
            store.put(one)
        took = time.perf_counter() - began
        for one in made:
            store.put(one)
        store.put(made[0] | {"timestamp": "2020-01-01T00:00:00+00:00"})
        for one in made:
            there = read_back(address, one["id"])
            differs = [
                key for key in ("actor", "verb", "object", "result", "context") if there.get(key) != one[key]
            ]
            assert not differs, (differs, there)
        settings.LRS_SECRET = "wrong"  # noqa: S105 - wrong on purpose
        try:
            store.put(made[0])
        except store.Unavailable as refused:
            print("a wrong key waits for a right one:", refused)
        each = 1000 * took / len(made)
        print(f"{len(made)} statements stored once though sent twice, read back alike; {each:.1f} ms each")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as nothing:
        run(Path(sys.argv[1]).absolute(), Path(nothing))
