"""The pages behind a real socket, and a browser without script or style: it follows redirects, waits for work, and sends forms."""

from __future__ import annotations

import html
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urljoin

import uvicorn

from credlens.web import server
from credlens.web.desk import Desks
from credlens.web.guard import Keys

TODAY = date(2026, 11, 22)
HOPS = 12
_ONWARD = re.compile(r'<meta http-equiv="refresh" content="0;url=([^"]+)">')
_BOUNDARY = "----the-form"

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes:
        path: where it ended, with the query.
        headers: by name, lower case.
    """

    status: int
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """As text; of a document that is none, what looks like it."""
        return self.body.decode(errors="replace")

    @property
    def words(self) -> str:
        """What a reader sees, without tags and with single blanks."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


class Site:
    """One running server and one browser that was let in."""

    def __init__(self, port: int, keys: Keys, desks: Desks) -> None:
        self.port, self.keys, self.desks = port, keys, desks
        self.cookies: dict[str, str] = {}

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    def enter(self) -> Answer:
        """Open the address with the token."""
        return self.get(f"/?token={self.keys.token}")

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str | None] | None = None
    ) -> Answer:
        """One request, as it is; a header that is None is left out."""
        sent: dict[str, str | None] = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if method == "POST":
            sent |= {"Origin": self.address, "Sec-Fetch-Site": "same-origin"}
        sent |= dict(headers or {})
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {k: v for k, v in sent.items() if v is not None})
            answer = connection.getresponse()
            found = {k.lower(): v for k, v in answer.getheaders()}
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            return Answer(answer.status, path, found, answer.read())
        finally:
            connection.close()

    def get(self, path: str, headers: Mapping[str, str | None] | None = None) -> Answer:
        """A page, wherever it leads."""
        return self._follow(self.ask("GET", path, headers=headers))

    def post(
        self, path: str, fields: Pairs | Mapping[str, str] = (), files: Sequence[tuple[str, bytes]] = ()
    ) -> Answer:
        """A form, and the page that it leads to; files are those of the field ``files``."""
        return self._follow(self.send(path, fields, files))

    def send(
        self, path: str, fields: Pairs | Mapping[str, str] = (), files: Sequence[tuple[str, bytes]] = ()
    ) -> Answer:
        """A form, and the answer itself."""
        pairs = list(fields.items()) if isinstance(fields, Mapping) else list(fields)
        if not files:
            kind = "application/x-www-form-urlencoded"
            return self.ask("POST", path, urlencode(pairs).encode(), {"Content-Type": kind})
        body, kind = multipart(pairs, files)
        return self.ask("POST", path, body, {"Content-Type": kind})

    def _follow(self, answer: Answer) -> Answer:
        for _ in range(HOPS):
            onward = answer.headers.get("location")
            if not onward and (found := _ONWARD.search(answer.text if _is_page(answer) else "")):
                onward = html.unescape(found[1])
            if not onward:
                return answer
            answer = self.ask("GET", urljoin(answer.path, onward).partition("#")[0])
        raise AssertionError(f"more than {HOPS} redirects, the last to {answer.path}")


def _is_page(answer: Answer) -> bool:
    return answer.headers.get("content-type", "").startswith("text/html")


def multipart(fields: Pairs, files: Sequence[tuple[str, bytes]], field: str = "files") -> tuple[bytes, str]:
    """A form with files: the body and its type."""
    parts = []
    for name, value in fields:
        parts.append(f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, data in files:
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n")
    return b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={_BOUNDARY}"


@contextmanager
def served(home: Path, today: date = TODAY) -> Iterator[Site]:
    """The pages of a home folder, until the end of the block."""
    listening = server.bound(0)
    keys, desks = Keys(), Desks(home, today)
    port = listening.getsockname()[1]
    running = uvicorn.Server(server.config(desks, port, keys))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield Site(port, keys, desks)
    finally:
        running.should_exit = True
        thread.join(10)
        desks.close()
