"""The command line as a whole: help, version, exit codes, JSON and nothing else on stdout."""

from __future__ import annotations

import subprocess
import sys
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app import USE_CASES
from credlens.cli.commands import doctor as doctor_command
from credlens.cli.main import COMMANDS, run


def test_help_lists_every_command_and_the_exit_codes(cli: Cli) -> None:
    outcome = cli("--help", bare=True)
    assert outcome.code == 0
    for name in COMMANDS:
        assert f"  {name} " in outcome.out
    assert "3 input unreadable" in " ".join(outcome.out.split())


def test_version(cli: Cli) -> None:
    outcome = cli("--version", bare=True)
    assert outcome.code == 0
    assert outcome.out.startswith("credlens 0.")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["gap", "--nonsense"], ["options"], ["plan"], ["catalog", "nonsense"]]
)
def test_usage_errors(cli: Cli, arguments: list[str]) -> None:
    outcome = cli(*arguments, "--json", bare=True)
    assert outcome.code == 2
    assert outcome.json["error"]["kind"] == "usage"
    assert "Error" in outcome.err


def test_defect_is_said_to_be_one(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_ports: object) -> object:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(doctor_command, "examine", broken)
    outcome = cli("doctor", "--json")
    assert outcome.code == 70
    assert outcome.json["error"]["kind"] == "internal"
    assert "planted" in outcome.err


def test_doctor(cli: Cli) -> None:
    outcome = cli("doctor", "--json")
    assert outcome.code == 0
    assert outcome.json["healthy"] is True
    results = {c["name"]: c["result"] for c in outcome.json["checks"]}
    assert results["starter data"] == "passed"
    assert results["state"] == "not_checked"  # nothing is stored yet: that is said, and not called passed


def test_help_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from credlens.cli.main import run; run(['--help']); "
        "print([m for m in ('numpy', 'ortools', 'sqlalchemy', 'rich', 'jinja2', 'yaml', 'pandas', 'pyarrow') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_every_use_case_has_a_command() -> None:
    spoken = {
        "demo": ["demo"],
        "read": ["read"],
        "verify": ["verify"],
        "trust_add": ["trust", "add"],
        "trust_list": ["trust", "list"],
        "trust_remove": ["trust", "remove"],
        "wallet_add": ["wallet", "add"],
        "wallet_show": ["wallet", "show"],
        "wallet_verify": ["wallet", "verify"],
        "wallet_remove": ["wallet", "remove"],
        "badge_key": ["badge", "key"],
        "badge_issue": ["badge", "issue"],
        "badge_endorse": ["badge", "endorse"],
        "badge_revoke": ["badge", "revoke"],
        "read_lines": ["read"],
        "profile_import": ["profile", "import"],
        "profile_show": ["profile", "show"],
        "know": ["profile", "know"],
        "forget": ["profile", "forget"],
        "review": ["profile", "review"],
        "keep": ["profile", "keep"],
        "drop": ["profile", "drop"],
        "correct": ["profile", "correct"],
        "set_constraints": ["profile", "set"],
        "gap": ["gap"],
        "market_build": ["market", "build"],
        "market_show": ["market", "show"],
        "market_demand": ["market", "demand"],
        "market_trend": ["market", "trend"],
        "market_recognition": ["market", "recognition"],
        "options": ["options"],
        "evaluate": ["evaluate"],
        "questions": ["evaluate"],
        "weights_show": ["weights", "show"],
        "weights_presets": ["weights", "presets"],
        "weights_use": ["weights", "use"],
        "weights_question": ["weights", "ask"],
        "weights_answer": ["weights", "ask"],
        "weights_rank": ["weights", "ask"],
        "weights_reset": ["weights", "reset"],
        "plan": ["plan"],
        "plan_problem": ["plan"],
        "plan_check": ["plan", "check"],
        "plan_schema": ["plan", "schema"],
        "replan": ["replan"],
        "replan_events": ["replan"],
        "replan_undo": ["replan"],
        "catalog_import": ["catalog", "import"],
        "catalog_columns": ["catalog", "columns"],
        "catalog_search": ["catalog", "search"],
        "catalog_show": ["catalog", "show"],
        "catalog_stats": ["catalog", "stats"],
        "catalog_check": ["catalog", "check"],
        "catalog_judge": ["catalog", "same"],
        "catalog_mend": ["catalog", "mend"],
        "catalog_remove": ["catalog", "remove"],
        "catalog_export": ["catalog", "export"],
        "taxonomy_import": ["taxonomy", "import"],
        "taxonomy_list": ["taxonomy", "list"],
        "resume": ["resume"],
        "resume_decide": ["resume"],
        "brief": ["brief"],
        "brief_note": ["brief"],
        "portfolio": ["portfolio"],
        "project_add": ["portfolio", "add"],
        "project_list": ["portfolio", "list"],
        "project_remove": ["portfolio", "remove"],
        "review_ask": ["portfolio", "ask"],
        "review_add": ["portfolio", "review"],
        "review_remove": ["portfolio", "unreview"],
        "linkedin": ["linkedin"],
        "share": ["share"],
        "calendar": ["calendar"],
        "journal": ["journal"],
        "export": ["export"],
        "import": ["import"],
        "erase": ["erase"],
        "bench_rank": ["bench", "rank"],
        "bench_read": ["bench", "read"],
        "bench_search": ["bench", "search"],
        "bench_gold": ["bench", "read"],
        "log_application": ["log", "application"],
        "log_step": ["log", "interview"],
        "log_skill": ["log", "skill"],
        "log_list": ["log", "list"],
        "log_change": ["log", "change"],
        "log_remove": ["log", "remove"],
        "log_import": ["log", "import"],
        "log_review": ["log", "review"],
        "log_settle": ["log", "settle"],
        "coin_begin": ["log", "coin"],
        "coin_end": ["log", "coin"],
        "pool_give": ["log", "give"],
        "pool": ["pool"],
        "funnel": ["funnel"],
        "helped": ["helped"],
        "next": ["next"],
        "doctor": ["doctor"],
    }
    assert set(spoken) == set(USE_CASES.names())
    for words in spoken.values():
        assert run([*words, "--help"]) == 0
