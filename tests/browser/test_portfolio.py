"""The pages of a portfolio: accessible, on a phone and in the dark, without script, with strangers' READMEs and reviews in them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from credlens.model.cv import PRESENT, Contact, Cv, CvCertificate, CvEntry, CvSkill
from credlens.model.verification import AchievementClaim, Claims, Mode, Party, Report, Verdict
from credlens.model.work_sample import Review, WorkSample
from credlens.present.exports.portfolio import render
from credlens.present.portfolio.views import Portfolio, ShownBadge, Work

Open = Callable[..., Page]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTH = "document.scrollingElement.scrollWidth"
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = date(2026, 11, 22)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverzeichnis" * 2
README = f"""# Shop dashboard

[![](https://ci.example/badge.svg)](https://ci.example) What an **invented** shop sells, in SQL.

![Sales](img/a.png) ![up](../../etc/passwd) <img src=x onerror="document.title='run'">

#### How to run it

```python
print({LONG})
```

| | Before | {LONG} |
|-|-:|-|
| Minutes | 120 | 15 |

<script>document.title = "run"</script>
<p onclick="document.title='run'" style="position:fixed">Words <a href="javascript:document.title='run'">press</a></p>

> {LONG}

مرحبا بالعالم 🎉
"""


def png(width: int, height: int) -> bytes:
    """A picture of one colour (PNG, ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x30\x80\xc0" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def review(by: str, comment: str) -> tuple[Review, bytes]:
    key = "did:key:z6MkoYCSqmVxt5Mhn16shBdhqgg88mBMzwyfVrBBDAfg742u"
    return Review(by or "none", "shop", by, key, comment, DAY, Verdict.VERIFIED, "Signed.", same_version=True), b"{}"


SHOP = Work(
    WorkSample(
        "shop", "urn:uuid:1", "Shop dashboard", f"What it sells. {LONG}", ("sql",), "https://shop.example", DAY, DAY
    ),
    README,
    {"img/a.png": png(900, 30)},
    ("SQL", "Power BI"),
    ("Some Certificate",),
    (review("robin", "Clear.\nName the axes."), review("آدا", "عمل ممتاز 🌟"), review("", f"<script>{LONG}")),
)
BOARD = replace(
    SHOP, sample=replace(SHOP.sample, id="board", title="لوحة مبيعات المتجر 📊", summary="تحليل"), reviews=()
)
CERTIFICATES = (
    CvCertificate(
        "a", "SQL for analysts", "Example Academy", "2026-03", verified="2026-11-22", badge="b1", skills=("SQL",)
    ),
    CvCertificate("b", LONG, LONG, number=LONG, link=f"https://a.example/{LONG}"),
    CvCertificate("c", "First Aid"),
)
CV = Cv(
    "Maria Example",
    Contact("maria@example.org", "+1 555 0100", "Lisbon", (f"https://code.example/{LONG}",)),
    ("I ask what a number is for before I draw it.",),
    work=(CvEntry("job", "Marketing Specialist", end=PRESENT),),
    certificates=tuple(replace(CERTIFICATES[n % 3], card=str(n)) for n in range(40)),
    skills=(CvSkill("sql", "SQL", evidence=("SQL for analysts",)), CvSkill("x", LONG), CvSkill("excel", "Excel")),
    example=True,
)
REPORT = Report(
    Verdict.VERIFIED,
    "Example Academy issued it, and nothing in it was changed.",
    Mode.STRICT,
    AT,
    claims=Claims(
        issuer=Party(f"did:web:{'academy' * 12}.example", "Example Academy"),
        achievements=(AchievementClaim(name="SQL for analysts", description=LONG, criteria="An exam."),),
        issued=AT,
    ),
)
FULL = Portfolio(
    CV, (SHOP, BOARD), (ShownBadge("b1", REPORT, Verdict.VERIFIED, DAY, "badge.json", b"{}"),), DAY, contact=True
)
BARE = Portfolio(Cv("محمد الفارسي 🎓", skills=(CvSkill("sql", "SQL"),)), (), (), DAY)
PAGES = ["index.html", "projects/shop.html", "badges/b1/index.html"]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both portfolios, written once."""
    top = tmp_path_factory.mktemp("sites")
    for name, site in (("full", FULL), ("bare", BARE)):
        for address, data in render(site).items():
            (top / name / address).parent.mkdir(parents=True, exist_ok=True)
            (top / name / address).write_bytes(data)
    return top


@pytest.mark.parametrize("name", [*(f"full/{page}" for page in PAGES), "bare/index.html"])
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_no_violation_and_no_scrolling_sideways(
    open_report: Open, sites: Path, name: str, theme: str, width: int
) -> None:
    page = open_report(sites / name, theme=theme, width=width, bypass_csp=True)
    assert page.evaluate(WIDTH) <= width
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    assert [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found for n in v["nodes"]] == []


def test_a_project_shows_its_own_picture_and_asks_for_nothing_else(open_report: Open, sites: Path) -> None:
    asked: list[Request] = []
    page = open_report(sites / "full" / "projects" / "shop.html", asked=asked)
    page.wait_for_load_state("networkidle")
    wanted = [sites / "full" / "projects" / "shop.html", sites / "full" / "pictures" / "shop" / "1.png"]
    assert [request.url for request in asked] == [path.as_uri() for path in wanted]
    assert page.locator(".readme img").evaluate("e => e.naturalWidth") == 900
    assert page.title() == "Shop dashboard, Maria Example"  # nothing of the README ran


def test_without_javascript_every_page_is_reached_and_leads_back(open_report: Open, sites: Path) -> None:
    page = open_report(sites / "full" / "index.html", java_script_enabled=False)
    for words, heading in (("Shop dashboard", "Shop dashboard"), ("SQL for analysts", "SQL for analysts")):
        page.get_by_role("link", name=words, exact=True).first.click()
        assert page.locator("h1").inner_text() == heading
        page.get_by_role("link", name="Maria Example").click()
        assert page.locator("h1").inner_text() == "Maria Example"
    paper = open_report(sites / "full" / "index.html", theme="dark")
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
