"""How far two people who labelled the same ads agree (``benchmarks/gold``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from credlens.app.bench.gold import GoldAd


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the page.

    Attributes:
        what: what was labelled.
        n: how many labels were compared.
        same: how many of them are equal.
        measure, value: Cohen's kappa or F1, and its value; None where there is nothing to compare.
    """

    what: str
    n: int
    same: int
    measure: str
    value: float | None


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa: agreement beyond chance (Cohen 1960, Educational and Psychological Measurement 20, 37-46).

    None without pairs, or when both always say the same one thing, so that chance explains all.
    """
    seen = list(pairs)
    n = len(seen)
    first, second = Counter(a for a, _ in seen), Counter(b for _, b in seen)
    chance = sum(first[label] * second[label] for label in first) / (n * n) if n else 1.0
    observed = sum(a == b for a, b in seen) / n if n else 0.0
    return None if chance == 1.0 else (observed - chance) / (1 - chance)


def f1(first: Sequence[Counter[Hashable]], second: Sequence[Counter[Hashable]]) -> tuple[int, int, float | None]:
    """(labels of both, those shared, F1), when each pass is taken as the other's answer; a Counter for each ad."""
    shared = sum((a & b).total() for a, b in zip(first, second, strict=True))
    total = sum(c.total() for c in (*first, *second))
    return total, 2 * shared, 2 * shared / total if total else None


def compare(first: Sequence[GoldAd], second: Sequence[GoldAd]) -> list[Agreement]:
    """All lines, over the ads that both have labelled, whose units have to be the same."""
    other = {ad.ad: ad for ad in second}
    both = [(ad, other[ad.ad]) for ad in first if ad.ad in other]
    letters = [(u[2], v[2]) for a, b in both for u, v in zip(a.units, b.units, strict=True)]
    lines = [_paired("how firmly a unit asks", letters)]
    for place, what in enumerate(("degree: level", "degree: required", "degree: experience may replace it")):
        lines.append(_paired(what, [(a.degree[place], b.degree[place]) for a, b in both]))
    lines.append(_listed("years of experience", both, lambda ad: ad.years))
    lines.append(_listed("licences", both, lambda ad: [(x.span, x.required) for x in ad.licences]))
    lines.append(_listed("credentials", both, lambda ad: [(x.span, x.required) for x in ad.credentials]))
    return lines


def _paired(what: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    return Agreement(what, len(pairs), sum(a == b for a, b in pairs), "kappa", kappa(pairs))


def _listed(what: str, both: Sequence[tuple[GoldAd, GoldAd]], of: Callable[[GoldAd], Iterable[Hashable]]) -> Agreement:
    counted = [(Counter(of(a)), Counter(of(b))) for a, b in both]
    n, same, value = f1([a for a, _ in counted], [b for _, b in counted])
    return Agreement(what, n, same, "F1", value)


def as_table(lines: Sequence[Agreement]) -> str:
    """The lines as a Markdown table."""
    rows = ["| what | labels | equal | measure |", "|---|--:|--:|---|"]
    for line in lines:
        value = "unknown" if line.value is None else f"{line.value:.3f}"
        rows.append(f"| {line.what} | {line.n:,} | {line.same:,} | {line.measure} {value} |")
    return "\n".join(rows)
