"""The report is one file: it asks for nothing, needs no script, and says the first things first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request

Open = Callable[..., Page]

PLANTED = '<img src="http://127.0.0.1:9/seen.png" alt=""></body>'


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_only_the_file_itself_is_asked_for(open_report: Open, reports: dict[str, Path], person: str) -> None:
    asked: list[Request] = []
    open_report(person, asked=asked).wait_for_load_state("networkidle")
    assert [request.url for request in asked] == [reports[person].as_uri()]


def test_the_policy_stops_what_somebody_plants(open_report: Open, reports: dict[str, Path], tmp_path: Path) -> None:
    planted = tmp_path / "planted.html"
    planted.write_text(reports["nurse"].read_text(encoding="utf-8").replace("</body>", PLANTED), encoding="utf-8")
    kept: list[Request] = []
    lifted: list[Request] = []
    open_report(planted, asked=kept)
    open_report(planted, asked=lifted, bypass_csp=True)
    assert [request.url for request in kept] == [planted.as_uri(), "http://127.0.0.1:9/seen.png"]
    assert kept[1].failure == "csp"
    assert lifted[1].failure != "csp"


@pytest.mark.parametrize("person", ["maria", "expired"])
def test_everything_is_there_without_javascript(open_report: Open, person: str) -> None:
    page = open_report(person, java_script_enabled=False)
    assert page.locator("script").count() == 0
    for part in (".answer", "#gates .lead", "#gap .lead", "#options article.card >> nth=0", "#plan table.ways-table"):
        assert page.locator(part).is_visible(), part
    assert "ads for" in page.locator(".answer").inner_text()


@pytest.mark.parametrize(("person", "width"), [("maria", 1280), ("maria", 390), ("nurse", 390), ("expired", 1280)])
def test_gates_come_first(open_report: Open, person: str, width: int) -> None:
    page = open_report(person, width=width, java_script_enabled=False)
    order = page.locator("main > section").evaluate_all("found => found.map(s => s.id)")
    assert order[:3] == ["gates", "gap", "options"]
    assert order.index("options") < order.index("plan")
    tops = [box["y"] for s in order if (box := page.locator(f"main > #{s}").bounding_box())]
    assert tops == sorted(tops)


def test_a_closed_gate_is_said_in_the_first_lines(open_report: Open) -> None:
    page = open_report("nurse", java_script_enabled=False)
    above = page.locator("header.top").inner_text() + page.locator("#gates").inner_text()
    assert "registered nurse licence" in above
    assert "state-approved nursing programme" in above
    assert page.locator("#plan table").count() == 0
    assert page.locator("#plan").inner_text().count("No microcredential replaces it")


def test_lapsed_credentials_are_shown_with_their_days(open_report: Open) -> None:
    held = " ".join(open_report("expired").locator("#held").inner_text().split())
    assert "AWS Certified Solutions Architect" in held
    assert "30 Jun 2025" in held
    assert "31 May 2025" in held
