"""What each criterion counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from credlens.app import weighting as _weighting
from credlens.io.home import open_home
from credlens.model.interview import Answer
from credlens.model.weighting import Weighting


def show_weights(*, home: Path | None = None) -> _weighting.WeightsResult:
    """What each criterion counts now; see :func:`credlens.app.weighting.show`."""
    return _weighting.show(open_home(home))


def weight_presets(*, home: Path | None = None) -> _weighting.PresetsResult:
    """Weights with a name; see :func:`credlens.app.weighting.presets`."""
    return _weighting.presets(open_home(home))


def use_weights(
    given: Weighting | Mapping[str, float] | Path | str, *, home: Path | None = None
) -> _weighting.WeightsResult:
    """Keep weights for everything that follows; see :func:`credlens.app.weighting.use`."""
    return _weighting.use(open_home(home), given)


def weight_question(
    group: str, answers: Sequence[Answer] = (), *, most: int | None = None, home: Path | None = None
) -> _weighting.QuestionResult:
    """What to ask next about weights; see :func:`credlens.app.weighting.question`."""
    return _weighting.question(open_home(home), group, answers, most)


def answer_weights(answers: Sequence[Answer], *, home: Path | None = None) -> _weighting.WeightsResult:
    """Keep what answers say of weights; see :func:`credlens.app.weighting.answer`."""
    return _weighting.answer(open_home(home), answers)


def rank_weights(group: str, words: str, *, home: Path | None = None) -> _weighting.WeightsResult:
    """Keep a ranking of criteria; see :func:`credlens.app.weighting.rank`."""
    return _weighting.rank(open_home(home), group, words)


def reset_weights(*, home: Path | None = None) -> _weighting.WeightsResult:
    """The default weights count again; see :func:`credlens.app.weighting.reset`."""
    return _weighting.reset(open_home(home))
