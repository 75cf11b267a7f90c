"""The program as a server on this machine: listens on the loopback address alone, says where, opens the browser."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import uvicorn
from anyio import to_thread

from credlens.io.heap import lean
from credlens.model.errors import OutsideError
from credlens.web.app import create_app
from credlens.web.desk import Desks
from credlens.web.guard import Keys

LOOPBACK = "127.0.0.1"
PORT = 8737
THREADS = 3  # for pages: one that works, one that is quick meanwhile, one for style and script
WAITING = 64  # requests that wait while the program starts
NEXT = 20  # ports tried after the usual one when nobody named one


def serve(
    home: Path | None,
    *,
    port: int | None = None,
    today: date | None = None,
    opened: bool = False,
    told: Callable[[str], None],
) -> None:
    """Serve the pages until the program is stopped.

    Args:
        home: the person's folder; the default one when None.
        port: to listen on; the usual one, or the next that is free, when None.
        today: the day to reckon from; the clock's when None.
        opened: whether to open the browser.
        told: is given the address.

    Raises:
        OutsideError: the port is taken.
    """
    lean()
    listening = bound(port)
    number = listening.getsockname()[1]
    keys, desks = Keys(), Desks(home, today)
    server = _Server(config(desks, number, keys))
    address = f"http://{LOOPBACK}:{number}/?token={keys.token}"
    told(address)
    if opened:
        webbrowser.open(address)
    try:
        with suppress(KeyboardInterrupt):  # Ctrl-C is how one stops it
            server.run(sockets=[listening])
    finally:
        desks.close()


class _Server(uvicorn.Server):
    """With a few threads only: a desk serves one caller after the other, and each thread keeps memory of its own."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        await super().startup(sockets)


def config(desks: Desks, port: int, keys: Keys) -> uvicorn.Config:
    """How the pages are served: one process, no log of who looked at what, no header that names the server."""
    return uvicorn.Config(
        create_app(desks, port, keys),
        log_level="error",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )


def bound(port: int | None) -> socket.socket:
    """A socket that listens on the loopback address: who opens the page at once waits a moment and is not refused.

    Raises:
        OutsideError: the port is taken.
    """
    wanted = [port] if port is not None else [*range(PORT, PORT + NEXT), 0]
    for number in wanted:
        made = socket.socket(
            socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
        )  # so named, asyncio sends small answers at once
        if os.name != "nt":  # there it would let two programs listen on one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((LOOPBACK, number))
            made.listen(WAITING)
        except OSError:
            made.close()
            continue
        return made
    raise OutsideError(
        f"The port {port} is taken by another program.", where="--port", what_to_do="Leave --port out, or name another."
    )
