"""Only the person's own browser is answered, only pages of ours change anything, and no page may load what is not ours."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from fastapi.routing import APIRoute

from credlens.web.app import PAGES
from credlens.web.guard import SAFE
from credlens.web.limits import MOST_BODY, MOST_URL
from tests.web.site import Site, multipart

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_token_lets_one_browser_in_once(outside: Site) -> None:
    token = outside.keys.token
    assert outside.get("/").status == 403
    let_in = outside.ask("GET", f"/?token={token}")
    assert (let_in.status, let_in.headers["location"]) == (303, "/")  # the token is in no history
    assert "HttpOnly" in let_in.headers["set-cookie"]
    assert "SameSite=strict" in let_in.headers["set-cookie"]
    assert outside.get("/").status == 200
    outside.cookies.clear()
    again = outside.get(f"/?token={token}")
    assert (again.status, "it works once" in again.words) == (403, True)


@pytest.mark.parametrize("token", ["", "x", "None", "\u00e9"])
def test_a_wrong_token_opens_nothing(outside: Site, token: str) -> None:
    from urllib.parse import quote

    assert outside.get(f"/?token={quote(token)}").status == 403
    assert outside.enter().status == 200  # and the right one still works


def test_the_cookie_of_an_earlier_run_opens_nothing(outside: Site) -> None:
    outside.cookies[f"credlens-{outside.port}"] = "stale"
    assert outside.get("/me/data").status == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "127.0.0.1:{port}.evil.example", ""],
)
def test_a_foreign_host_is_not_answered(site: Site, host: str) -> None:
    """DNS rebinding: any name can be made to point here."""
    answer = site.ask("GET", "/", headers={"Host": host.format(port=site.port)})
    assert answer.status in {400, 421}  # without any name the server itself refuses
    assert "What people ask" not in answer.text


def test_the_names_of_this_machine_are_answered(site: Site) -> None:
    for host in (f"127.0.0.1:{site.port}", f"localhost:{site.port}", f"LOCALHOST:{site.port}", f"[::1]:{site.port}"):
        assert site.ask("GET", "/", headers={"Host": host}).status == 200


def unsafe() -> list[tuple[str, str]]:
    """(method, path) of every route that changes something."""
    pages = [import_module(f"credlens.web.pages.{name}").router for name in PAGES]
    routes = [route for router in pages for route in router.routes if isinstance(route, APIRoute)]
    return sorted((method, route.path) for route in routes for method in route.methods or () if method not in SAFE)


FOREIGN = {
    "nobody says where from": {"Origin": None, "Sec-Fetch-Site": None},
    "another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another port": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "https": {"Origin": "https://127.0.0.1:{port}", "Sec-Fetch-Site": None},
    "a sandbox": {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    "typed into the bar": {"Origin": None, "Sec-Fetch-Site": "none"},
    "another site that hides": {"Origin": None, "Sec-Fetch-Site": "cross-site"},
}


def test_no_other_page_can_change_anything(site: Site) -> None:
    """Cross-site request forgery, on every route that changes something."""
    found = unsafe()
    assert len(found) > 20
    for method, path in found:
        address = re.sub(r"\{[a-z_]+\}", "me", path)
        for who, headers in FOREIGN.items():
            said = {k: v.format(port=site.port) if v else v for k, v in headers.items()}
            answer = site.ask(method, address, b"sure=ERASE", {**FORM, **said})
            assert (answer.status, who, path) == (403, who, path)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),  # a link; the cookie is not sent with it
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
    ],
)
def test_no_other_page_can_embed_one(site: Site, headers: dict[str, str], status: int) -> None:
    assert site.ask("GET", "/me/data", headers=headers).status == status


def test_what_a_page_may_do_is_said_with_every_answer(site: Site) -> None:
    for path, status in {
        "/": 200,
        "/nope": 404,
        "/static/app.css": 200,
        "/me/gap": 200,
        "/me/catalog/none": 422,
    }.items():
        answer = site.ask("GET", path)
        assert answer.status == status
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers
    assert site.ask("GET", "/").headers["cache-control"] == "no-store"


def test_no_page_has_script_or_style_of_its_own(site: Site) -> None:
    """The policy would stop it, and the page would be broken."""
    for path in ("/", "/me/profile", "/me/goal", "/me/progress", "/me/catalog", "/me/data"):
        text = site.get(path).text
        assert not re.search(r"<script(?! src=\"/static/)|<style|\son[a-z]+=|\sstyle=|javascript:", text), path
        assert not re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*"', text), path


def test_an_address_at_the_limit(site: Site) -> None:
    def status(length: int) -> int:
        path = "/me/catalog?q="
        return site.ask("GET", path + "a" * (length - len(path) + 1)).status  # the "?" is not counted

    assert (status(MOST_URL), status(MOST_URL + 1)) == (200, 414)
    assert status(MOST_URL - 1) == 200


def test_a_body_at_the_limit(site: Site) -> None:
    def status(length: int) -> int:
        empty, kind = multipart([], [("a.pdf", b"")])
        body, kind = multipart([], [("a.pdf", b"x" * (length - len(empty)))])
        assert len(body) == length
        return site.ask("POST", "/me/profile/documents", body, {"Content-Type": kind}).status

    assert status(MOST_BODY) == status(MOST_BODY - 1) == 422  # a resume has a smaller limit of its own
    assert status(MOST_BODY + 1) == 413


def test_a_body_that_does_not_say_how_long_it_is(site: Site) -> None:
    from http.client import HTTPConnection

    def status(length: int) -> int:
        connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
        body, kind = multipart([], [("a.pdf", b"x" * length)])
        headers = {
            "Content-Type": kind, "Origin": site.address, "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{k}={v}" for k, v in site.cookies.items()),
        }  # fmt: skip
        pieces = (body[at : at + 65536] for at in range(0, len(body), 65536))
        try:
            connection.request("POST", "/me/profile/documents", pieces, headers, encode_chunked=True)
            return connection.getresponse().status
        finally:
            connection.close()

    assert status(MOST_BODY - 1000) == 422
    assert status(MOST_BODY + 1) == 413
    assert site.ask("GET", "/").status == 200


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "\u00b2"])
def test_a_length_that_is_none_is_refused(site: Site, length: str) -> None:
    import socket

    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as wire:
        head = f"POST /me/undo HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.address}\r\nContent-Length: {length}\r\n\r\n"
        wire.sendall(head.encode())
        assert wire.recv(1000).split()[1] in {b"400", b"413"}
    assert site.ask("GET", "/").status == 200


def test_a_websocket_is_closed(site: Site) -> None:
    headers = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "x" * 16,
        "Sec-WebSocket-Version": "13",
    }
    assert site.ask("GET", "/me/data", headers={**headers, "Cookie": ""}).status == 403


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "/%2f%2fevil.example"])
def test_nobody_is_led_away_by_a_token(outside: Site, path: str) -> None:
    answer = outside.ask("GET", f"{path}?token={outside.keys.token}")
    assert re.match(r"/(?![/\\])", answer.headers.get("location", "/"))


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"]
)
def test_nobody_is_led_away_by_the_choice_of_a_language(site: Site, back: str) -> None:
    from urllib.parse import quote

    answer = site.ask("GET", f"/language/es?back={quote(back)}")
    assert (answer.status, answer.headers["location"], "x" in answer.headers) == (303, "/", False)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/guard.py",
        "/static//etc/passwd",
        "/static/app.css%00.js",
        "/../etc/passwd",
    ],
)
def test_a_path_leads_to_no_file(site: Site, path: str) -> None:
    assert site.ask("GET", path).status == 404
