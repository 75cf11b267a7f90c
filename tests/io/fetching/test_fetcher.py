from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

import pytest

from credlens.io.fetching.addresses import refuse_ip
from credlens.io.fetching.fetcher import GuardedFetcher
from credlens.verify.needs import Document, Kind, Missing, Need, Why

BODY = b'{"id": "https://issuer.example/"}'
Make = Callable[..., GuardedFetcher]
LATE = 0.4  # seconds a fetcher gets that is to be kept waiting


def need(url: str, most: int = 1000) -> Need:
    return Need(url, Kind.ISSUER, most)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/ok", BODY),
        ("/odd-type", BODY),
        ("/empty", b""),
        ("/until-closed", BODY),
        ("/chunked", b'{"id"}'),
        ("/gzip", BODY),
        ("/exactly", b"x" * 1000),
        ("/moved", BODY),
        ("/moved-far", BODY),
        ("/moved-3", BODY),
    ],
)
def test_a_document_is_fetched(server: Any, fetcher: Make, path: str, data: bytes) -> None:
    reply = fetcher().fetch(need(server.base + path))
    assert isinstance(reply, Document), reply
    assert (reply.data, reply.how) == (data, "fetched")


def test_it_says_where_the_document_was_in_the_end_and_what_the_host_calls_it(server: Any, fetcher: Make) -> None:
    reply = fetcher().fetch(need(server.base + "/moved-3"))
    assert reply == Document(server.base + "/ok", BODY, "fetched", "application/ld+json")


def test_nothing_is_told_that_tells_one_person_from_another(
    server: Any, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    one = fetcher()
    for path in ("/ok", "/ok?again#part"):
        assert isinstance(one.fetch(need(server.base + path)), Document)
    first, second = server.requests[-2:]
    assert second.splitlines()[0] == "GET /ok?again HTTP/1.1"
    names = {line.partition(":")[0] for line in first.splitlines()[1:] if line}
    assert names == {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}
    assert first.splitlines()[1:] == second.splitlines()[1:]
    assert f"Host: issuer.example:{server.port}" in first


@pytest.mark.parametrize(
    ("path", "why", "words"),
    [
        ("/404", Why.NOT_FOUND, "no such document (404)"),
        ("/410", Why.GONE, "gone for good (410)"),
        ("/401", Why.UNREACHABLE, "(401)"),
        ("/403", Why.UNREACHABLE, "(403)"),
        ("/418", Why.UNREACHABLE, "an error (418)"),
        ("/429", Why.UNREACHABLE, "(429); try again later. It says in how many seconds: 120."),
        ("/503", Why.UNREACHABLE, "(503); try again later."),
        ("/partial", Why.UNREACHABLE, "(206)"),
        ("/nothing", Why.UNREACHABLE, "broke"),
        ("/no-http", Why.UNREACHABLE, "broke"),
        ("/many-headers", Why.UNREACHABLE, "broke"),
        ("/long-header", Why.UNREACHABLE, "broke"),
        ("/cut", Why.UNREACHABLE, "broke"),
        ("/chunks-cut", Why.UNREACHABLE, "broke"),
        ("/gzip-cut", Why.UNREACHABLE, "broke"),
        ("/gzip-wrong", Why.UNREACHABLE, "cannot be unpacked"),
        ("/brotli", Why.UNREACHABLE, "broke"),
        ("/twice-packed", Why.UNREACHABLE, "broke"),
        ("/gzip-bomb", Why.TOO_LARGE, "more than 0 KiB"),
        ("/one-more", Why.TOO_LARGE, "more than 0 KiB"),
        ("/large", Why.TOO_LARGE, "more than 0 KiB"),
        ("/moved-4", Why.UNREACHABLE, "moved more than 3 times"),
        ("/moved-round", Why.UNREACHABLE, "moved more than 3 times"),
        ("/moved-nowhere", Why.UNREACHABLE, "(302)"),
        ("/moved-wrong", Why.NOT_ALLOWED, "no address"),
        ("/moved-http", Why.NOT_ALLOWED, "Only https"),
        ("/moved-file", Why.NOT_ALLOWED, "Only https"),
        ("/moved-inside", Why.NOT_ALLOWED, "is a number"),
        ("/moved-user", Why.NOT_ALLOWED, "user name"),
    ],
)
def test_a_host_that_misbehaves_gives_no_document(server: Any, fetcher: Make, path: str, why: Why, words: str) -> None:
    reply = fetcher().fetch(need(server.base + path))
    assert isinstance(reply, Missing), reply
    assert (reply.url, reply.why) == (server.base + path, why)
    assert words in reply.words
    assert "<b>" not in reply.words
    assert reply.words.endswith(".")


@pytest.mark.parametrize("path", ["/hang-head", "/hang-body", "/hang-late", "/drip-head", "/drip-body"])
def test_a_host_that_takes_its_time_is_not_waited_for(server: Any, fetcher: Make, path: str) -> None:
    begun = time.monotonic()
    reply = fetcher(LATE).fetch(need(server.base + path))
    assert reply == Missing(server.base + path, Why.UNREACHABLE, "issuer.example took more than 0.4 seconds.")
    assert time.monotonic() - begun < 10 * LATE  # the server would wait twelve times as long


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"hang", "took more than"),
        (b"HTTP/1.1 200 OK\r\n\r\n{}", "No protected connection"),
        (b"", "protected|broke|reset"),
    ],
)
def test_a_host_that_knows_no_tls_is_not_heard(server: Any, fetcher: Make, said: bytes, words: str) -> None:
    server.plain.append(said)
    reply = fetcher(LATE).fetch(need(server.base + "/ok"))
    assert isinstance(reply, Missing)
    assert reply.why is Why.UNREACHABLE
    assert any(word in reply.words for word in words.split("|")), reply.words


def test_a_certificate_counts_only_for_its_host_and_when_it_is_trusted_and_in_its_time(
    server: Any, fetcher: Make, serve: Callable[..., Any]
) -> None:
    def words(reply: object) -> str:
        assert isinstance(reply, Missing), reply
        return reply.words

    other = f"https://other.example:{server.port}/ok"
    assert "certificate of other.example does not hold" in words(fetcher().fetch(need(other)))
    unknown = serve("unknown", "issuer.example")
    assert "certificate of issuer.example does not hold" in words(fetcher().fetch(need(unknown.base + "/ok")))
    unknown.close()
    old = serve("old", "issuer.example", days=-1)
    trusting = fetcher(trust=ssl.create_default_context(cafile=str(old.certificate)))
    assert "expired" in words(trusting.fetch(need(old.base + "/ok")))
    old.close()
    system = GuardedFetcher(resolver=lambda _host, _port: ["127.0.0.1"], refuse=lambda _ip: None)
    assert "does not hold" in words(system.fetch(need(server.base + "/ok")))


def test_no_connection_is_made_when_any_machine_of_a_name_is_inside_a_network(server: Any, fetcher: Make) -> None:
    before = server.connections
    for machines in (["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["2606:2800:220:1::1", "::1"]):
        guarded = fetcher(resolver=lambda _host, _port, found=machines: found, refuse=refuse_ip)
        reply = guarded.fetch(need(server.base + "/ok"))
        assert isinstance(reply, Missing)
        assert reply.why is Why.NOT_ALLOWED
        assert f"stands for {machines[-1]}" in reply.words
    assert server.connections == before


def test_a_name_that_stands_for_another_machine_the_second_time_is_not_followed(server: Any, fetcher: Make) -> None:
    asked = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    assert isinstance(fetcher(resolver=rebinding).fetch(need(server.base + "/ok")), Document)
    assert asked == ["issuer.example"]  # the machine that was looked at is the one that is called


def test_a_name_is_looked_at_anew_for_each_place_it_was_moved_to(server: Any, fetcher: Make) -> None:
    def inside(host: str, _port: int) -> list[str]:
        return ["10.0.0.1"] if host == "inside.example" else ["127.0.0.1"]

    def refuse(ip: str) -> str | None:
        return None if ip == "127.0.0.1" else refuse_ip(ip)

    reply = fetcher(resolver=inside, refuse=refuse).fetch(need(server.base + "/moved-inside-by-name"))
    assert isinstance(reply, Missing)
    assert reply.why is Why.NOT_ALLOWED
    assert "10.0.0.1" in reply.words


def test_a_second_machine_is_tried_when_the_first_does_not_answer(server: Any, fetcher: Make) -> None:
    both = fetcher(resolver=lambda _host, _port: ["127.0.0.9", "127.0.0.1"])
    assert isinstance(both.fetch(need(server.base + "/ok")), Document)


def test_names_that_nobody_knows(fetcher: Make) -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    def odd(host: str, _port: int) -> list[str]:
        raise UnicodeError(host)

    def slow(_host: str, _port: int) -> list[str]:
        time.sleep(2)
        return ["127.0.0.1"]

    url = "https://issuer.example/"
    assert fetcher(resolver=unknown).fetch(need(url)) == Missing(
        url, Why.UNREACHABLE, "No host called issuer.example was found."
    )
    for resolver, seconds in ((odd, 5.0), (lambda _host, _port: [], 5.0), (slow, 0.1)):
        reply = fetcher(seconds, resolver=resolver).fetch(need(url))
        assert isinstance(reply, Missing)
        assert reply.why is Why.UNREACHABLE


def test_a_host_that_accepts_no_connection(fetcher: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    reply = fetcher().fetch(need(f"https://issuer.example:{port}/"))
    assert isinstance(reply, Missing)
    assert reply.words == "issuer.example accepts no connection."


@pytest.mark.parametrize("url", ["http://issuer.example/", "https://127.0.0.1/", "https://localhost/", "file:///x"])
def test_addresses_that_are_never_asked_are_not_even_looked_up(url: str) -> None:
    def never(_host: str, _port: int) -> list[str]:
        raise AssertionError("looked up")

    reply = GuardedFetcher(resolver=never).fetch(need(url))
    assert isinstance(reply, Missing)
    assert reply.why is Why.NOT_ALLOWED


def test_what_is_trusted_is_at_least_tls_1_2() -> None:
    context = GuardedFetcher()._context()
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
