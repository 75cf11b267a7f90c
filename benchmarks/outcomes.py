"""How well the model of "did it help?" does on searches whose truth is known: coverage, power, false claims, time.

    python benchmarks/outcomes.py [--runs 1000] [--out benchmarks/results/outcomes.json]

Everything is drawn from a fixed seed. The parts:

- ``coverage``: truth and bias drawn from the priors. The 90 % interval has to hold the truth in .87 to .93 of the searches. That is a check of
  the computation, and no proof that the priors are right. ``decisive`` is the share of searches with P > .95 or < .05.
- ``pooled``: users with 10 to 39 applications in each arm and base rates of their own, true odds ratio 1.3: how often the pool decides, with
  a coin and without one.
- ``false_claims``: no effect at all, and a choice to show the credential that goes along with what nobody wrote down: how often the answer is
  "more interviews with it" (the strongest that is said without a coin), by applications in each arm and by strength of the confounding.
- ``confounded_by_match``: the same where the choice goes along with the match, which is written down.
- ``coin``: no effect, one look after the other: how often a coin's trial ends with "it helped"; and with an effect, how often it finds it.
- ``cpu_ms``: of one answer, median and 95 % of so many.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import replace
from datetime import date, timedelta
from math import exp, log, sqrt
from pathlib import Path
from typing import Any

import numpy as np

from credlens.model.application import Application, Step, StepKind
from credlens.model.belief import SURE, Arm, EffectPrior
from credlens.model.pool import Table
from credlens.outcomes.effect import after, counted, expit, learn, logit
from credlens.outcomes.learning import learn as learn_log
from credlens.outcomes.pooling import conditional
from credlens.outcomes.tossing import ENOUGH, LOOKS
from credlens.outcomes.verdicts import chosen

PRIOR = EffectPrior()
TOSSED = replace(PRIOR, bias_sd=0.0)
WARY = replace(PRIOR, bias_sd=0.6)
SEED = 11
Json = dict[str, Any]


def coverage(runs: int, chance: np.random.Generator) -> list[Json]:
    """Truth from the priors."""
    found = []
    for n in (20, 50, 100, 300):
        inside = decided = right = 0
        for _ in range(runs):
            base = chance.normal(PRIOR.base_mean, PRIOR.base_sd)
            effect, bias = chance.normal(PRIOR.mean, PRIOR.sd), chance.normal(0, PRIOR.bias_sd)
            k1, k0 = chance.binomial(n, expit(base + effect + bias)), chance.binomial(n, expit(base))
            belief = learn(counted((n, int(k1)), (n, int(k0))), PRIOR)
            inside += belief.low <= effect <= belief.high
            if belief.decided is not None:
                decided += 1
                right += belief.decided is (effect > 0)
        found.append(
            {
                "per_arm": n,
                "coverage": inside / runs,
                "standard_error": sqrt(0.9 * 0.1 / runs),
                "decisive": decided / runs,
                "right_when_decisive": right / decided if decided else None,
            }
        )
    return found


def pooled(runs: int, chance: np.random.Generator) -> list[Json]:
    """Power of pools for a true odds ratio of 1.3."""
    found = []
    for users, many in ((10, runs), (50, runs), (200, runs // 2), (1000, runs // 8)):
        decided = {}
        for name, prior in (("coin", TOSSED), ("chosen", PRIOR)):
            hits = 0
            for _ in range(many):
                bias = chance.normal(0, prior.bias_sd) if prior.bias_sd else 0.0
                tables = [_user(chance, log(1.3) + bias) for _ in range(users)]
                belief = after(conditional([t for t in tables if t.tells]), prior)
                hits += belief.decided is not None
            decided[name] = hits / many
        found.append({"users": users, "runs": many, **decided})
    return found


def _user(chance: np.random.Generator, effect: float) -> Table:
    base = chance.normal(PRIOR.base_mean, PRIOR.base_sd)
    n1, n0 = (int(n) for n in chance.integers(10, 40, 2))
    k1, k0 = int(chance.binomial(n1, expit(base + effect))), int(chance.binomial(n0, expit(base)))
    return Table(Arm(n1, k1), Arm(n0, k0))


def false_claims(runs: int, chance: np.random.Generator) -> list[Json]:
    """No effect; applications that show it are better ones by so much, in log odds, on average."""
    found = []
    for per_arm in (20, 50, 100, 300, 1000):
        row: Json = {"per_arm": per_arm}
        for strength in (0.0, 0.3, 0.6, 0.9):
            claims = 0
            for _ in range(runs):
                base = chance.normal(logit(0.08), 0.5)
                # Each application has a quality that nobody wrote down; who shows it when that is good, has better ones with it.
                k1 = _confounded(chance, per_arm, base, strength / 2)
                k0 = _confounded(chance, per_arm, base, -strength / 2)
                table = counted((per_arm, k1), (per_arm, k0))
                claims += chosen(learn(table, PRIOR), learn(table, WARY)) is True
            row[f"confounding_{strength:g}"] = claims / runs
        found.append(row)
    return found


def _confounded(chance: np.random.Generator, n: int, base: float, shift: float) -> int:
    odds = base + shift + chance.normal(0, 0.5, n)
    return int((chance.random(n) < 1 / (1 + np.exp(-odds))).sum())


def by_match(runs: int, chance: np.random.Generator) -> list[Json]:
    """No effect; the better the match, the more often it is shown, and the more interviews there are."""
    found = []
    for n in (40, 200, 600):
        seeing = blind = 0
        for _ in range(runs):
            made = _search(chance, n)
            answer = learn_log(made, "c", _TODAY)
            seeing += (
                answer.posterior.above_zero > SURE
            )  # one rule of the two, so that the covariate alone is seen at work
            blind += answer.plain is not None and answer.plain.above_zero > SURE
        found.append({"applications": n, "with_the_match": seeing / runs, "without_it": blind / runs})
    return found


_TODAY = date(2026, 12, 1)


def _search(chance: np.random.Generator, n: int) -> list[Application]:
    day = _TODAY - timedelta(days=100)
    talk = (Step(StepKind.INTERVIEW, day),)
    match = chance.random(n)
    shown = chance.random(n) < 1 / (1 + np.exp(-5 * (match - 0.5)))
    talks = chance.random(n) < 1 / (1 + np.exp(-(logit(0.08) + 3 * (match - 0.5))))
    return [
        Application(
            str(i), day, "", "", shown=("c",) if shown[i] else (), complete=True, match=float(match[i]), steps=talk if talks[i] else ()
        )
        for i in range(n)
    ]  # fmt: skip


def coin(runs: int, chance: np.random.Generator) -> list[Json]:
    """All looks, each with half of the applications in each arm."""
    found = []
    for base in (0.05, 0.12):
        for effect in (0.0, 0.3, 0.6):
            ended = dict.fromkeys(LOOKS, 0)
            harmed = 0
            for _ in range(runs):
                shows = chance.random(LOOKS[-1] // 2) < expit(logit(base) + effect)
                hides = chance.random(LOOKS[-1] // 2) < base
                for n in LOOKS:
                    half = n // 2
                    p = learn(
                        counted((half, int(shows[:half].sum())), (half, int(hides[:half].sum()))), TOSSED
                    ).above_zero
                    if p > ENOUGH:
                        ended[n] += 1
                        break
                    if p < 1 - ENOUGH:
                        harmed += 1
                        break
            helped = sum(ended.values()) / runs
            by_look = {str(n): k / runs for n, k in ended.items()}
            found.append(
                {
                    "base_rate": base,
                    "odds_ratio": round(exp(effect), 2),
                    "helped": helped,
                    "harmed": harmed / runs,
                    "by_look": by_look,
                }
            )
    return found


def cpu(runs: int, chance: np.random.Generator) -> Json:
    """Milliseconds of processor time of a whole answer, with its prior, sensitivities and windows."""
    found = {}
    for n in (40, 1000, 10_000):
        made = _search(chance, n)
        times = []
        for _ in range(max(5, min(runs, 50))):
            begun = time.process_time()
            learn_log(made, "c", _TODAY)
            times.append(1000 * (time.process_time() - begun))
        grid = []
        for _ in range(20):
            begun = time.process_time()
            learn(counted((n // 2, n // 10), (n // 2, n // 20)), PRIOR)
            grid.append(1000 * (time.process_time() - begun))
        found[str(n)] = {"answer": _spread(times), "one_posterior": _spread(grid)}
    return found


def _spread(times: list[float]) -> Json:
    return {
        "median": round(float(np.median(times)), 2),
        "p95": round(float(np.quantile(times, 0.95)), 2),
        "n": len(times),
    }


def main() -> None:
    """Run every part and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    parts = (coverage, pooled, false_claims, by_match, coin, cpu)
    figures = {part.__name__: part(given.runs, np.random.default_rng([SEED, i])) for i, part in enumerate(parts)}
    text = json.dumps({"runs": given.runs, "seed": SEED, **figures}, indent=2)
    if given.out:
        given.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
