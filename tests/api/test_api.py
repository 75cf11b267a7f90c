"""The Python face: light to import, and one function for each use case."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from inspect import getmembers, isfunction
from pathlib import Path
from typing import Any

import pytest

import credlens
from credlens import api
from credlens.app import USE_CASES

HEAVY = ("numpy", "ortools", "sqlalchemy", "alembic", "jinja2", "selectolax", "yaml", "credlens.api")

# function of the API -> (use case, how it is called with as little as it needs)
CALLS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "demo": ("demo", ()),
    "read_text": ("read", ("You must know SQL.",)),
    "read_lines": ("read_lines", (Path("ads.jsonl"),)),
    "import_profile": ("profile_import", (Path("resume.md"),)),
    "show_profile": ("profile_show", ()),
    "know": ("know", ("SQL",)),
    "forget": ("forget", ("SQL",)),
    "review": ("review", ()),
    "keep": ("keep", ("skill-1",)),
    "drop": ("drop", ("skill-1",)),
    "correct": ("correct", ("skill-1", "SQL")),
    "set_constraints": ("set_constraints", ()),
    "find_gap": ("gap", ()),
    "build_market": ("market_build", (Path("ads.csv"),)),
    "show_market": ("market_show", ()),
    "find_demand": ("market_demand", ("nurse",)),
    "find_trend": ("market_trend", ("SQL",)),
    "find_recognition": ("market_recognition", ("CISSP",)),
    "find_options": ("options", ("SQL",)),
    "judge": ("evaluate", ("google-data-analytics",)),
    "credential_questions": ("questions", ()),
    "show_weights": ("weights_show", ()),
    "weight_presets": ("weights_presets", ()),
    "use_weights": ("weights_use", ("survey",)),
    "weight_question": ("weights_question", ("quality",)),
    "answer_weights": ("weights_answer", ((),)),
    "rank_weights": ("weights_rank", ("quality", "recognition")),
    "reset_weights": ("weights_reset", ()),
    "make_plan": ("plan", (400, 10)),
    "plan_problem": ("plan_problem", (Path("problem.json"),)),
    "check_plan": ("plan_check", (Path("problem.json"), Path("plan.json"))),
    "problem_schema": ("plan_schema", ()),
    "replan": ("replan", ()),
    "verify_badge": ("verify", ("badge.json",)),
    "keep_badge": ("wallet_add", ("badge.json",)),
    "show_wallet": ("wallet_show", ()),
    "verify_wallet": ("wallet_verify", ()),
    "remove_badge": ("wallet_remove", ("0123456789ab",)),
    "trust_registry": ("trust_add", (Path("issuers.yaml"),)),
    "show_trust": ("trust_list", ()),
    "distrust_registry": ("trust_remove", ("issuers",)),
    "make_badge_key": ("badge_key", ("club",)),
    "issue_badge": ("badge_issue", (Path("award.yaml"), Path("badge.json"), "club")),
    "endorse": ("badge_endorse", ("https://ada.example.com/work", "Sound work.", Path("word.json"), "club")),
    "revoke_badges": ("badge_revoke", ("https://club.example.org/revoked.json", [7], Path("list.json"), "club")),
    "plan_events": ("replan_events", ()),
    "undo_event": ("replan_undo", ()),
    "import_catalog": ("catalog_import", ("yaml", Path("own.yaml"))),
    "propose_columns": ("catalog_columns", (Path("own.csv"),)),
    "search_catalog": ("catalog_search", ("tableau",)),
    "show_credential": ("catalog_show", ("google-data-analytics",)),
    "catalog_stats": ("catalog_stats", ()),
    "check_catalog": ("catalog_check", ()),
    "judge_pair": ("catalog_judge", ("one", "other")),
    "mend_credential": ("catalog_mend", ("google-data-analytics", {"hours": "100"})),
    "remove_credential": ("catalog_remove", ("own",)),
    "export_catalog": ("catalog_export", ("csv", Path("out.csv"))),
    "import_taxonomy": ("taxonomy_import", ("esco", Path("esco.zip"))),
    "show_taxonomy": ("taxonomy_list", ()),
    "make_resume": ("resume", ()),
    "decide_entry": ("resume_decide", ("job-1", True)),
    "make_brief": ("brief", ("google-data-analytics",)),
    "note": ("brief_note", ("google-data-analytics", "built", "A dashboard.")),
    "linkedin_links": ("linkedin", ()),
    "share": ("share", ("github",)),
    "make_calendar": ("calendar", ()),
    "write_journal": ("journal", ()),
    "make_portfolio": ("portfolio", (Path("site"),)),
    "add_project": ("project_add", (Path("README.md"),)),
    "show_projects": ("project_list", ()),
    "remove_project": ("project_remove", ("shop-dashboard",)),
    "ask_for_review": ("review_ask", ("shop-dashboard", Path("ask.json"), "me")),
    "add_reviews": ("review_add", (Path("review.json"),)),
    "remove_review": ("review_remove", ("0123456789ab",)),
    "export_everything": ("export", (Path("all.zip"),)),
    "import_everything": ("import", (Path("all.zip"),)),
    "erase": ("erase", ("me",)),
    "bench_rank": ("bench_rank", (Path("labels.txt"), Path("rows.csv"))),
    "bench_read": ("bench_read", (Path("ads"),)),
    "bench_search": ("bench_search", ()),
    "bench_gold": ("bench_gold", (Path("labels.jsonl"), Path("ads"))),
    "log_application": ("log_application", ()),
    "log_step": ("log_step", ("acme", "interview")),
    "use_skill": ("log_skill", ("SQL",)),
    "show_log": ("log_list", ()),
    "change_application": ("log_change", ("acme",)),
    "remove_application": ("log_remove", ("acme",)),
    "import_log": ("log_import", (Path("tracker.csv"),)),
    "review_log": ("log_review", ()),
    "settle_log": ("log_settle", (("01234567",),)),
    "begin_coin": ("coin_begin", ("google-data-analytics",)),
    "end_coin": ("coin_end", ("google-data-analytics",)),
    "find_funnel": ("funnel", ()),
    "find_helped": ("helped", ("google-data-analytics",)),
    "find_next": ("next", ()),
    "find_pooled": ("pool", ("google-data-analytics", Path("pool"))),
    "give_to_pool": ("pool_give", (Path("mine.json"),)),
    "doctor": ("doctor", ()),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CREDLENS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_import_is_light() -> None:
    code = f"import sys, credlens; print([m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_every_public_name_is_there_and_nothing_else_is_offered() -> None:
    public = [name for name, f in getmembers(api, isfunction) if f.__module__.startswith("credlens.api")]
    assert sorted(credlens.__all__) == sorted(public) == sorted(CALLS)
    for name in credlens.__all__:
        assert getattr(credlens, name) is getattr(api, name)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = credlens.nothing_like_it


def test_each_use_case_has_one_function() -> None:
    assert sorted(case for case, _ in CALLS.values()) == sorted(USE_CASES.names())


@pytest.mark.parametrize("name", CALLS)
def test_a_function_hands_its_use_case_through(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case, arguments = CALLS[name]
    real = USE_CASES[case]
    answer, homes = object(), []

    def spoken(ports: Any, *_: Any, **__: Any) -> object:
        homes.append(ports.home)
        return answer

    monkeypatch.setattr(sys.modules[real.__module__], real.__name__, spoken)
    assert getattr(credlens, name)(*arguments) is answer
    assert homes == [home]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: credlens.read_text("You must know SQL."), "skills"),
        (credlens.show_profile, "skills"),
        (lambda: credlens.know("SQL"), "skills"),
        (lambda: credlens.forget("SQL"), "refused"),
        (credlens.review, "cards"),
        (lambda: credlens.set_constraints(hours="6"), "hours"),
        (lambda: credlens.find_options("SQL", hours_per_week=5), "options"),
        (lambda: credlens.judge("google-data-analytics"), "credentials"),
        (lambda: credlens.judge(answers={"title": "Fog Signals Ashore"}), "own"),
        (lambda: credlens.credential_questions({"title": "Fog Signals Ashore"}), "next"),
        (lambda: credlens.use_weights("survey"), "weights"),
        (credlens.weight_presets, "presets"),
        (lambda: credlens.weight_question("quality"), "question"),
        (lambda: credlens.search_catalog("tableau"), "credentials"),
        (lambda: credlens.show_credential("google-data-analytics"), "title"),
        (credlens.catalog_stats, "credentials"),
        (credlens.check_catalog, "problems"),
        (credlens.show_taxonomy, "taxonomies"),
        (credlens.doctor, "checks"),
        (lambda: credlens.demo("nurse", report=False, today=date(2026, 11, 22)), "gap"),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_result_is_a_frozen_record_that_speaks_json(call: Callable[[], Any], key: str) -> None:
    result = call()
    assert key in json.loads(json.dumps(result.to_json(), allow_nan=False))
    with pytest.raises(AttributeError):
        setattr(result, next(iter(result.__dataclass_fields__)), None)


def test_own_files_go_all_the_way(home: Path, tmp_path: Path) -> None:
    resume, ad, record = tmp_path / "resume.md", tmp_path / "ad.txt", tmp_path / "own-course.yaml"
    resume.write_text("# Ann Example\n\n## Experience\n\nAnalyst, Some Shop, 2020 - 2024: weekly reports in Excel.\n")
    ad.write_text("Data analyst\n\nRequirements:\nYou must know SQL and Excel, and write clear reports every week.\n")
    record.write_text("id: own-course\ntitle: Own course\nsources:\n  me: {method: recalled, date: 2026-11-22}\n")
    today = date(2026, 11, 22)

    assert "excel" in credlens.import_profile(resume, today=today).person.skills
    assert credlens.find_gap([ad], today=today).here.gap.first == ("sql",)
    assert credlens.make_plan("200.50", 8, deadline=date(2027, 6, 1), today=today).loop.plans
    assert credlens.import_catalog("yaml", record).new == 1
    assert credlens.show_credential("own-course").credential.title == "Own course"
    assert home.is_dir()
    assert credlens.show_profile(home=tmp_path / "another", today=today).person.skills == {}
