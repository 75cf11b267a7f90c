"""Every page, in light and dark, on a laptop and a phone: axe finds nothing, nothing scrolls sideways, and a picture of it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from tests.web.site import Site

View = Callable[..., Page]

PAGES = (
    "/", "/maria/profile", "/maria/goal", "/maria/gap?with=sql", "/maria/options", "/maria/compare?id=google-data-analytics&id=ibm-data-analyst",
    "/maria/plan", "/maria/proof", "/maria/resume", "/maria/progress", "/maria/next", "/maria/helped?id=google-data-analytics",
    "/maria/catalog?q=sql", "/maria/catalog/google-data-analytics", "/maria/catalog-unknowns", "/maria/questions", "/maria/data",
    "/me/profile", "/me/goal", "/me/gap", "/me/resume", "/me/compare", "/nothing", "/maria/catalog/none",
)  # fmt: skip
PICTURES = Path(__file__).parents[3] / ".pytest_cache" / "pictures"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"], "preload": False}
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"
#: What is folded away takes axe three times as long; it is looked at by itself, and where reports are tested.
DROP_FOLDED = "document.querySelectorAll('details > :not(summary)').forEach(e => e.remove())"
WIDTH = "document.scrollingElement.scrollWidth"
#: The contrast of an element's text against what is painted behind it (WCAG 2.2, 1.4.3), from the colours that the browser computed.
CONTRAST = """e => {
    const parse = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const over = (top, under) => [0, 1, 2].map(i => top[3] * top[i] + (1 - top[3]) * under[i]);
    const light = c => {
        const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const layers = []; let pictures = 0;
    for (let at = e; at; at = at.parentElement) {
        const { backgroundImage, backgroundColor } = getComputedStyle(at);
        if (backgroundImage.includes('url(')) pictures += 1;
        layers.push((backgroundImage.match(/rgba?\\([^)]*\\)/g) || []).map(parse));  // a pattern: each of its colours
        layers.push([parse(backgroundColor)]);
        if (parse(backgroundColor)[3] === 1) break;
    }
    let backs = [[255, 255, 255]];
    for (const layer of layers.reverse()) if (layer.length) backs = layer.flatMap(c => backs.map(b => over(c, b)));
    const style = getComputedStyle(e);
    const ratios = backs.map(b => {
        const [high, low] = [light(over(parse(style.color), b)), light(b)].sort((x, y) => y - x);
        return (high + .05) / (low + .05);
    });
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    return { ratio: Math.min(...ratios), needed: large ? 3 : 4.5, pictures, text: e.textContent.trim().slice(0, 60) };
}"""


def look(page: Page) -> tuple[list[str], list[str]]:
    """What axe found, and what is still open after the contrast was computed where axe could not tell it."""
    found = Axe().run(page, options=ALL).response
    wrong = [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found["violations"] for n in v["nodes"]]
    unsure = []
    for rule in found["incomplete"]:
        for node in rule["nodes"]:
            if rule["id"] != "color-contrast":
                unsure.append(f"{rule['id']}: {node['target']}")
                continue
            told = page.evaluate(f"([t]) => ({CONTRAST})(document.querySelector(t))", node["target"])
            if told["pictures"] or told["ratio"] < told["needed"]:
                unsure.append(f"contrast of {told['text']!r}: {told}")
    return wrong, unsure


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wrong_with_a_page(maria: Site, view: View, path: str) -> None:
    told: list[str] = []
    asked: list[Request] = []
    page = view(maria, path, bypass_csp=True, told=told, asked=asked)
    name = re.sub(r"\W+", "-", path).strip("-") or "start"
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate(OPEN_ALL)
    for width in (320, 390):  # 320 is what 400 % of enlargement leave of a laptop's 1280 (WCAG 1.4.10)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDTH) <= width
    page.reload()
    for theme, width in (
        ("light", 1280),
        ("dark", 390),
    ):  # colours do not change with the width, nor sizes with the theme
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert page.evaluate(WIDTH) <= width
        page.screenshot(path=PICTURES / f"{name}-{theme}-{width}.png", full_page=True)
    page.evaluate(DROP_FOLDED)
    assert look(page) == ([], []), "dark, 390"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    assert look(page) == ([], []), "light, 1280"
    assert {r.url.split("/")[2] for r in asked} == {f"127.0.0.1:{maria.port}"}
    assert [t for t in told if "404" not in t and "422" not in t] == []


@pytest.mark.parametrize(
    "path",
    [
        "/maria/catalog/google-data-analytics",
        "/maria/profile?every=true",
        "/maria/progress",
    ],
)
def test_nothing_is_wrong_with_what_is_folded(maria: Site, view: View, path: str) -> None:
    page = view(maria, path, bypass_csp=True, theme="dark", width=390)
    page.evaluate(OPEN_ALL)
    assert look(page) == ([], [])


def test_the_badge_page_and_a_work_that_failed(maria: Site, view: View) -> None:
    name = re.search(r'href="(/maria/proof/badge/[^"]+)"', maria.get("/maria/proof").text)
    assert name
    assert look(view(maria, name[1], bypass_csp=True)) == ([], [])
    answer = maria.send("/maria/goal", {"text": "x"})
    page = view(maria, "/", bypass_csp=True)
    page.goto(answer.headers["location"])
    page.get_by_role("link", name="Go back").wait_for()
    assert look(page) == ([], [])


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("document.querySelector('.lead').style.color = '#bbbbbb'", "color-contrast"),
        ("document.querySelector('button').textContent = ''", "button-name"),
    ],
)
def test_a_planted_violation_is_found(maria: Site, view: View, planted: str, rule: str) -> None:
    page = view(maria, "/", bypass_csp=True)
    page.evaluate(planted)
    assert [found for found in look(page)[0] if found.startswith(f"{rule}:")]


def test_contrast_is_computed_where_axe_cannot_tell(maria: Site, view: View) -> None:
    page = view(maria, "/", bypass_csp=True)
    pattern = "repeating-linear-gradient(45deg, rgb(255, 255, 255) 0 2px, rgb(119, 119, 119) 2px 4px)"
    for colour, back, ratio in (
        ("rgb(0, 0, 0)", "", 21.0),
        ("rgb(119, 119, 119)", "", 4.48),
        ("rgba(0, 0, 0, 0.5)", "", 3.95),
        ("rgb(0, 0, 0)", pattern, 4.69),
    ):
        page.evaluate(
            f"e = document.querySelector('.lead'); e.style.color = '{colour}'; e.style.background = 'rgb(255, 255, 255) {back}'"
        )
        found = page.evaluate(f"({CONTRAST})(document.querySelector('.lead'))")
        assert found["ratio"] == pytest.approx(ratio, abs=0.05)


@pytest.mark.parametrize("path", ["/", "/maria/gap", "/maria/plan"])
def test_a_page_that_is_read_from_the_right_fits_too(maria: Site, view: View, path: str) -> None:
    page = view(maria, path, width=390)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate(WIDTH) <= 390
    assert (
        page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().left < -1 && !e.closest('.spoken, svg')).length"
        )
        == 0
    )


def test_the_first_page_is_small(maria: Site, view: View) -> None:
    asked: list[Request] = []
    page = view(maria, "/", asked=asked)
    page.wait_for_load_state("networkidle")
    sizes = [len(r.response().body()) for r in asked if r.response()]  # type: ignore[union-attr]
    assert len(asked) <= 10
    assert sum(sizes) <= 150_000


def test_on_paper_the_controls_are_left_away(maria: Site, view: View) -> None:
    page = view(maria, "/maria/gap")
    page.emulate_media(media="print")
    assert not page.locator("nav.way").is_visible()
    assert page.locator("h1").is_visible()
