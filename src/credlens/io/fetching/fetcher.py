"""Fetches the documents that badges refer to: https only, from the public web only, in bounded time and size, without leaving a trace.

No cookies, no names or passwords, no proxies out of the environment, and nothing that tells one person's requests from another's.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Callable
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from credlens.io.fetching.addresses import Place, RefusedError, read_url, refuse_ip
from credlens.io.fetching.connection import Deadline, PinnedConnection, Resolver, resolved, system_resolver
from credlens.verify.needs import Document, Missing, Need, Reply, Why

REDIRECTS = 3
SECONDS = 10.0
_CHUNK = 64 * 1024
_HEADERS = {
    "Accept": "application/ld+json, application/json;q=0.9, application/jwt;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "User-Agent": "credlens",
    "Connection": "close",
}
_MOVED = {301, 302, 303, 307, 308}
_ABSENT = {
    404: (Why.NOT_FOUND, "The host has no such document (404)."),
    410: (Why.GONE, "The host says that it is gone for good (410)."),
}
_SAID = {
    401: "The host asks for a password (401).",
    403: "The host lets nobody read it (403).",
    429: "The host is asked too often at the moment (429); try again later.",
    503: "The host is out of service at the moment (503); try again later.",
}
_LONGEST_PAUSE = 8  # characters of a Retry-After that are worth showing


class GuardedFetcher:
    """Implements :class:`credlens.app.verifying.ports.Fetcher`.

    Args:
        seconds: for one document in all, from looking up the name to the last byte, redirects included.
        trust: whose certificates count; the system's when None.
        resolver: who knows which machines a name stands for.
        refuse: says in words why no connection is made to an IP address, else None.
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        *,
        trust: ssl.SSLContext | None = None,
        resolver: Resolver = system_resolver,
        refuse: Callable[[str], str | None] = refuse_ip,
    ) -> None:
        self._seconds = seconds
        self._trust = trust
        self._resolver = resolver
        self._refuse = refuse

    def fetch(self, need: Need) -> Reply:
        """The document, or in words why there is none."""
        deadline = Deadline(self._seconds)
        host = ""
        try:
            place = read_url(need.url)
            for _ in range(REDIRECTS + 1):
                host = place.host
                found = self._step(place, need, deadline)
                if not isinstance(found, Place):
                    return found
                place = found
        except RefusedError as refused:
            return Missing(need.url, Why.NOT_ALLOWED, str(refused))
        except TimeoutError:
            return Missing(need.url, Why.UNREACHABLE, f"{host} took more than {self._seconds:g} seconds.")
        except (OSError, HTTPError, HTTPException, zlib.error) as error:
            return Missing(need.url, Why.UNREACHABLE, _words(error, host))
        return Missing(need.url, Why.UNREACHABLE, f"It was moved more than {REDIRECTS} times.")

    def _step(self, place: Place, need: Need, deadline: Deadline) -> Reply | Place:
        """What is at one address: the document, none, or where it went.

        Raises:
            RefusedError, OSError, HTTPError, HTTPException, zlib.error: it is not fetched, or cannot be.
        """
        machines = resolved(self._resolver, place, deadline)
        for machine in machines:  # one bad one spoils all: which would be taken is chance
            refused = self._refuse(machine)
            if refused is not None:
                raise RefusedError(refused)
        connection = PinnedConnection(place, machines, deadline, self._context())
        try:
            connection.request("GET", place.target, headers=_HEADERS, preload_content=False, decode_content=False)
            with connection.getresponse() as response:
                reply = self._read(response, place, need, deadline)
        except (OSError, HTTPError, HTTPException):
            deadline.left()  # then the time was the reason
            raise
        else:
            deadline.left()  # what came after the end may be cut
            return reply
        finally:
            connection.done()

    def _read(self, response: BaseHTTPResponse, place: Place, need: Need, deadline: Deadline) -> Reply | Place:
        status = response.status
        if status in _MOVED and "Location" in response.headers:
            return read_url(_moved(place, response.headers["Location"]))
        if status in _ABSENT:
            return Missing(need.url, *_ABSENT[status])
        if status != 200:  # nothing else is the whole document
            pause = response.headers.get("Retry-After", "")
            later = (
                f" It says in how many seconds: {pause}." if pause.isdecimal() and len(pause) < _LONGEST_PAUSE else ""
            )
            return Missing(
                need.url, Why.UNREACHABLE, _SAID.get(status, f"The host answered with an error ({status}).") + later
            )
        data = _body(response, need.max_bytes, deadline)
        if data is None:
            return Missing(need.url, Why.TOO_LARGE, f"It has more than {need.max_bytes // 1024:,} KiB.")
        return Document(place.url, data, "fetched", response.headers.get("Content-Type", ""))

    def _context(self) -> ssl.SSLContext:
        if self._trust is None:
            self._trust = ssl.create_default_context()
            self._trust.minimum_version = ssl.TLSVersion.TLSv1_2
        return self._trust


def _body(response: BaseHTTPResponse, most: int, deadline: Deadline) -> bytes | None:
    """The document, unpacked; None when it is larger than wanted, packed or not.

    Raises:
        OSError, HTTPError, zlib.error: it does not come, or cannot be unpacked.
    """
    said = response.headers.get("Content-Encoding", "identity").strip().lower()
    if said not in {"identity", "", "gzip", "x-gzip"}:
        raise OSError("it is packed in a way that was not asked for")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in said else None
    whole, came = bytearray(), 0
    while chunk := response.read1(_CHUNK):
        deadline.left()
        came += len(chunk)
        whole += unpack.decompress(chunk, most + 1 - len(whole)) if unpack else chunk
        if max(came, len(whole)) > most:
            return None
    if unpack and not unpack.eof:
        raise OSError("it ended before it was whole")
    return bytes(whole)


def _moved(place: Place, to: str) -> str:
    try:
        to = to.encode(
            "latin-1"
        ).decode()  # headers come as Latin-1, and addresses in them are UTF-8 if they are not ASCII
        return urljoin(place.url, to)
    except ValueError:
        raise RefusedError("It was moved to something that is no address.") from None


def _words(error: Exception, host: str) -> str:
    """What happened, for people; only the system's own words are passed on."""
    chain: list[BaseException] = []
    met: BaseException | None = error
    while met is not None and met not in chain:
        chain.append(met)
        met = met.__cause__ or (met.args[0] if met.args and isinstance(met.args[0], BaseException) else met.__context__)
    for each in chain:
        if isinstance(each, socket.gaierror):
            return f"No host called {host} was found."
        if isinstance(each, ssl.SSLCertVerificationError):
            return f"The certificate of {host} does not hold: {each.verify_message.rstrip('.')}."
        if isinstance(each, ssl.SSLError):
            return f"No protected connection to {host} can be made."
        if isinstance(each, ConnectionRefusedError):
            return f"{host} accepts no connection."
    first = chain[-1]
    if isinstance(first, zlib.error):
        return f"What {host} sent cannot be unpacked."
    if isinstance(first, OSError) and first.strerror:
        return f"{host} cannot be reached: {first.strerror}."
    return f"The connection to {host} broke before the document was there."
