"""How often the market's intervals hold the truth: simulated, printed as JSON.

    python benchmarks/coverage.py [--repeats 60] [--seed 12] [--part shares ...] > benchmarks/results/coverage.json

All intervals are asked for at 90 %. ``se`` is the standard error of ``coverage`` between repeats, in which intervals of one repeat
may go wrong together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from credlens.market.blend import blend
from credlens.market.clustered import clustered_share, likeness
from credlens.market.recognition import fit_prior, recognition
from credlens.market.trends import trends
from credlens.market.turnover import turnover
from credlens.model.market import CredentialCount, QuarterCount, Verdict
from credlens.model.quantity import Share

LEVEL = 0.9
SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
Random = np.random.Generator
Row = dict[str, Any]
Hits = Mapping[str, Sequence[bool]]  # what is covered or not, by what is asked


def measured(setting: Row, repeats: int, seed: int, once: Callable[[Random], Hits]) -> Row:
    """One row: the setting and, for each question of ``once``, the part of truths held with its standard error."""
    random = np.random.default_rng([seed, *json.dumps(setting).encode()])
    found: dict[str, list[tuple[int, int]]] = {}
    for _ in range(repeats):
        for question, hits in once(random).items():
            if len(hits):
                found.setdefault(question, []).append((int(np.sum(hits)), len(hits)))
    row = dict(setting)
    for question, of in found.items():
        total = sum(n for _, n in of)
        rate = sum(k for k, _ in of) / total
        off = sum((k - rate * n) ** 2 for k, n in of)
        se = float(np.sqrt(off * len(of) / max(len(of) - 1, 1))) / total
        row[question] = {"rate": round(rate, 4), "se": round(se, 4), "n": total}
    return row


def employers(ads: int, random: Random) -> NDArray[np.int64]:
    """How many ads each employer posts: a few many, most one; none more than a quarter."""
    sizes: list[int] = []
    while (left := ads - sum(sizes)) > 0:
        sizes.append(min(int(random.zipf(1.8)), left, max(1, ads // 4)))
    return np.array(sizes)


def drawn(share: float, rho: float, sizes: NDArray[np.int64], random: Random) -> list[tuple[int, int]]:
    """(k, n) of each employer, with correlation ``rho`` between two ads of one."""
    p = random.beta(share * (1 / rho - 1), (1 - share) * (1 / rho - 1), len(sizes)) if rho else share
    return list(zip(random.binomial(sizes, p).tolist(), sizes.tolist(), strict=True))


def shares(repeats: int, seed: int) -> Iterator[Row]:
    """Wilson on unrelated ads; on ads of employers, blind to them, by the share alone, and with the market's likeness."""
    for rho, n in product((0.0, 0.05, 0.1, 0.3), (10, 30, 100, 1000)):

        def once(random: Random, rho: float = rho, n: int = n) -> Hits:
            truths = SHARES * 4
            if not rho:
                seen = [Share(int(random.binomial(n, p)), n).interval(LEVEL) for p in truths]
                yielded = {"coverage": within(truths, seen)}
            else:
                yielded = {}
            sizes = employers(n, random)
            skills = [drawn(p, rho, sizes, random) for p in truths]
            alike = likeness(skills)
            blind = [Share(sum(k for k, _ in of), n).interval(LEVEL) for of in skills]
            alone = [clustered_share(of, level=LEVEL).ci for of in skills]
            together = [clustered_share(of, likeness=alike, level=LEVEL).ci for of in skills]
            return yielded | {
                "blind_to_employers": within(truths, blind),
                "clustered_alone": within(truths, alone),
                "clustered": within(truths, together),
            }

        yield measured({"part": "shares", "likeness": rho, "ads": n}, repeats, seed, once)


def rates(repeats: int, seed: int) -> Iterator[Row]:
    """Recognition of 300 candidates; the true prior is not known to it, nor is the pooled one fitted on 20,000 ads."""
    for (a, b), n in product(((0.3, 60), (0.05, 10), (1, 200), (0.2, 5), (0.5, 1000)), (30, 100, 1000)):

        def once(random: Random, a: float = a, b: float = b, n: int = n) -> Hits:
            truths = random.beta(a, b, 300)
            counts = named(truths, n, random)
            pooled = fit_prior(named(random.beta(a, b, 300), 20_000, random))
            found, helped = recognition(counts), recognition(counts, pooled=pooled)
            k = np.array([c.k for c in counts])
            hits = np.array(within(truths, [(r.low or 0.0, r.high or 0.0) for r in found]))
            return {
                "coverage": hits.tolist(),
                "coverage_named": hits[k > 0].tolist(),
                "coverage_pooled": within(truths, [(r.low or 0.0, r.high or 0.0) for r in helped]),
                "rule_of_three": [p <= 3 / n for p, none in zip(truths, k == 0, strict=True) if none],
            }

        yield measured({"part": "recognition", "mean": a / (a + b), "weight": a + b, "ads": n}, repeats, seed, once)


def named(truths: NDArray[np.float64], n: int, random: Random) -> list[CredentialCount]:
    """Counts of credentials that so many ads name."""
    return [CredentialCount(str(i), int(k), n, 0, 0) for i, k in enumerate(random.binomial(n, truths))]


def family(
    slopes: NDArray[np.float64], quarters: int, phi: float, random: Random, *, ads: int = 300
) -> dict[str, list[QuarterCount]]:
    """Counts of a family in two sources, of which the second has half the ads and names everything less often."""
    t = np.arange(quarters) / 4
    t = t - t.mean()
    found: dict[str, list[QuarterCount]] = {}
    for i, slope in enumerate(slopes):
        share = np.exp(random.uniform(np.log(0.02), np.log(0.2)))
        rows = []
        for source, n, off in (("a", ads, 0.0), ("b", ads // 2, -0.5)):
            p = 1 / (1 + np.exp(-(np.log(share / (1 - share)) + off + slope * t)))
            if phi > 1:
                m = (n - 1) / (phi - 1) - 1
                p = random.beta(p * m, (1 - p) * m)
            rows += [QuarterCount(source, 8000 + q, int(k), n) for q, k in enumerate(random.binomial(n, p))]
        found[str(i)] = rows
    return found


def slopes(repeats: int, seed: int) -> Iterator[Row]:
    """Families of 30 skills; in those with ``fast`` decays, three of them lose .35 a year whatever the others do."""
    kinds = ((0.05, 0), (0.15, 0), (0.4, 0), (0.05, 3), (0.15, 3))
    for quarters, phi, (tau, fast) in product((8, 12, 16, 40), (1, 2, 4), kinds):

        def once(random: Random, q: int = quarters, phi: int = phi, tau: float = tau, fast: int = fast) -> Hits:
            truths = random.normal(random.normal(0, 0.1), tau, 30)
            truths[:fast] = -0.35
            found = trends(family(truths, q, phi, random), {})
            hits = [
                t.low <= b <= t.high if t.low is not None and t.high is not None else None
                for b, t in zip(truths, found, strict=True)
            ]
            return {
                "coverage": [h for h in hits if h is not None],
                "coverage_fast": [h for h in hits[:fast] if h is not None],
                "fast_found": [t.verdict is Verdict.DECLINING for t in found[:fast]],
            }

        yield measured(
            {"part": "slopes", "quarters": quarters, "phi": phi, "tau": tau, "fast": fast}, repeats, seed, once
        )


def false_alarms(repeats: int, seed: int) -> Iterator[Row]:
    """Skills that do not move but are called declining: in a family that stands still, among movers, and alone."""
    for quarters, phi in product((8, 12, 16, 40), (1, 2, 4)):

        def once(random: Random, q: int = quarters, phi: int = phi) -> Hits:
            still = trends(family(np.zeros(30), q, phi, random), {})
            moving = random.normal(0, 0.15, 30)
            moving[:10] = 0
            mixed = trends(family(moving, q, phi, random), {})
            alone = [trends(family(np.zeros(1), q, phi, random), {})[0] for _ in range(10)]
            return {
                "still_family": [t.verdict is Verdict.DECLINING for t in still],
                "among_movers": [t.verdict is Verdict.DECLINING for t in mixed[:10]],
                "alone": [t.verdict is Verdict.DECLINING for t in alone],
            }

        yield measured({"part": "false_alarms", "quarters": quarters, "phi": phi}, repeats, seed, once)


def blends(repeats: int, seed: int) -> Iterator[Row]:
    """One's own ads differ from the market by the heterogeneity assumed; shares of 1 to 60 %."""
    for m, own, market in product((5, 25, 100), (0, 5, 20, 100), (0, 50, 2000)):

        def once(random: Random, m: int = m, own: int = own, market: int = market) -> Hits:
            truths, seen = [], []
            for _ in range(30):
                mean = np.exp(random.uniform(np.log(0.01), np.log(0.6)))
                truths.append(random.beta(mean * m, (1 - mean) * m))
                known = Share(int(random.binomial(market, mean)), market) if market else None
                given = Share(int(random.binomial(own, truths[-1])), own)
                found = blend(given, known, None, heterogeneity=m, level=LEVEL)
                seen.append((found.low, found.high) if found else given.interval(LEVEL))
            return {"coverage": within(truths, seen)}

        setting = {"part": "blends", "heterogeneity": m, "own_ads": own, "market_ads": market}
        yield measured(setting, repeats, seed, once)


def turnovers(repeats: int, seed: int) -> Iterator[Row]:
    """Half the skills' log-odds move by a normal of this width between two periods."""
    for skills, ads, change in product((50, 300), (200, 2000), (0.0, 0.1, 0.3, 1.0)):

        def once(random: Random, skills: int = skills, ads: int = ads, change: float = change) -> Hits:
            p = random.beta(0.5, 8, skills)
            q = 1 / (1 + (1 - p) / p * np.exp(random.normal(0, change, skills) * (random.random(skills) < 0.5)))
            truth = float(np.abs(q / q.sum() - p / p.sum()).sum() / 2)
            before, after = (dict(enumerate(map(int, random.binomial(ads, s)))) for s in (p, q))
            found = turnover(*((ads, {str(s): k for s, k in of.items()}) for of in (before, after)), years=1.0)
            if found is None:
                return {}
            raw = [abs(found.raw - truth) > abs(found.net - truth)]
            return {"coverage": [found.low <= truth <= found.high], "net_nearer_than_raw": raw}

        setting = {"part": "turnover", "skills": skills, "ads": ads, "change": change}
        yield measured(setting, 4 * repeats, seed, once)


def within(truths: Sequence[float] | NDArray[np.float64], ends: Sequence[tuple[float, float]]) -> list[bool]:
    """Whether each interval holds its truth."""
    return [bool(low <= truth <= high) for truth, (low, high) in zip(truths, ends, strict=True)]


PARTS = {
    "shares": shares,
    "recognition": rates,
    "slopes": slopes,
    "false_alarms": false_alarms,
    "blends": blends,
    "turnover": turnovers,
}


def main() -> None:
    """Run the parts asked for and print their rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=60)
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--part", nargs="+", choices=PARTS, default=list(PARTS))
    asked = parser.parse_args()
    rows = [row for part in asked.part for row in PARTS[part](asked.repeats, asked.seed)]
    lines = ",\n".join("    " + json.dumps(row) for row in rows)
    print(f'{{\n  "level": {LEVEL}, "repeats": {asked.repeats}, "seed": {asked.seed},\n  "rows": [\n{lines}\n  ]\n}}')


if __name__ == "__main__":
    main()
