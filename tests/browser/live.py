"""The site on a port, live rooms too: uvicorn in a thread of this process, same databases, settings and mailbox."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

START_WITHIN = 30.0


class Started(uvicorn.Server):
    """Tells when it answers, so that nobody has to look again and again."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answers.set()


@contextmanager
def running_site() -> Iterator[str]:
    """The address of the running site. `localhost`, since a browser gives passkeys to names only."""
    from spoorboek.site.asgi import application

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            application, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1
        )
        server = Started(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, name="live site")
        thread.start()
        try:
            assert server.answers.wait(START_WITHIN)
            yield f"http://localhost:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
