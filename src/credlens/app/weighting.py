"""Use cases: see what matters to you, say it, and forget it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.app import scorecard_shapes
from credlens.app.ports import Ports
from credlens.app.weights import chosen, from_file, from_preset, keep, kept, parsed
from credlens.model.interview import Answer, Question
from credlens.model.serial import plain, share_of_group
from credlens.model.weighting import DEFAULT, Weighting

if TYPE_CHECKING:
    from credlens.evaluate.weights.presets import Preset

DRAWS = 4_000  # for the interval of each weight: its ends then hold to about half a point of 100


@dataclass(frozen=True, slots=True)
class CriterionWeight:
    """What one criterion counts.

    Attributes:
        group: ``quality`` or ``suitability``.
        question: what the criterion asks.
        weight: expected share of its group; ``low`` to ``high`` holds 90 % of the draws.
        default: its share when nothing is said.
    """

    id: str
    group: str
    question: str
    weight: float
    low: float
    high: float
    default: float

    def to_json(self) -> dict[str, Any]:
        """One row of ``credlens weights show --json``."""
        return {
            "id": self.id,
            "group": self.group,
            "question": self.question,
            "weight": share_of_group(self.weight),
            "ci90": [plain(self.low), plain(self.high)],
            "default": share_of_group(self.default),
        }


@dataclass(frozen=True)
class WeightsResult:
    """The weights that count.

    Attributes:
        weighting: what was said, and by whom.
        kept: whether it is the person's own word, kept for later.
        weights: every criterion.
        notes: what the weighting means and may not have been meant to, in sentences.
    """

    weighting: Weighting
    kept: bool
    weights: tuple[CriterionWeight, ...]
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens weights show --json``."""
        return {
            "weighting": scorecard_shapes.weighting(self.weighting),
            "kept": self.kept,
            "weights": [w.to_json() for w in self.weights],
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class PresetsResult:
    """Weights with a name."""

    presets: tuple[Preset, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens weights presets --json``."""
        return {
            "presets": [
                {
                    "name": p.name,
                    "for_whom": p.for_whom,
                    "because": p.because,
                    "source": plain(p.source),
                    "weighting": scorecard_shapes.weighting(p.weighting),
                }
                for p in self.presets
            ]
        }


@dataclass(frozen=True)
class QuestionResult:
    """What to ask next; None when enough is known."""

    question: Question | None

    def to_json(self) -> dict[str, Any]:
        """``{"question": {...}}``, or null."""
        return {"question": plain(self.question)}


def show(ports: Ports) -> WeightsResult:
    """What counts now: the person's own weights, else the defaults."""
    own = kept(ports)
    return _result(own or DEFAULT, own=own is not None)


def presets(_ports: Ports) -> PresetsResult:
    """Weights with a name, each with whom it is for and where it comes from."""
    from credlens.evaluate.weights.presets import presets as all_of_them

    return PresetsResult(tuple(all_of_them().values()))


def use(ports: Ports, given: Weighting | Mapping[str, float] | Path | str) -> WeightsResult:
    """Keep weights for everything that follows, in the place of what was said before.

    Args:
        ports: the doors.
        given: the name of a preset, a file, points by criterion, or a whole weighting.

    Raises:
        UserError: there is no such preset, or the weights make no sense.
        InputError: the file cannot be read.
    """
    said = _given(ports, given)
    keep(ports, said)
    return _result(said, own=True)


def question(ports: Ports, group: str, answers: Sequence[Answer] = (), most: int | None = None) -> QuestionResult:  # noqa: ARG001 - as every use case
    """The next question of an interview about a group; the answers so far go in each time.

    Args:
        ports: the doors.
        group: ``quality`` or ``suitability``.
        answers: given so far.
        most: ask at most so many; a usual number when None.

    Raises:
        UserError: there is no such group, or the answers make no sense.
    """
    from credlens.evaluate.weights.interview import MOST, next_question

    return QuestionResult(next_question(group, answers, MOST if most is None else most))


def answer(ports: Ports, answers: Sequence[Answer]) -> WeightsResult:
    """Keep what answers say; a group without an answer keeps what was said of it before.

    Raises:
        UserError: the answers make no sense, or contradict each other.
    """
    from credlens.evaluate.weights.interview import weighting

    said = weighting(answers)
    return _kept_of(ports, said) if said.above or said.alike else show(ports)


def rank(ports: Ports, group: str, words: str) -> WeightsResult:
    """Keep a ranking of a group's criteria; the other group keeps what was said of it before.

    Args:
        ports: the doors.
        group: ``quality`` or ``suitability``.
        words: names or numbers, best first, with commas between them and ``=`` between equal ones; what is not named comes last.

    Raises:
        UserError: the ranking makes no sense.
    """
    from credlens.evaluate.weights.interview import ranking

    return _kept_of(ports, ranking(group, words))


def reset(ports: Ports) -> WeightsResult:
    """Forget the person's weights: the defaults count again."""
    if ports.has_state():
        keep(ports, None)
    return show(ports)


def questions(group: str) -> Mapping[str, str]:
    """The criteria of a group with what they ask, in the order that a ranking numbers them."""
    from credlens.evaluate.weights.interview import asked

    return asked(group)


def read_answers(ports: Ports, path: Path) -> tuple[Answer, ...]:
    """Answers out of a JSON or YAML list of ``{"one", "other", "says"}``.

    Raises:
        InputError: every problem, with its place in the file.
    """
    from credlens.evaluate.weights.answer_form import answers

    file = ports.files.read(path)
    return answers(parsed(file), file.name)


def read_rankings(ports: Ports, path: Path) -> Mapping[str, str]:
    """Rankings out of a JSON or YAML file ``{"quality": "recognition, assessment_rigour = supervision"}``.

    Raises:
        InputError: every problem, with its place in the file.
    """
    from credlens.evaluate.weights.answer_form import rankings

    file = ports.files.read(path)
    return rankings(parsed(file), file.name)


def _given(ports: Ports, given: Weighting | Mapping[str, float] | Path | str) -> Weighting:
    if isinstance(given, Path):
        return from_file(ports, given)
    return from_preset(given) if isinstance(given, str) else chosen(ports, given)


def _kept_of(ports: Ports, said: Weighting) -> WeightsResult:
    from credlens.evaluate.weights.parts import replaced

    together = replaced(chosen(ports, None), said)
    keep(ports, together)
    return _result(together, own=True)


def _result(said: Weighting, *, own: bool) -> WeightsResult:
    import numpy as np

    from credlens.evaluate.criteria import CRITERIA
    from credlens.evaluate.weights import default_weights, group_weights
    from credlens.evaluate.weights.left_out import left_out

    defaults = default_weights()
    rows = []
    for group, weights in group_weights(said).items():
        drawn = weights.draw(0, DRAWS)
        for name, share in weights.shares.items():
            low, high = np.quantile(drawn[name], (0.05, 0.95)) if name in drawn else (0.0, 0.0)
            rows.append(
                CriterionWeight(
                    name, group, CRITERIA[name].question, share, float(low), float(high), defaults[group][name]
                )
            )
    return WeightsResult(said, own, tuple(rows), left_out(said))
