"""What a face that draws pages of its own takes from the documents: their parts, style and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from markupsafe import Markup

from credlens.present.charts import bars
from credlens.present.charts import interval as intervals
from credlens.present.exports import EXPORTS

if TYPE_CHECKING:  # the first page of all needs only the style
    from credlens.model.belief import Belief
    from credlens.model.evaluation import Evaluation
    from credlens.model.loop import Loop
    from credlens.model.quantity import Share
    from credlens.model.verification import NamedSkill, Report

__all__ = [
    "bar",
    "comparison_parts",
    "icons",
    "interval",
    "loop_parts",
    "odds",
    "report_page",
    "safe_link",
    "share",
    "style",
    "verification_parts",
]


def loop_parts(loop: Loop, *names: str) -> Markup:
    """Parts of the report of a loop; see :func:`credlens.present.exports.parts.of_loop`."""
    return Markup(EXPORTS["parts"](loop, names))  # noqa: S704 - filled by templates that escape every value


def comparison_parts(evaluation: Evaluation) -> Markup:
    """Credentials side by side; see :func:`credlens.present.exports.parts.of_comparison`."""
    return Markup(EXPORTS["comparison_parts"](evaluation))  # noqa: S704 - as above


def verification_parts(report: Report, file: str, skills: Sequence[NamedSkill] | None = None) -> Markup:
    """A verified badge; see :func:`credlens.present.exports.parts.of_verification`."""
    return Markup(EXPORTS["verification_parts"](report, file, skills))  # noqa: S704 - as above


def report_page(loop: Loop) -> str:
    """The whole report of a loop, one file."""
    page: str = EXPORTS["report"](loop)
    return page


def style() -> str:
    """The style sheet of the documents."""
    from credlens.present.html import stylesheet

    return stylesheet()


def icons() -> Markup:
    """The drawings that parts refer to."""
    from credlens.present.html import environment

    return Markup(environment().get_template("_icons.html.j2").render())  # noqa: S704 - a file of ours without values


def safe_link(address: str) -> str:
    """The address when a page may link to it, else nothing; see :func:`credlens.present.notes.safe_link`."""
    from credlens.present.notes import safe_link as safe

    return safe(address)


def interval(low: float, value: float | None, high: float) -> Markup:
    """An estimate in [0, 1] drawn as a dot on its interval."""
    return intervals.interval(low, value, high)


def share(found: Share) -> Markup:
    """A share drawn with its 90 % interval; hatched when nothing was observed."""
    return intervals.interval(*_ends(found)) if found.n else intervals.empty()


def bar(value: float, most: float) -> Markup:
    """A count drawn as a bar whose full width is ``most``."""
    return bars.bar(value, most)


def _ends(found: Share) -> tuple[float, float, float]:
    low, high = found.interval(0.9)
    return low, found.value, high


_FURTHEST = log(4)  # odds ratios from a quarter to four times are drawn


def odds(belief: Belief) -> Markup:
    """An odds ratio drawn on a line from a quarter to four times, where the middle is no difference."""

    def at(value: float) -> float:
        return min(1.0, max(0.0, (value + _FURTHEST) / (2 * _FURTHEST)))

    return intervals.interval(at(belief.low), at(belief.median), at(belief.high))
