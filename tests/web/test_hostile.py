"""What strangers wrote shows as text, wherever it comes from: an ad, a resume, a badge, a catalog entry, an application, an address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest

from credlens.app.catalog.importing import import_records
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes
from credlens.catalog import codec
from credlens.io.home import open_home
from credlens.model.fact import Fact
from tests.web.site import TODAY, Site, served

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}'
CALM = "'-alert(3)-'"
RECORD = """
id: evil-course
title: {title}
aliases: [{title}]
sources:
  page: {{method: read, address: "https://example.org/x", date: 2026-11-22, note: {title}}}
description: {{is: {title}, from: page}}
kind: {{is: Certificate, from: page}}
provider: {{is: {{name: {title}, kind: platform}}, from: page}}
hours: {{is: {{min: 10, max: 10}}, from: page}}
skills:
  - {{skill: sql, depth: core, from: page}}
costs:
  - {{pattern: one_off, amount: 10, currency: USD, what: tuition, condition: {title}, from: page}}
"""
AD = """Data Analyst {evil}

Company: Harbour {evil} Shop

Requirements
- SQL and Tableau {evil}
- [more](javascript:alert(5))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    badge = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "javascript:alert(6)", "badge": {
        "type": "BadgeClass", "id": "x:y", "name": EVIL, "description": EVIL, "criteria": "javascript:alert(7)", "issuer": {
            "type": "Issuer", "id": "javascript:alert(8)", "name": EVIL, "url": "javascript:alert(9)"}},
        "recipient": {"type": "email", "hashed": False, "identity": EVIL}, "issuedOn": "2026-01-02T00:00:00Z", "evidence": "javascript:alert(10)", "verification": {"type": "hosted"}}  # fmt: skip
    with served(folder / "home") as made:
        made.enter()
        resume = f"# Kim {EVIL}\n\n## Experience\n\nAnalyst {EVIL}, Pier {EVIL}, 2020 - 2024\n- SQL {EVIL}\n\n## Certifications\n\n- Knots {EVIL}, Pier School\n"
        made.post("/me/profile/documents", files=[(f"{EVIL}.md".replace('"', ""), resume.encode())])
        made.post(
            "/me/goal", {"text": "\n---\n".join(AD.format(evil=EVIL) + str(n) for n in range(5)), "occupation": EVIL}
        )
        checked = made.post("/me/proof/check", files=[("b.json", json.dumps(badge).encode())])
        made.post("/me/proof/keep", {"number": checked.path.rpartition("/")[2]})
        made.post(
            "/me/progress/application", {"employer": EVIL, "title": CALM, "resume": EVIL, "ad": AD.format(evil=EVIL)}
        )
        made.post(
            "/me/catalog/ms-pl-300",
            {"hours": "9", "source_note": EVIL, "source_address": "https://example.org/" + quote(EVIL)},
        )
        (folder / "evil.yaml").write_text(RECORD.format(title=json.dumps(EVIL)), "utf-8")
        ports = open_home(folder / "home", today=TODAY)
        import_records(ports, "yaml", [folder / "evil.yaml"])
        written = Knowledge.of(ports).catalog[
            "evil-course"
        ]  # a file with such an address is refused; another program may have stored one
        official = replace(written, official_url=Fact("javascript:alert(4)", written.hours.sources))
        ports.store().save_records([NamedBytes(written.id, codec.pack(official))])
        yield made


PAGES = [
    "/", "/me/profile?every=true", "/me/goal", "/me/gap", "/me/options?skill=sql", "/me/plan", "/me/proof", "/me/resume", "/me/progress",
    "/me/questions", "/me/questions?id=evil-course", "/me/catalog?q=evil", "/me/catalog/evil-course", "/me/catalog/ms-pl-300",
    "/me/compare?id=evil-course&id=ms-pl-300", "/me/data", "/me/helped?id=evil-course", "/me/next", "/me/brief?id=evil-course",
    "/me/report",
]  # fmt: skip
ASKED = [
    "/me/catalog?q={}", "/me/catalog?skill={}&most_cost={}", "/me/catalog/{}", "/me/options?skill={}&kind={}&most_cost={}", "/me/gap?with={}",
    "/me/gap/what-if?with={}", "/me/compare?id={}", "/me/compare?id=ms-pl-300&w_cost={}", "/me/plan?budget={}&hours={}&deadline={}&most={}",
    "/me/plan/quick?budget={}", "/me/questions?id={}", "/me/helped?id={}", "/me/brief?id={}", "/me/next?weeks={}&hours={}", "/me/proof/badge/{}",
    "/me/proof/report/{}", "/me/doing/{}", "/me/catalog-unknowns?lack={}", "/me/profile?every={}", "/me/profile?note={}", "/{}/gap", "/{}", "/language/{}?back={}",
    "/me/download/resume.{}", "/me/download/brief.pdf?id={}", "/me/progress?every={}", "/me/catalog?first={}",
]  # fmt: skip


class Tags(HTMLParser):
    """What in a page is not of ours: script, handlers, addresses that run something."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ours = tag != "script" or dict(attrs).get("src") == "/static/app.js"
        if not ours or tag in {"iframe", "object", "embed", "base", "img"}:
            self.foreign.append(tag)
        for name, value in attrs:
            runs = re.match(r"\s*(?:javascript|data|vbscript):", value or "", re.IGNORECASE)
            if name.startswith("on") or (name in {"href", "src", "action", "formaction", "content"} and runs):
                self.foreign.append(f"{tag} {name}={value}")


def foreign(text: str) -> list[str]:
    found = Tags()
    found.feed(text)
    return found.foreign


def test_the_rule_finds_what_it_looks_for() -> None:
    assert len(foreign('<script>x</script><a href=" JavaScript:x"><b onclick="x"><iframe>')) == 4
    assert foreign("&lt;script&gt; onclick=") == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_stored_shows_as_text(site: Site, path: str) -> None:
    shown = site.get(path)
    assert shown.status == 200, shown.words
    assert foreign(shown.text) == []
    assert "}49" not in shown.text.replace("{{7*7}}", "")


def test_only_words_that_a_template_spells_out_are_taken_for_harmless() -> None:
    """What ``_()`` returns is not escaped any more: with something else than a literal it would let markup through."""
    folder = files("credlens.web") / "templates"
    for template in folder.iterdir():
        text = template.read_text("utf-8")
        assert not re.search(r"(?<![a-zA-Z])(?:_|gettext|ngettext)\(\s*[^\"\s]", text), template.name
        for unescaped in re.findall(r"[^{]*\| *safe\b", text):
            assert re.search(r"' [a-z].*' *\| *safe$", unescaped), (template.name, unescaped)


def test_it_is_there_indeed(site: Site) -> None:
    """Text that is left out would pass the other tests."""
    for path in ("/me/profile?every=true", "/me/proof", "/me/progress", "/me/catalog/evil-course", "/me/goal"):
        assert "&lt;script&gt;alert(1)" in site.get(path).text, path


@pytest.mark.parametrize("path", ASKED)
def test_what_is_asked_for_shows_as_text(site: Site, path: str) -> None:
    shown = site.get(path.replace("{}", quote(EVIL, safe="")))
    assert shown.status in {200, 404, 422}, shown.words
    assert shown.headers["content-type"] == "application/pdf" or foreign(shown.text) == []
    assert "This is a defect" not in shown.words


def test_what_is_sent_shows_as_text(site: Site) -> None:
    for path in ("/me/goal", "/me/profile/skill", "/me/profile/card", "/me/plan", "/me/plan/event", "/me/progress/application", "/me/progress/step", "/me/progress/remove",
                 "/me/progress/settle", "/me/progress/coin", "/me/resume/entry", "/me/catalog/evil-course", "/me/catalog-remove", "/me/proof/remove", "/me/proof/keep", "/me/weights", "/me/undo", "/me/data/erase"):  # fmt: skip
        names = (
            "skill",
            "card",
            "verdict",
            "value",
            "budget",
            "hours",
            "kind",
            "credential",
            "day",
            "about",
            "entry",
            "shown",
            "badge",
            "number",
            "preset",
            "note",
            "place",
            "sure",
            "id",
        )
        shown = site.post(path, dict.fromkeys(names, EVIL))
        assert foreign(shown.text) == [], path
        assert "This is a defect" not in shown.words, path


def test_letters_that_turn_the_text_around_are_shown_as_what_they_are(tmp_path: Path) -> None:
    with served(tmp_path / "home") as own:
        own.enter()
        own.post("/me/progress/application", {"employer": "Harbour\u202e gpj.exe\x00\x1b[31m", "title": "Analyst"})
        shown = own.get("/me/progress").text
        assert not re.search("[\u202e\x00\x1b]", shown)
        assert "Harbour" in shown
