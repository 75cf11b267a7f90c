"""A connection to one machine that was looked at before, under the name that was asked for."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

from urllib3.connection import HTTPSConnection

from credlens.io.fetching.addresses import Place

Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""(host, port) -> IP addresses; raises OSError when there is none."""
_ONE_CONNECT = 4.0  # seconds for one of several machines
_MOST_MACHINES = 4


class Deadline:
    """A moment after which nothing is waited for.

    Args:
        seconds: from now.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than none.

        Raises:
            TimeoutError: there is none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def system_resolver(host: str, port: int) -> list[str]:
    """The machines that a name stands for, as the system says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def resolved(resolver: Resolver, place: Place, deadline: Deadline) -> Sequence[str]:
    """What a resolver says, waited for no longer than the deadline: the system's own waiting cannot be ended.

    Raises:
        OSError: it knows none, or takes too long (TimeoutError).
    """
    answers: list[Sequence[str]] = []
    errors: list[OSError] = []

    def ask() -> None:
        try:
            answers.append(resolver(place.host, place.port))
        except OSError as error:
            errors.append(error)
        except UnicodeError as error:  # names that cannot be asked for
            errors.append(OSError(str(error)))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError
    return answers[0]


class PinnedConnection(HTTPSConnection):
    """Connects to given machines only, whatever its host's name may stand for by now; checks the certificate for that name.

    Everything on it ends with the deadline, also when the other side says a byte now and then.

    Args:
        machines: IP addresses, tried in order.
    """

    def __init__(self, place: Place, machines: Sequence[str], deadline: Deadline, trust: ssl.SSLContext) -> None:
        super().__init__(place.host, place.port, ssl_context=trust, timeout=deadline.left())
        self._machines = machines[:_MOST_MACHINES]
        self._deadline = deadline
        self._ends: list[threading.Timer] = []

    def _new_conn(self) -> socket.socket:
        """The socket that the rest of the class works on."""
        error: OSError = OSError("no machine")
        for machine in self._machines:
            try:
                return socket.create_connection((machine, self.port), min(self._deadline.left(), _ONE_CONNECT))
            except OSError as met:
                error = met
        raise error

    def connect(self) -> None:
        """Connect, and let the deadline end it from now on."""
        super().connect()
        self.timeout = self._deadline.left()
        # The socket itself: the connection forgets it as soon as a response is to be read.
        end = threading.Timer(self.timeout, _wake, [self.sock])
        end.daemon = True
        end.start()
        self._ends.append(end)

    def done(self) -> None:
        """Close it; nothing needs to end it any more."""
        for end in self._ends:
            end.cancel()
        self.close()


def _wake(waiting: socket.socket) -> None:
    """End a connection that somebody may be waiting on."""
    try:
        waiting.shutdown(socket.SHUT_RDWR)
    except OSError:  # closed meanwhile
        return
