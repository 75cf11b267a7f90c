"""Scorecards, and the questions about a credential that no catalog has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from credlens.app import evaluate as _evaluate
from credlens.app import questions as _questions
from credlens.io.home import open_home
from credlens.model.plan import Limits
from credlens.model.weighting import Weighting


def judge(
    *ids: str,
    pages: Sequence[Path] = (),
    badges: Sequence[Path] = (),
    answers: Mapping[str, object] | None = None,
    keep: bool = False,
    limits: Limits | None = None,
    weights: Weighting | Mapping[str, float] | None = None,
    html: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _evaluate.EvaluateResult:
    """Scorecards, compared; see :func:`credlens.app.evaluate.evaluate`."""
    return _evaluate.evaluate(
        open_home(home, today=today),
        ids,
        pages=pages,
        badges=badges,
        answers=answers,
        keep=keep,
        limits=limits,
        weights=weights,
        html=html,
    )


def credential_questions(
    answers: Mapping[str, object] | None = None, *, home: Path | None = None
) -> _questions.QuestionsResult:
    """The questions that describe a credential nobody has catalogued; see :func:`credlens.app.questions.questions`."""
    return _questions.questions(open_home(home), answers)
