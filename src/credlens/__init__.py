"""credlens: what should I earn next, is it worth it, did it help?

The public API is one function for each use case, with the results and errors of the command line. Every result is a
frozen record with ``to_json()``. State lives under ``home`` (``CREDLENS_HOME``, else the platform's data folder). No network is used.

    >>> import credlens
    >>> credlens.demo("maria", report=False).loop.gap.first
    ('sql', 'data-visualization', 'statistics')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from credlens.api import (
        answer_weights,
        bench_gold,
        bench_rank,
        bench_read,
        bench_search,
        build_market,
        catalog_stats,
        check_catalog,
        check_plan,
        correct,
        credential_questions,
        demo,
        doctor,
        drop,
        export_catalog,
        find_demand,
        find_gap,
        find_options,
        find_recognition,
        find_trend,
        forget,
        import_catalog,
        import_profile,
        import_taxonomy,
        judge,
        judge_pair,
        keep,
        keep_badge,
        know,
        make_plan,
        plan_events,
        plan_problem,
        problem_schema,
        propose_columns,
        rank_weights,
        read_lines,
        read_text,
        remove_badge,
        remove_credential,
        replan,
        reset_weights,
        review,
        search_catalog,
        set_constraints,
        show_credential,
        show_market,
        show_profile,
        show_taxonomy,
        show_wallet,
        show_weights,
        undo_event,
        use_weights,
        verify_badge,
        verify_wallet,
        weight_presets,
        weight_question,
    )

__all__ = [
    "answer_weights",
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
    "demo",
    "doctor",
    "drop",
    "export_catalog",
    "find_demand",
    "find_gap",
    "find_options",
    "find_recognition",
    "find_trend",
    "forget",
    "import_catalog",
    "import_profile",
    "import_taxonomy",
    "judge",
    "judge_pair",
    "keep",
    "keep_badge",
    "know",
    "make_plan",
    "plan_events",
    "plan_problem",
    "problem_schema",
    "propose_columns",
    "rank_weights",
    "read_lines",
    "read_text",
    "remove_badge",
    "remove_credential",
    "replan",
    "reset_weights",
    "review",
    "search_catalog",
    "set_constraints",
    "show_credential",
    "show_market",
    "show_profile",
    "show_taxonomy",
    "show_wallet",
    "show_weights",
    "undo_event",
    "use_weights",
    "verify_badge",
    "verify_wallet",
    "weight_presets",
    "weight_question",
]


def __getattr__(name: str) -> Any:
    """Load the API on first use, so that the command line starts without it."""
    if name in __all__:
        return getattr(import_module("credlens.api"), name)
    raise AttributeError(f"module 'credlens' has no attribute {name!r}")
