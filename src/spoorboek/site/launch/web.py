"""One web process: serves the site on a socket that the parent opened."""

import socket
import sys

import uvicorn

from spoorboek.site.launch.family import stop_with_parent

LARGEST_MESSAGE = 16 * 1024
"""Screens of live rooms only say that they are there; what people type goes over forms."""


def main(arguments: list[str]) -> int:
    """`LIFELINE SOCKET`: two file descriptors from the parent."""
    lifeline, listening = (int(argument) for argument in arguments)
    stop_with_parent(lifeline)
    config = uvicorn.Config(
        "spoorboek.site.asgi:application",
        access_log=False,
        log_config=None,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=10,
        ws_max_size=LARGEST_MESSAGE,
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=listening)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
