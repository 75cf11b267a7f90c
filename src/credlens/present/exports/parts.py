"""Parts of the report as pieces of HTML, for pages that have a frame of their own: the same words, charts and footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from credlens.model.evaluation import Evaluation
from credlens.model.loop import Loop
from credlens.model.naming import harmless
from credlens.model.verification import NamedSkill, Report
from credlens.present.context import Context
from credlens.present.html import environment
from credlens.present.views.comparison import page as comparison_page
from credlens.present.views.gap import gap
from credlens.present.views.gates import gates
from credlens.present.views.held import held
from credlens.present.views.options import options
from credlens.present.views.plan import plans
from credlens.present.views.sources import sources
from credlens.present.views.verification import verification
from credlens.present.views.why import why

_VIEWS: dict[str, tuple[str, Any]] = {
    "gates": ("gates", gates),
    "gap": ("gap", gap),
    "options": ("options", options),
    "plan": ("plans", plans),
    "why": ("why", why),
    "held": ("held", held),
}
"""Template of each part of a loop's report -> (what it calls its view, what makes the view)."""

COMPARISON = ("stops", "scores", "warnings", "criteria", "ranking", "covering", "found", "why")


def of_loop(loop: Loop, names: Sequence[str]) -> str:
    """Parts of a loop's report, in this order, with the sources of their footnotes behind them.

    Args:
        loop: gap, options and plans.
        names: of "gates", "gap", "options", "plan", "why" and "held".
    """
    context = Context(loop)
    page = SimpleNamespace(**{_VIEWS[name][0]: _VIEWS[name][1](context) for name in names})
    page.sources = sources(context.notes, loop.taxonomy, loop.catalog)
    return _filled([*names, "sources"], page)


def of_comparison(evaluation: Evaluation) -> str:
    """Credentials side by side: what keeps one out first, then scores, warnings, criteria, the ranking, what they cover, and sources."""
    return _filled([*(f"comparison/{name}" for name in COMPARISON), "sources"], comparison_page(evaluation))


def of_verification(report: Report, file: str, skills: Sequence[NamedSkill] | None = None) -> str:
    """What a verified badge says, and every check; skills are None when nobody looked for them."""
    return _filled(["verification/report"], verification(report, file, skills))


def _filled(names: Sequence[str], page: Any) -> str:
    template = environment().get_template("parts.html.j2")
    return harmless(template.render(page=page, names=[f"{name}.html.j2" for name in names]))
