"""What an invented person holds: what to renew, what to let go, and what nobody knows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from credlens.app.learning.shelf_life import ShelfLife, shelf_life
from credlens.app.ports import Ports, StoredDocument, Target
from credlens.app.target import stored_situation
from credlens.cli.show.shelf_life import show_shelf_life
from credlens.model.demand import NamedCredential
from credlens.model.gap import Gate, GateState
from credlens.model.market import Trend, Verdict
from credlens.model.posting import Posting

RESUME = """# Robin Example

## Skills

- SQL, Excel

## Certifications

- CompTIA Security+, issued March 2024
- Google Data Analytics Professional Certificate, issued May 2024
- Fog Signalling, Harbour School, 2023
- Knot Tying, Harbour School, issued 2020, expires 2022
"""


def ads(n: int, more: str) -> tuple[Posting, ...]:
    texts = [f"Data analyst for team {i}.\n\nRequirements\n- SQL is required\n{more}" for i in range(n)]
    return tuple(Posting(str(i), "Data Analyst", text, f"ad {i}") for i, text in enumerate(texts))


@pytest.fixture
def held(ports: Ports) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    return ports


def verdicts(found: ShelfLife) -> dict[str, str]:
    return {c["name"]: c["verdict"] for c in found.to_json()["credentials"]}


def test_looking_makes_no_home_and_says_what_to_do(ports: Ports) -> None:
    found = shelf_life(ports)
    assert found.to_json()["credentials"] == found.to_json()["skills"] == []
    assert "credlens profile" in found.words[0]
    assert not ports.has_state()


def test_without_ads_nobody_can_tell_but_days_are_counted(held: Ports) -> None:
    found = shelf_life(held)
    security = next(c for c in found.credentials if c.id == "comptia-security-plus")
    assert (security.held.last_day, security.held.days_left) == (date(2027, 3, 1), 99)
    assert verdicts(found) == {
        "CompTIA Security+": "cannot_tell",
        "Fog Signalling": "cannot_tell",
        "Google Data Analytics Professional Certificate": "not_needed_yet",
        "Knot Tying": "cannot_tell",
    }
    assert any("no target yet" in line for line in found.words)
    assert all(s.term.verdict.value == "unknown" for s in found.skills)
    json.dumps(found.to_json())


def test_what_the_ads_name_is_renewed_and_what_none_names_is_let_go(held: Ports) -> None:
    held.store().save_target(Target("Data Analyst", ads(40, "- CompTIA Security+ is required\n"), 40))
    wanted = shelf_life(held).to_json()["credentials"]
    security = next(c for c in wanted if c["credential"] == "comptia-security-plus")
    assert security["verdict"] == "renew"
    assert (security["renewal"]["named"]["k"], security["renewal"]["required"]) == (40, 40)
    assert security["renewal"]["ways"], "the catalog names ways of renewing it"
    held.store().save_target(Target("Data Analyst", ads(40, ""), 40))
    assert verdicts(shelf_life(held))["CompTIA Security+"] == "let_go"


def test_the_name_of_one_that_no_catalog_knows_is_looked_for_in_the_ads(held: Ports) -> None:
    held.store().save_target(Target("Data Analyst", ads(40, "- Fog Signalling\n- Knot Tying\n"), 40))
    by_name = {c.held.name: c for c in shelf_life(held).credentials}
    assert by_name["Knot Tying"].found.verdict.value == "renew"
    assert by_name["Knot Tying"].found.because[0].startswith("It expired on 2022-12-31")
    assert by_name["Fog Signalling"].found.because[0].startswith("Whether or when it expires is not known")
    held.store().save_target(Target("Data Analyst", ads(40, ""), 40))
    found = {c.held.name: c for c in shelf_life(held).credentials}["Knot Tying"]
    assert (found.held.named, found.found.verdict.value) == (None, "cannot_tell"), "the ads may call it otherwise"


def test_a_skill_that_a_document_names_too_does_not_rest_on_the_credential_alone(held: Ports) -> None:
    held.store().save_target(Target("Data Analyst", ads(40, "- Tableau\n"), 40))
    google = next(c for c in shelf_life(held).credentials if "Google" in c.held.name)
    alone = {s.label: s.share.k for s in google.held.sole}
    assert alone.get("Tableau") == 40
    assert "SQL" not in alone


def test_the_law_that_demands_a_licence_is_asked(held: Ports) -> None:
    here = stored_situation(held)
    occupation = next(o for o in here.knowledge.occupations if o.needs_licence)
    text = RESUME + f"- {occupation.licence_names[0].text}, Harbour School, issued 2020, expires December 2026\n"
    held.store().replace_documents([StoredDocument("cv.md", text.encode())])
    here = stored_situation(held)
    gate = Gate("licence", "law", GateState.OPEN, True, occupation.licence, "", occupation.jurisdiction, ())
    there = replace(here, gap=replace(here.gap, gates=(gate,)))
    assert "renew" in verdicts(shelf_life(held, there)).values()
    assert "renew" not in verdicts(shelf_life(held, here)).values()


class Market:
    """A market in which SQL falls, and whose ads nobody searched for credentials."""

    def trends_of(self, of: object) -> dict[str, Trend]:
        del of
        return {
            "sql": Trend(
                "sql", "", 12, 900, 90, "2024-Q1", "2026-Q4", Verdict.DECLINING, "", 0.1, 0.1, -0.3, -0.4, -0.2, 2.4
            )
        }

    def recognised(self, credential: object) -> NamedCredential | None:
        del credential
        return None


def test_trends_of_the_market_reach_the_skills_and_the_page(held: Ports) -> None:
    here = stored_situation(held)
    vars(here)["market"] = Market()  # in place of the cached one
    found = shelf_life(held, here)
    first = found.to_json()["skills"][0]
    assert (first["skill"]["label"], first["verdict"], first["n_quarters"]) == ("SQL", "falling", 12)
    assert first["half_life_years"] == 2.4
    page = Console(width=100, record=True, file=StringIO())
    show_shelf_life(page, found)
    text = page.export_text()
    assert "Shelf life of what you have" in text
    assert "SQL: Asked for less" in text
    assert "99 days" in text
