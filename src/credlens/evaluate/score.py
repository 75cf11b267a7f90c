"""Scorecards: every criterion and flag of a case, and what they come to under uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from credlens.evaluate.case import Case
from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY, Finding
from credlens.evaluate.flags import FLAGS
from credlens.evaluate.smaa import Interval, Simulation, simulate
from credlens.evaluate.weights import weights_by_group
from credlens.model.errors import UserError
from credlens.model.scorecard import Comparison, CriterionValue, Estimate, Flag, Scorecard

LOOK_UP = 5  # so many unknowns are proposed for looking up
NOTICEABLE = 0.005  # of a score; an unknown that moves less is not worth anybody's time


@dataclass(frozen=True)
class _Judged:
    """One case with all findings, before anything is drawn."""

    credential: str
    findings: Mapping[str, Finding]
    flags: tuple[Flag, ...]

    def intervals(self, names: Mapping[str, float]) -> dict[str, Interval]:
        return {name: (self.findings[name].low, self.findings[name].high) for name in names}


def score(case: Case, weights: Mapping[str, float] | None = None, seed: int = 0) -> Scorecard:
    """The scorecard of one credential; its estimates are the same as in any comparison with the same weights and seed.

    Args:
        case: the credential, the person and the target.
        weights: own weights, see :func:`credlens.evaluate.weights.weights_by_group`.
        seed: of the random draws.

    Raises:
        UserError: weights that cannot be used.
    """
    return compare([case], weights, seed).cards[0]


def compare(
    cases: Sequence[Case],
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
    rivals: Callable[[Scorecard], bool] | None = None,
) -> Comparison:
    """Scorecards of several credentials, best median quality first, ties by id; the order given does not matter.

    ``p_best`` and ``p_top3`` are of quality among the rivals, and None for everybody else and for a rival without others.
    ``look_up_next`` lists at most five unknowns of rivals.

    Args:
        cases: what to judge.
        weights: own weights, see :func:`credlens.evaluate.weights.weights_by_group`.
        seed: of the random draws; a credential's draws do not depend on who else is compared.
        rivals: says who is ranked; everybody when None.

    Raises:
        UserError: weights that cannot be used, or a credential given twice.
    """
    twice = [name for name, count in Counter(c.credential.id for c in cases).items() if count > 1]
    if twice:
        raise UserError(f"{twice[0]} is compared with itself.", what_to_do="Name each credential once.")
    groups = weights_by_group(weights)
    judged = [_judge(case) for case in sorted(cases, key=lambda c: c.credential.id)]
    quality, suitability = (
        simulate({j.credential: j.intervals(groups[g]) for j in judged}, groups[g], seed)
        for g in (QUALITY, SUITABILITY)
    )
    shares = {name: share for names in groups.values() for name, share in names.items()}
    cards = [_card(row, j, shares, quality, suitability) for row, j in enumerate(judged)]
    racing = [j for j, card in zip(judged, cards, strict=True) if rivals is None or rivals(card)]
    chances, unknowns = _race(racing, groups[QUALITY], quality, seed)
    cards = [replace(c, p_best=p[0], p_top3=p[1]) if (p := chances.get(c.credential)) else c for c in cards]
    return Comparison(tuple(sorted(cards, key=lambda c: (-c.quality.median, c.credential))), unknowns)


def _race(
    racing: Sequence[_Judged], weights: Mapping[str, float], drawn: Simulation, seed: int
) -> tuple[dict[str, tuple[float, float]], tuple[tuple[str, str], ...]]:
    """Chances (to be best, to be among the best three) by credential, and the unknowns that blur who wins.

    ``drawn`` is the simulation of everybody; it serves when everybody races.
    """
    if not racing:
        return {}, ()
    if len(racing) < len(drawn.ids):
        drawn = simulate({j.credential: j.intervals(weights) for j in racing}, weights, seed)
    top = drawn.p_top(3)
    chances = {j.credential: (float(drawn.p_best[row]), float(top[row])) for row, j in enumerate(racing)}
    return chances if len(racing) > 1 else {}, _look_up_next(racing, weights, drawn)


def _judge(case: Case) -> _Judged:
    findings = {name: criterion.value(case) for name, criterion in CRITERIA.items()}
    verdicts = ((name, flag.check(case)) for name, flag in FLAGS.items())
    return _Judged(
        case.credential.id,
        findings,
        tuple(Flag(name, v.state, v.because, v.evidence, FLAGS[name].gates) for name, v in verdicts),
    )


def _card(
    row: int, judged: _Judged, shares: Mapping[str, float], quality: Simulation, suitability: Simulation
) -> Scorecard:
    criteria = tuple(
        CriterionValue(name, CRITERIA[name].group, f.low, f.high, shares[name], f.because, f.evidence)
        for name, f in judged.findings.items()
    )
    return Scorecard(judged.credential, _estimate(quality, row), _estimate(suitability, row), criteria, judged.flags)


def _estimate(drawn: Simulation, row: int) -> Estimate:
    return Estimate(float(drawn.median[row]), float(drawn.low[row]), float(drawn.high[row]))


def _look_up_next(
    judged: Sequence[_Judged], weights: Mapping[str, float], drawn: Simulation
) -> tuple[tuple[str, str], ...]:
    """The quality unknowns that blur the first place most: weight x width of the interval x closeness to the top.

    An approximation of the value of information, not its computation: closeness is 4 p (1 - p), with p the chance to
    score more than the strongest other alternative, so it is 1 for an even race and 0 where nothing that could be found
    out would matter.
    """
    blur = {
        (j.credential, name): weight * (j.findings[name].high - j.findings[name].low) * _closeness(row, drawn)
        for row, j in enumerate(judged)
        for name, weight in weights.items()
        if j.findings[name].can_look_up
    }
    worst = sorted((pair for pair, b in blur.items() if b >= NOTICEABLE), key=lambda pair: (-blur[pair], pair))
    return tuple(worst[:LOOK_UP])


def _closeness(row: int, drawn: Simulation) -> float:
    """How open the race between one alternative and the strongest other one is, in [0, 1]; 1 when there is no other."""
    others = [i for i in range(len(drawn.ids)) if i != row]
    if not others:
        return 1.0
    rival = max(others, key=lambda i: (drawn.median[i], drawn.ids[i]))
    p = float(drawn.wins[row, rival])
    return 4 * p * (1 - p)
