"""Who may ask, and what a page may do: checked before any page is looked for.

The rules of a program that listens on one's own machine: any web page that the person has open could send requests to it, and any name on the
internet can be made to point to 127.0.0.1 (DNS rebinding). So only the names of this machine are answered; only a browser that opened the
address with the one-time token is let in, and it keeps a cookie of this run; and what changes something has to come from a page of ours
(Fetch metadata, or else Origin). The pages themselves may load nothing but our own style, script and pictures.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from threading import Lock
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credlens.web.limits import MOST_BODY, MOST_URL
from credlens.web.words import mark

SAFE = ("GET", "HEAD")
HOSTS = ("127.0.0.1", "localhost", "[::1]")
OPEN = ("/static/",)  # style, script and picture of the page that turns somebody away
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}

TOO_LARGE = (
    mark("That is more than 6 MiB at once."),
    mark("Send fewer files at a time. For folders of job ads use the terminal: credlens gap --ads FOLDER."),
)

Refuse = Callable[[int, str, str], Response]


class Keys:
    """The one-time token, and the secret of the browser that used it."""

    def __init__(self) -> None:
        self.token: str | None = token_urlsafe(32)
        self._secret = token_urlsafe(32)
        self._lock = Lock()

    def take(self, token: str) -> str | None:
        """The secret for the right token, once; None for any other."""
        with self._lock:
            if self.token is None or not hmac.compare_digest(self.token.encode(), token.encode()):
                return None
            self.token = None
            return self._secret

    def fits(self, secret: str) -> bool:
        """Whether a browser has the secret."""
        return hmac.compare_digest(self._secret.encode(), secret.encode())


class Guard:
    """ASGI middleware in front of the pages.

    Args:
        app: the pages.
        port: that is listened on.
        keys: token and secret of this run.
        refuse: makes the page that turns somebody away: status, what is wrong, what to do.
    """

    def __init__(self, app: ASGIApp, port: int, keys: Keys, refuse: Refuse) -> None:
        self._app = app
        self._hosts = {f"{host}:{port}" for host in HOSTS} | (set(HOSTS) if port == 80 else set())
        self._keys = keys
        self._cookie = f"credlens-{port}"  # cookies are shared by all ports of a machine
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn the request away, let the browser in, or pass it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page uses a websocket
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        answer = self._wrong(scope, headers) or self._let_in(scope, headers)
        sealed = _sealed(send, cached=scope["path"].startswith(OPEN))
        if answer is not None:
            await answer(scope, receive, sealed)
            return
        await self._app(scope, _counted(receive, MOST_BODY), sealed)

    def _wrong(self, scope: Scope, headers: Headers) -> Response | None:
        """Why a request is not answered at all."""
        host = headers.get("host", "")
        if headers.getlist("host") != [host] or host.lower() not in self._hosts:
            return self._refuse(
                421,
                mark("This address is not the one the program listens on."),
                mark("Open the address that the terminal shows."),
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_URL:
            return self._refuse(414, mark("The address is too long."), mark("Choose fewer things at once."))
        if scope["method"] not in SAFE and not _ours(headers, host):
            return self._refuse(
                403,
                mark("This was sent by another page, and nothing was changed."),
                mark("Go to the page and press the button there."),
            )
        if scope["method"] in SAFE and not _may_look(headers):
            return self._refuse(403, mark("Another page asked for this."), mark("Open the page itself."))
        length = headers.get("content-length")
        if length is not None and (not length.isdecimal() or int(length) > MOST_BODY):
            return self._refuse(413, *TOO_LARGE)
        return None

    def _let_in(self, scope: Scope, headers: Headers) -> Response | None:
        """The page that turns away or lets in; None for a browser that is in."""
        if scope["path"].startswith(OPEN):
            return None
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            cookies = SimpleCookie()
        known = cookies.get(self._cookie)
        inside = known is not None and self._keys.fits(known.value)
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        token = dict(query).get("token")
        if scope["method"] == "GET" and token is not None:
            secret = self._keys.take(token)
            if secret is not None or inside:
                return self._welcome(scope["path"], query, secret)
        if inside:
            return None
        return self._refuse(
            403,
            mark("This page is for the person who started the program."),
            mark(
                "Open the address that the terminal shows; it works once. For another browser, stop the program and start it again: credlens web --open."
            ),
        )

    def _welcome(self, path: str, query: Iterable[tuple[str, str]], secret: str | None) -> Response:
        """On to the same address without the token, so that it stays in no history."""
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        place = "/" + path.lstrip("/\\")
        answer = RedirectResponse(f"{place}?{rest}" if rest else place, 303)
        if secret is not None:
            answer.set_cookie(self._cookie, secret, httponly=True, samesite="strict", path="/")
        return answer


def _ours(headers: Headers, host: str) -> bool:
    """Whether a request that changes something comes from a page of ours; one that does not say is not."""
    site = headers.get("sec-fetch-site")
    origin = headers.get("origin")
    if origin is not None and (urlsplit(origin).scheme != "http" or urlsplit(origin).netloc.lower() != host.lower()):
        return False
    return site == "same-origin" if site is not None else origin is not None


def _may_look(headers: Headers) -> bool:
    """Whether a page may be looked at: not as a part of somebody else's page."""
    site = headers.get("sec-fetch-site", "none")
    return site in {"same-origin", "none"} or headers.get("sec-fetch-mode") == "navigate"


class TooLargeError(Exception):
    """More was sent than is taken, whatever the headers said."""


def _counted(receive: Receive, most: int) -> Receive:
    """The body as it comes; raises TooLargeError beyond ``most`` bytes."""
    so_far = 0

    async def count() -> Message:
        nonlocal so_far
        message = await receive()
        so_far += len(message.get("body", b""))
        if so_far > most:
            raise TooLargeError
        return message

    return count


def _sealed(send: Send, *, cached: bool) -> Callable[[Message], Awaitable[None]]:
    """Every answer with the rules for what the page may do."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, max-age=3600" if cached else "no-store")
        await send(message)

    return sealed
