"""App: one use case for each job, and the ports it needs.

The only place that walks between rooms. A use case takes :class:`~credlens.app.ports.Ports` and plain values, and returns a frozen record
with ``to_json()``; it prints nothing, and it opens nothing that a port does not open for it. Every face offers these and no others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from credlens.registry import Registry

#: Every use case by name: what the command line, the Python API and later the web and MCP faces all offer.
USE_CASES: Registry[Callable[..., Any]] = Registry(
    "use_case",
    {
        "demo": "credlens.app.demo:run",
        "read": "credlens.app.read:read_text",
        "read_lines": "credlens.app.read:read_lines",
        "profile_import": "credlens.app.profile:import_documents",
        "profile_show": "credlens.app.profile:show",
        "know": "credlens.app.profile:know",
        "forget": "credlens.app.profile:forget",
        "review": "credlens.app.review:review",
        "keep": "credlens.app.review:keep",
        "drop": "credlens.app.review:drop",
        "correct": "credlens.app.review:correct",
        "set_constraints": "credlens.app.constraints:set_constraints",
        "gap": "credlens.app.gap:find_gap",
        "market_build": "credlens.app.market.build:build",
        "market_show": "credlens.app.market.show:show",
        "market_demand": "credlens.app.market.demand:demand",
        "market_trend": "credlens.app.market.trend:trend",
        "market_recognition": "credlens.app.market.recognition:recognition",
        "options": "credlens.app.options:find_options",
        "evaluate": "credlens.app.evaluate:evaluate",
        "questions": "credlens.app.questions:questions",
        "weights_show": "credlens.app.weighting:show",
        "weights_presets": "credlens.app.weighting:presets",
        "weights_use": "credlens.app.weighting:use",
        "weights_question": "credlens.app.weighting:question",
        "weights_answer": "credlens.app.weighting:answer",
        "weights_rank": "credlens.app.weighting:rank",
        "weights_reset": "credlens.app.weighting:reset",
        "plan": "credlens.app.plan:make_plan",
        "plan_problem": "credlens.app.plan_problem:plan_problem",
        "plan_check": "credlens.app.plan_problem:check_plan",
        "plan_schema": "credlens.app.plan_problem:problem_schema",
        "replan": "credlens.app.replan:replan",
        "replan_events": "credlens.app.events:events",
        "replan_undo": "credlens.app.events:undo",
        "catalog_import": "credlens.app.catalog.importing:import_records",
        "catalog_columns": "credlens.app.catalog.columns:columns",
        "catalog_search": "credlens.app.catalog.searching:search",
        "catalog_show": "credlens.app.catalog.showing:show",
        "catalog_stats": "credlens.app.catalog.counting:stats",
        "catalog_check": "credlens.app.catalog.checking:check",
        "catalog_judge": "credlens.app.catalog.judging:judge",
        "catalog_remove": "credlens.app.catalog.removing:remove",
        "catalog_export": "credlens.app.catalog.exporting:export",
        "taxonomy_import": "credlens.app.taxonomy:import_taxonomy",
        "taxonomy_list": "credlens.app.taxonomy:show",
        "verify": "credlens.app.verifying.verify:verify",
        "trust_add": "credlens.app.verifying.trust:add",
        "trust_list": "credlens.app.verifying.trust:show",
        "trust_remove": "credlens.app.verifying.trust:remove",
        "wallet_add": "credlens.app.wallet.badges:add",
        "wallet_show": "credlens.app.wallet.badges:show",
        "wallet_verify": "credlens.app.wallet.badges:verify_again",
        "wallet_remove": "credlens.app.wallet.badges:remove",
        "badge_key": "credlens.app.issuing.signers:make_key",
        "badge_issue": "credlens.app.issuing.signing:issue",
        "badge_endorse": "credlens.app.issuing.signing:endorse",
        "badge_revoke": "credlens.app.issuing.revoking:revoke",
        "bench_rank": "credlens.app.bench.rank:rank",
        "bench_read": "credlens.app.bench.read:read",
        "bench_search": "credlens.app.bench.search:search",
        "bench_gold": "credlens.app.bench.gold:gold",
        "doctor": "credlens.app.doctor:examine",
    },
)
