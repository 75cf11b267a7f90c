"""The Python face: each use case as a function that opens the doors itself.

One file for each job. The functions are written out, under names that no room has (``credlens.gap`` is a room), so that editors and type
checkers see them. ``home`` is the folder of the state (``CREDLENS_HOME`` or the platform's data folder when None); ``today`` the day to reckon
from (the clock's when None).
"""

from __future__ import annotations

from credlens.api.badges import (
    distrust_registry,
    keep_badge,
    remove_badge,
    show_trust,
    show_wallet,
    trust_registry,
    verify_badge,
    verify_wallet,
)
from credlens.api.benches import bench_gold, bench_rank, bench_read, bench_search
from credlens.api.catalogs import (
    catalog_stats,
    check_catalog,
    export_catalog,
    import_catalog,
    judge_pair,
    propose_columns,
    remove_credential,
    search_catalog,
    show_credential,
)
from credlens.api.documents import (
    decide_entry,
    linkedin_links,
    make_brief,
    make_calendar,
    make_resume,
    note,
    share,
    write_journal,
)
from credlens.api.gaps import find_gap, find_options
from credlens.api.issuing import endorse, issue_badge, make_badge_key, revoke_badges
from credlens.api.judging import credential_questions, judge
from credlens.api.keeping import (
    erase,
    export_everything,
    import_everything,
)
from credlens.api.markets import build_market, find_demand, find_recognition, find_trend, show_market
from credlens.api.planning import check_plan, make_plan, plan_events, plan_problem, problem_schema, replan, undo_event
from credlens.api.portfolios import (
    add_project,
    add_reviews,
    ask_for_review,
    make_portfolio,
    remove_project,
    remove_review,
    show_projects,
)
from credlens.api.profiles import (
    correct,
    drop,
    forget,
    import_profile,
    keep,
    know,
    review,
    set_constraints,
    show_profile,
)
from credlens.api.reading import read_lines, read_text
from credlens.api.starting import demo, doctor
from credlens.api.taxonomies import import_taxonomy, show_taxonomy
from credlens.api.weights import (
    answer_weights,
    rank_weights,
    reset_weights,
    show_weights,
    use_weights,
    weight_presets,
    weight_question,
)

__all__ = [
    "add_project",
    "add_reviews",
    "answer_weights",
    "ask_for_review",
    "bench_gold",
    "bench_rank",
    "bench_read",
    "bench_search",
    "build_market",
    "catalog_stats",
    "check_catalog",
    "check_plan",
    "correct",
    "credential_questions",
    "decide_entry",
    "demo",
    "distrust_registry",
    "doctor",
    "drop",
    "endorse",
    "erase",
    "export_catalog",
    "export_everything",
    "find_demand",
    "find_gap",
    "find_options",
    "find_recognition",
    "find_trend",
    "forget",
    "import_catalog",
    "import_everything",
    "import_profile",
    "import_taxonomy",
    "issue_badge",
    "judge",
    "judge_pair",
    "keep",
    "keep_badge",
    "know",
    "linkedin_links",
    "make_badge_key",
    "make_brief",
    "make_calendar",
    "make_plan",
    "make_portfolio",
    "make_resume",
    "note",
    "plan_events",
    "plan_problem",
    "problem_schema",
    "propose_columns",
    "rank_weights",
    "read_lines",
    "read_text",
    "remove_badge",
    "remove_credential",
    "remove_project",
    "remove_review",
    "replan",
    "reset_weights",
    "review",
    "revoke_badges",
    "search_catalog",
    "set_constraints",
    "share",
    "show_credential",
    "show_market",
    "show_profile",
    "show_projects",
    "show_taxonomy",
    "show_trust",
    "show_wallet",
    "show_weights",
    "trust_registry",
    "undo_event",
    "use_weights",
    "verify_badge",
    "verify_wallet",
    "weight_presets",
    "weight_question",
    "write_journal",
]
