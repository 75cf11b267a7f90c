"""Scorecards: every criterion and flag of a case, and what they come to under uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from credlens.evaluate.case import Case
from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY, Finding
from credlens.evaluate.flags import FLAGS
from credlens.evaluate.look_up import widest
from credlens.evaluate.race import Race
from credlens.evaluate.runner import Runner, expected
from credlens.evaluate.smaa import Interval, Simulation, simulate
from credlens.evaluate.streams import Floats
from credlens.evaluate.weights import group_weights
from credlens.model.credential import Assessment
from credlens.model.errors import UserError
from credlens.model.fact import Fact
from credlens.model.scorecard import Comparison, CriterionValue, Estimate, Flag, Scorecard
from credlens.model.weighting import DEFAULT, Weighting

LETTERS = ((0.8, "A"), (0.6, "B"), (0.4, "C"), (0.2, "D"), (0.0, "E"))  # from which score: equal bands, a judgement
SURE = 0.8  # share of the draws that a band must hold


@dataclass(frozen=True)
class _Judged:
    """One case with all findings, before anything is drawn."""

    credential: str
    findings: Mapping[str, Finding]
    look_up: Mapping[str, tuple[str, ...]]
    flags: tuple[Flag, ...]

    def runner(self) -> Runner:
        return Runner(self.credential, self.findings, self.look_up)

    def intervals(self, names: Mapping[str, float]) -> dict[str, Interval]:
        return {name: (self.findings[name].low, self.findings[name].high) for name in names}


def score(case: Case, weighting: Weighting = DEFAULT, seed: int = 0) -> Scorecard:
    """The scorecard of one credential; its estimates are the same as in any comparison with the same weights and seed.

    Args:
        case: the credential, the person and the target.
        weighting: what matters to the person.
        seed: of the random draws.

    Raises:
        UserError: weights that cannot be used.
    """
    return compare([case], weighting, seed).cards[0]


def compare(
    cases: Sequence[Case],
    weighting: Weighting = DEFAULT,
    seed: int = 0,
    unranked: Callable[[Scorecard], str] | None = None,
    draws: int | None = None,
) -> Comparison:
    """Scorecards of several credentials, best expected quality first, ties by id; the order given does not matter.

    Chances, duels, dominance, what to look up and the sensitivity are of quality among those that are ranked; the others are scored.

    Args:
        cases: what to judge.
        weighting: what matters to the person.
        seed: of the random draws; a credential's draws do not depend on who else is compared.
        unranked: says in words why one is not ranked; empty for those that are. Everybody is ranked when None.
        draws: how many; see :func:`credlens.evaluate.smaa.simulate`.

    Raises:
        UserError: weights that cannot be used, or a credential given twice.
    """
    twice = [name for name, count in Counter(c.credential.id for c in cases).items() if count > 1]
    if twice:
        raise UserError(f"{twice[0]} is compared with itself.", what_to_do="Name each credential once.")
    groups = group_weights(weighting)
    judged = [_judge(case) for case in sorted(cases, key=lambda c: c.credential.id)]
    quality, suitability = (
        simulate({j.credential: j.intervals(groups[g].shares) for j in judged}, groups[g], seed, draws)
        for g in (QUALITY, SUITABILITY)
    )
    shares = {g: group.shares for g, group in groups.items()}
    cards = [_card(row, j, shares, quality, suitability) for row, j in enumerate(judged)]
    cards = [replace(c, unranked=unranked(c)) for c in cards] if unranked else cards
    racing = [row for row, card in enumerate(cards) if not card.unranked]
    findings = {j.credential: j.findings for j in judged}
    cards.sort(key=lambda c: (-expected(findings[c.credential], shares[QUALITY]), c.credential))
    if len(racing) < 2:
        return Comparison(tuple(cards), widest([j.runner() for j in judged], shares[QUALITY]), weighting)
    return _ranked(cards, _race([judged[row] for row in racing], racing, shares[QUALITY], quality, seed), weighting)


def _race(
    racing: Sequence[_Judged], rows: Sequence[int], shares: Mapping[str, float], drawn: Simulation, seed: int
) -> Race:
    runners = [j.runner() for j in racing]
    own = Simulation(tuple(r.id for r in runners), drawn.scores[list(rows)], drawn.weights)
    return Race(runners, shares, own, seed)


def _ranked(cards: Sequence[Scorecard], race: Race, weighting: Weighting) -> Comparison:
    chances, favours = race.chances(), race.favours()
    ranked = tuple(
        replace(c, p_best=p[0], p_top3=p[1], favour=favours.get(c.credential))
        if (p := chances.get(c.credential))
        else c
        for c in cards
    )
    return Comparison(ranked, race.look_ups(), weighting, race.wins(), race.dominated(), race.sensitivity())


def _judge(case: Case) -> _Judged:
    findings = {name: criterion.value(case) for name, criterion in CRITERIA.items()}
    verdicts = ((name, flag.check(case)) for name, flag in FLAGS.items())
    return _Judged(
        case.credential.id,
        findings,
        {name: _open(case, name, finding) for name, finding in findings.items()},
        tuple(Flag(name, v.state, v.because, v.evidence, FLAGS[name].gates) for name, v in verdicts),
    )


def _open(case: Case, name: str, finding: Finding) -> tuple[str, ...]:
    """Fields whose answer would narrow a finding: those that it rests on and that have no whole answer yet."""
    if not finding.can_look_up or finding.high <= finding.low:
        return ()
    looked_for = {a.field for a in case.credential.absent}
    fields = (f for f in CRITERIA[name].reads if f not in looked_for)
    return tuple(f for f in fields if _blank(getattr(case.credential, f)))


def _blank(value: Any) -> bool:
    if isinstance(value, Fact):
        return not value.known
    return not value or any(isinstance(p, Assessment) and (p.grader is None or p.attempts is None) for p in value)


def _card(
    row: int, judged: _Judged, shares: Mapping[str, Mapping[str, float]], quality: Simulation, suitability: Simulation
) -> Scorecard:
    weights = {name: share for group in shares.values() for name, share in group.items()}
    criteria = tuple(
        CriterionValue(
            name, CRITERIA[name].group, f.low, f.high, weights[name], f.because, f.evidence, judged.look_up[name]
        )
        for name, f in judged.findings.items()
    )
    return Scorecard(
        judged.credential,
        _estimate(quality, row),
        _estimate(suitability, row),
        criteria,
        judged.flags,
        known=_settled(judged.findings, shares[QUALITY]),
        fits_known=_settled(judged.findings, shares[SUITABILITY]),
    )


def _settled(findings: Mapping[str, Finding], shares: Mapping[str, float]) -> float:
    """How much of the weight is settled: each criterion's share less the width of its interval."""
    return sum(share * (1 - (findings[c].high - findings[c].low)) for c, share in shares.items())


def _estimate(drawn: Simulation, row: int) -> Estimate:
    return Estimate(float(drawn.median[row]), float(drawn.low[row]), float(drawn.high[row]), _letter(drawn.scores[row]))


def _letter(scores: Floats) -> str | None:
    """The band that holds at least :data:`SURE` of the draws; None when no band does."""
    above = 1.0
    for least, letter in LETTERS:
        within = (
            float(np.mean((scores >= least) & (scores < above))) if above < 1.0 else float(np.mean(scores >= least))
        )
        if within >= SURE:
            return letter
        above = least
    return None
