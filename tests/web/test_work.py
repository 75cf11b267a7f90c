"""Work in progress is told as it goes on, and its end is shown to who asked, whatever it is."""

from __future__ import annotations

import threading
from http.client import HTTPConnection

import pytest

from credlens.model.errors import UserError
from credlens.web.desk import ME
from credlens.web.work import MOST_WORKS, Works
from tests.web.site import Site


def test_steps_come_while_the_work_goes_on() -> None:
    works, go = Works(), threading.Event()

    def job() -> str:
        works.tell("ads", 1, 2)
        assert go.wait(10)
        works.news("nearly")
        return "/done"

    work = works.begin("Reading", "/back", job)
    steps = work.steps()
    assert next(steps) == ("ads", 1, 2)
    assert not work.over.is_set()
    go.set()
    assert list(steps)[-1:] == [("nearly", 0, 0)]
    assert (work.over.is_set(), work.place, work.failure) == (True, "/done", None)
    works.tell("somebody else's", 1, 2)  # a thread that does no work tells nobody
    assert work.said.empty()


@pytest.mark.parametrize("error", [UserError("No."), RuntimeError("a defect")])
def test_a_failure_ends_the_work(error: Exception) -> None:
    def job() -> str:
        raise error

    work = Works().begin("Reading", "/back", job)
    assert list(work.steps()) == []
    assert work.failure is error


def test_old_work_is_forgotten_and_work_that_goes_on_is_not() -> None:
    works, go = Works(), threading.Event()

    def long() -> str:
        go.wait(10)
        return "/"

    first = works.begin("long", "/", long)
    for _ in range(MOST_WORKS + 5):
        works.begin("short", "/", lambda: "/").over.wait(5)
    assert works.find(str(first.number)) is first
    assert works.find("2") is None
    assert works.find("x") is None
    go.set()


def test_the_page_grows_while_the_work_goes_on(site: Site) -> None:
    desk, go = site.desks[ME], threading.Event()

    def job() -> str:
        desk.works.tell("ads", 3, 7)
        assert go.wait(30)
        return "/me/goal"

    work = desk.works.begin("Reading <b>", "/", job)
    connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
    connection.request(
        "GET", f"/me/doing/{work.number}", headers={"Cookie": "; ".join(f"{k}={v}" for k, v in site.cookies.items())}
    )
    answer = connection.getresponse()
    seen = b""
    while b"3 of 7 ads" not in seen:
        seen += answer.read1(1000)
    assert b"</html>" not in seen
    assert b"Reading &lt;b&gt;" in seen
    go.set()
    rest = answer.read()
    assert b'content="0;url=/me/goal"' in rest
    assert rest.rstrip().endswith(b"</html>")
    connection.close()
    assert site.ask("GET", f"/me/doing/{work.number}").headers["location"] == "/me/goal"
    assert site.get("/me/doing/99").status == 404


def test_a_defect_is_told_without_its_words(site: Site) -> None:
    def job() -> str:
        raise RuntimeError("secret words")

    work = site.desks[ME].works.begin("Reading", "/me/goal", job)
    shown = site.get(f"/me/doing/{work.number}")
    assert "This is a defect of credlens" in shown.words
    assert "secret" not in shown.text
    assert 'href="/me/goal">Go back' in shown.text


def test_a_defect_of_a_page_is_a_page_with_the_same_rules(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from credlens.web.pages import questions

    def broken(*_: object) -> object:
        raise RuntimeError("secret words")

    monkeypatch.setattr(questions, "_about", broken)
    shown = site.get("/me/questions", {"Accept-Language": "es"})
    assert (shown.status, "secret" in shown.text) == (500, False)
    assert "Es un defecto de credlens" in shown.words
    assert "default-src 'none'" in shown.headers["content-security-policy"]
