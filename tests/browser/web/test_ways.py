"""Ways through the pages, as people go them: a newcomer, somebody with a keyboard alone, somebody without script."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.web.conftest import ADS, RESUME
from tests.web.site import Site

View = Callable[..., Page]
MOST_CLICKS = 15
MOST_SECONDS = 180


def test_a_newcomer_comes_from_the_start_to_a_plan_that_is_kept(alone: Site, view: View, tmp_path: Path) -> None:
    resume = tmp_path / "noa.md"
    resume.write_text(RESUME, "utf-8")
    begun = time.monotonic()
    told: list[str] = []
    page = view(alone, "/", told=told)
    clicks = 0

    def click(name: str, role: str = "link") -> None:
        nonlocal clicks
        clicks += 1
        page.get_by_role(role, name=name, exact=False).first.click()  # type: ignore[arg-type]

    click("Begin: give a resume")
    clicks += 1  # opens the dialog of files
    page.get_by_label("Your resume").set_input_files(resume)
    click("Read it", "button")
    page.wait_for_url("**/me/profile?note=*")
    click("Next: your goal")
    clicks += 1  # into the field
    page.get_by_label("Paste job ads").fill(ADS)
    click("Read the ads", "button")
    page.wait_for_url("**/me/gap?note=*")
    expect(page.locator(".answer")).to_contain_text("You can show")
    click("Next: options")
    click("Next: the plan")
    clicks += 1  # the slider
    page.get_by_label("Budget").first.fill("150")
    expect(page.locator("#quick")).to_contain_text("Covers")
    click("Make and keep this plan", "button")
    page.wait_for_url("**/me/plan?*note=*")
    expect(page.locator(".note")).to_contain_text("The plan is kept")
    assert clicks <= MOST_CLICKS
    assert time.monotonic() - begun < MOST_SECONDS
    assert told == []
    page.goto("/")
    expect(page.locator(".done")).to_contain_text("kept")


def test_the_same_without_script(alone: Site, view: View, tmp_path: Path) -> None:
    resume = tmp_path / "noa.md"
    resume.write_text(RESUME, "utf-8")
    page = view(alone, "/", java_script_enabled=False)
    page.get_by_role("link", name="Begin: give a resume").click()
    page.get_by_label("Your resume").set_input_files(resume)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/me/profile?note=*")
    page.get_by_role("link", name="Next: your goal").click()
    page.get_by_label("Paste job ads").fill(ADS)
    page.get_by_role("button", name="Read the ads").click()
    page.wait_for_url("**/me/gap?note=*")
    page.get_by_label("Tableau").check()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#what-if")).to_contain_text("are within reach instead of")
    page.get_by_role("link", name="Next: options").click()
    page.get_by_role("button", name="Compare what is ticked").click()
    expect(page.locator("h1")).to_have_text("Side by side")
    page.get_by_role("link", name="Next: the plan").click()
    page.get_by_label("Budget").fill("100")
    page.get_by_role("button", name="Look at it without keeping it").click()
    assert parse_qs(urlsplit(page.url).query)["budget"] == ["100"]
    expect(page.locator("#quick")).to_contain_text("Covers")
    page.get_by_role("button", name="Make and keep this plan").click()
    page.wait_for_url("**/me/plan?*note=*")
    page.get_by_role("link", name="Next: proof").click()
    page.get_by_role("link", name="Next: did it help?").click()
    page.get_by_label("Employer").fill("Harbour Shop")
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("rowheader", name="Harbour Shop")).to_be_visible()
    page.get_by_role("button", name=re.compile("Forget.*Harbour Shop")).click()
    expect(page.get_by_role("rowheader", name="Harbour Shop")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("rowheader", name="Harbour Shop")).to_be_visible()


def focus(page: Page, name: str, role: str, most: int = 60) -> None:
    """Press Tab until a control has the focus."""
    wanted = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {name!r}")


def test_with_the_keyboard_alone(alone: Site, view: View) -> None:
    page = view(alone, "/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    focus(page, "See it with Maria", "button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/maria/gap")
    focus(page, "Tableau", "checkbox")
    page.keyboard.press("Space")
    expect(page.locator("#what-if")).to_contain_text("are within reach instead of")
    page.reload()
    focus(page, "Options for SQL", "link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/maria/options*")
    focus(page, "DataCamp", "checkbox")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # sends the form that the box is in
    page.wait_for_url("**/maria/compare*")
    focus(page, "Plan", "link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/maria/plan")
    focus(page, "Budget", "slider")
    before = page.locator("#quick").inner_text()
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("#quick")).not_to_have_text(before)
    focus(page, "Make and keep this plan", "button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/maria/plan?*note=*")
    expect(page.locator(".note")).to_contain_text("The plan is kept")


@pytest.mark.parametrize(
    "path",
    ["/", "/maria/profile", "/maria/plan", "/maria/options", "/maria/progress", "/maria/catalog/google-data-analytics"],
)
def test_tab_reaches_every_control_and_shows_where_it_is(maria: Site, view: View, path: str) -> None:
    page = view(maria, path)
    page.evaluate(
        "window.reached = []; document.addEventListener('focusin', e => window.reached.push([e.target, getComputedStyle(e.target).outlineStyle]))"
    )
    stops = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => e.checkVisibility({contentVisibilityAuto: true}))"
    n = page.evaluate(f"{stops}.length")
    assert n > 10
    for _ in range(3 * n):  # a field for a date has parts
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    assert (
        page.evaluate(
            f"{stops}.filter(e => !window.reached.some(([r]) => r === e)).map(e => e.outerHTML.slice(0, 120))"
        )
        == []
    )
    assert (
        page.evaluate("window.reached.filter(([e, o]) => o === 'none').map(([e]) => e.outerHTML.slice(0, 120))") == []
    )


def test_a_slider_answers_while_it_moves_and_the_address_keeps_it(maria: Site, view: View) -> None:
    told: list[str] = []
    page = view(maria, "/maria/plan", told=told)
    first = page.locator("#quick").inner_text()
    slider = page.get_by_role("slider", name="Budget")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("#quick")).not_to_have_text(first)
    expect(page.locator("#quick")).not_to_have_class("busy")
    page.wait_for_url("**budget=0*")
    answer = page.locator(".quick-steps").inner_text() if page.locator(".quick-steps").count() else ""
    page.reload()
    assert page.get_by_label("Budget").first.input_value() == "0"
    assert (page.locator(".quick-steps").inner_text() if page.locator(".quick-steps").count() else "") == answer
    assert told == []


def test_a_number_beside_a_slider_that_makes_no_sense_is_told_at_once(maria: Site, view: View) -> None:
    page = view(maria, "/maria/plan")
    page.get_by_label("At most so many credentials").first.fill("0")
    expect(page.locator("#quick .problem")).to_be_visible()
    page.get_by_label("At most so many credentials").first.fill("2")
    expect(page.locator("#quick .problem")).to_have_count(0)


def test_weights_answer_while_they_move(maria: Site, view: View) -> None:
    page = view(maria, "/maria/compare?id=google-data-analytics&id=ibm-data-analyst")
    page.locator("details.weights > summary").click()
    before = page.locator("#comparison").inner_text()
    page.get_by_role("slider", name="cost").focus()
    page.keyboard.press("End")
    expect(page.locator("#comparison")).not_to_have_text(before)
    page.wait_for_url("**w_cost=100*")


def test_a_file_is_dropped(alone: Site, view: View) -> None:
    page = view(alone, "/me/profile")
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'noa.md')); return t; }", RESUME
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": transfer})
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/me/profile?note=*")
    expect(page.locator(".note")).to_contain_text("noa.md")


def test_long_work_is_told_while_it_goes_on(alone: Site, view: View) -> None:
    seen: list[str] = []
    page = view(alone, "/")
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    page.get_by_role("button", name="See it with Maria").click()
    page.wait_for_url("**/maria/gap")
    assert any("/doing/" in url for url in seen)


def test_words_of_strangers_run_nothing(alone: Site, view: View) -> None:
    told: list[str] = []
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    page = view(alone, "/me/progress", told=told)
    page.get_by_label("Employer").fill(evil)
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("rowheader", name="<script>alert(1)</script>")).to_be_visible()
    assert told == []


def test_in_spanish(alone: Site, view: View) -> None:
    page = view(alone, "/", locale="es-MX")
    expect(page.locator("h1")).to_have_text(
        "\u00bfQu\u00e9 credencial me conviene ahora, vale la pena, me sirvi\u00f3?"
    )
    assert page.get_attribute("html", "lang") == "es"
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("What should I earn next, is it worth it, did it help?")
