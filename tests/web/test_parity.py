"""The pages offer what the command line offers, or say why not; and both say the same."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from credlens.app import USE_CASES
from credlens.cli.main import run
from credlens.web.app import PAGES
from tests.web.site import Site, served

MARIA = Path(__file__).parents[2] / "src" / "credlens" / "data" / "demo" / "maria"
#: Use case -> the file of pages that calls it.
OFFERED = {
    "profile_import": "profile", "profile_show": "profile", "know": "profile", "forget": "profile", "review": "profile", "keep": "profile",
    "drop": "profile", "correct": "profile", "set_constraints": "plan", "gap": "gap", "options": "options", "evaluate": "compare",
    "weights_show": "compare", "weights_presets": "compare", "weights_use": "compare", "weights_reset": "compare", "plan": "plan",
    "replan": "plan", "replan_events": "plan", "replan_undo": "plan", "catalog_search": "catalog", "catalog_show": "catalog",
    "catalog_check": "catalog", "catalog_mend": "catalog", "catalog_remove": "catalog", "verify": "proof", "wallet_add": "proof",
    "wallet_show": "proof", "wallet_verify": "proof", "wallet_remove": "proof", "resume": "documents", "resume_decide": "documents",
    "brief": "documents", "portfolio": "documents", "linkedin": "proof", "share": "documents", "calendar": "documents",
    "journal": "documents", "log_application": "progress", "log_step": "progress", "log_list": "progress", "log_remove": "progress",
    "log_import": "progress", "log_review": "progress", "log_settle": "progress", "coin_begin": "progress", "coin_end": "progress",
    "funnel": "progress", "helped": "progress", "next": "progress", "export": "data", "import": "data", "erase": "data", "demo": "start",
}  # fmt: skip
ANALYST = "works on files of an analyst or a developer"
ISSUER = "is for who issues badges or keeps lists of issuers"
NOT_YET = "can be done in the terminal; a page for it is still to come"
#: Use case -> why no page offers it.
TERMINAL_ONLY = {
    **dict.fromkeys(("read", "read_lines", "market_build", "market_show", "market_demand", "market_trend", "market_recognition", "plan_problem",
                     "plan_check", "plan_schema", "catalog_import", "catalog_columns", "catalog_judge", "catalog_export", "catalog_stats", "taxonomy_import",
                     "taxonomy_list", "bench_rank", "bench_read", "bench_search", "bench_gold", "doctor"), ANALYST),
    **dict.fromkeys(("trust_add", "trust_list", "trust_remove", "badge_key", "badge_issue", "badge_endorse", "badge_revoke", "review_ask", "review_add", "review_remove"), ISSUER),
    **dict.fromkeys(("questions", "weights_question", "weights_answer", "weights_rank", "brief_note", "project_add", "project_list", "project_remove",
                     "log_skill", "log_change", "pool_give", "pool"), NOT_YET),
}  # fmt: skip


def test_every_use_case_has_a_page_or_a_reason() -> None:
    assert set(OFFERED) | set(TERMINAL_ONLY) == set(USE_CASES)
    assert not set(OFFERED) & set(TERMINAL_ONLY)
    assert set(OFFERED.values()) <= set(PAGES)


@pytest.mark.parametrize(("name", "page"), OFFERED.items())
def test_a_page_calls_the_use_case_itself(name: str, page: str) -> None:
    """By its own name, from its own module; a deletion through :mod:`credlens.app.undoing`, an example through the desks."""
    wanted = USE_CASES[name]
    through = {"demo": "credlens.web.desk"} | dict.fromkeys(
        ("know", "forget", "drop", "wallet_remove", "log_remove", "catalog_remove"), "credlens.app.undoing"
    )
    where = import_module(through.get(name, f"credlens.web.pages.{page}")).__file__
    assert where
    source = Path(where).read_text("utf-8")
    module = wanted.__module__.rpartition(".")[2]
    assert re.search(
        rf"^ *from credlens\.app.* import .*\b{module}\b|^ *from {re.escape(wanted.__module__)} import",
        source,
        re.MULTILINE,
    )
    called = "move_in" if name == "demo" else wanted.__name__
    assert re.search(rf"\b{called}\b", source)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Path]]:
    home = tmp_path_factory.mktemp("parity") / "home"
    with served(home) as site:
        site.enter()
        site.post("/me/profile/documents", files=[("resume.md", (MARIA / "resume.md").read_bytes())])
        ads = sorted((MARIA / "ads").iterdir())[:20]
        site.post(
            "/me/goal", {"occupation": "data-analyst", "place": "US"}, files=[(p.name, p.read_bytes()) for p in ads]
        )
        yield site, home


@pytest.fixture
def both(own: tuple[Site, Path], capsys: pytest.CaptureFixture[str]) -> tuple[Site, Callable[..., dict[str, object]]]:
    site, home = own

    def cli(*words: str) -> dict[str, object]:
        run([*words, "--json", "--home", str(home), "--as-of", "2026-11-22"])
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    return site, cli


Both = tuple[Site, Callable[..., dict]]  # type: ignore[type-arg]


def test_the_gap_is_the_same(both: Both) -> None:
    site, cli = both
    page, told = site.get("/me/gap"), cli("gap")
    first = re.search(r"Close first: ([^.]+)\.", page.words)
    assert first
    assert first[1].split(", ") == [f["label"] for f in told["first"]]
    assert told["postings"] == 20


def test_options_are_the_same_in_the_same_order(both: Both) -> None:
    site, cli = both
    skill = cli("gap")["first"][0]["label"]
    page, told = site.get(f"/me/options?skill={skill}"), cli("options", skill)
    shown = list(dict.fromkeys(re.findall(r'name="id" value="([^"]+)"', page.text)))
    assert shown == [o["credential"] for o in told["options"]]
    assert len(shown) > 3


def test_worth_is_the_same(both: Both) -> None:
    site, cli = both
    told = cli("compare", "google-data-analytics", "ms-pl-300")
    page = site.get("/me/compare?id=google-data-analytics&id=ms-pl-300")
    assert told["says"]["answer"] in page.words


def test_the_plan_is_the_same(both: Both) -> None:
    site, cli = both
    told = cli("plan", "--budget", "300", "--hours", "10", "--deadline", "2027-05-23", "--max", "3")
    page = site.get("/me/plan?budget=300&hours=10&deadline=2027-05-23&most=3")
    best = told["plans"][0]
    steps = re.search(r'<ol class="quick-steps">(.*?)</ol>', page.text, re.DOTALL)
    assert steps
    assert re.findall(r"<li>([^<]+?) <span", steps[1]) == [html.escape(s["title"]) for s in best["steps"]]
    covered = re.search(r"Covers (\d+)", page.words)
    assert covered
    assert int(covered[1]) == round(100 * best["coverage"])


def test_the_catalog_is_the_same(both: Both) -> None:
    site, cli = both
    told = cli("catalog", "search", "tableau")
    page = site.get("/me/catalog?q=tableau")
    assert (
        re.findall(r'name="id" value="([^"]+)"', page.text)[: len(told["credentials"])]
        == [c["id"] for c in told["credentials"]][:20]
    )
    assert f"{told['total']} credentials" in page.words


def test_what_next_is_the_same(both: Both) -> None:
    site, cli = both
    told = cli("next")
    assert told["choices"][0]["title"] in site.get("/me/next").words


def test_a_fact_that_a_page_changed_is_changed_for_a_command(both: Both) -> None:
    site, cli = both
    site.post("/me/profile/skill", {"skill": "Welding"})
    assert "Welding" in json.dumps(cli("profile", "show"))
    cli("profile", "forget", "Welding")
    assert "I do not have it : Welding" not in site.get("/me/profile").words
