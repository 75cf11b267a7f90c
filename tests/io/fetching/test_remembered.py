from __future__ import annotations

import threading

import pytest

from credlens.io.fetching.remembered import RememberingFetcher
from credlens.io.fetching.web import web
from credlens.verify.needs import Document, Kind, Missing, Need, Reply, Why


class Web:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go = threading.Event()
        self.go.set()

    def fetch(self, need: Need) -> Reply:
        self.asked.append(need.url)
        self.go.wait(10)
        if need.url == "broken":
            raise ValueError(need.url)
        return Missing(need.url, Why.NOT_FOUND, "") if need.url == "none" else Document(need.url, b"x" * 100)


def need(url: str, most: int = 1000) -> Need:
    return Need(url, Kind.ISSUER, most)


def test_what_was_found_and_what_was_not_is_asked_once() -> None:
    under = Web()
    fetcher = RememberingFetcher(under)
    for url in ("a", "none", "a", "none"):
        fetcher.fetch(need(url))
    fetcher.fetch(need("a", 5))  # as much of it as this was not wanted before
    assert under.asked == ["a", "none", "a"]


def test_two_who_ask_at_once_get_the_same() -> None:
    under = Web()
    fetcher = RememberingFetcher(under)
    under.go.clear()
    found: list[Reply] = []
    threads = [threading.Thread(target=lambda: found.append(fetcher.fetch(need("a")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    under.go.set()
    for thread in threads:
        thread.join()
    assert under.asked == ["a"]
    assert len(found) == 4
    assert all(reply is found[0] for reply in found)


def test_it_forgets_what_was_not_asked_for_longest() -> None:
    under = Web()
    fetcher = RememberingFetcher(under, most=2 * 356)
    for url in ("a", "b", "a", "c", "a", "b"):
        fetcher.fetch(need(url))
    assert under.asked == ["a", "b", "c", "b"]


def test_a_mistake_is_not_remembered() -> None:
    under = Web()
    fetcher = RememberingFetcher(under)
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            fetcher.fetch(need("broken"))
    assert under.asked == ["broken", "broken"]


def test_the_program_s_own_fetcher_asks_nobody_inside() -> None:
    reply = web().fetch(need("https://localhost/"))
    assert isinstance(reply, Missing)
    assert reply.why is Why.NOT_ALLOWED
