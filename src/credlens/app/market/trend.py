"""Use case: is a skill asked for more or less than it was?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.market.built import Built, BuiltOccupation
from credlens.app.market.intake import TERM
from credlens.app.ports import Ports
from credlens.market.trends import trends
from credlens.model.errors import UserError
from credlens.model.market import QuarterCount, Trend, quarter_name, quarter_of
from credlens.model.serial import plain

OTHERS = "other sources"
"""Sources of one quarter each are taken for one: exports of one collection, month by month, tell a trend only together."""

QUARTERS = 20  # five years: what a line fits; over ten, half of the terms tried rise and fall (decision 0012)

FEWEST_ADS = 30  # of a quarter; fewer say nothing of a share

PEERS = 200
"""Skills that are fitted beside the one asked for, the most named first: enough to know how its family moves."""


@dataclass(frozen=True)
class TrendResult:
    """The trend of one skill.

    Attributes:
        key: its id, or ``term:`` and words that name no skill.
        counts: by source and quarter, in order of time.
    """

    key: str
    label: str
    uri: str | None
    occupation: BuiltOccupation
    trend: Trend
    counts: tuple[QuarterCount, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens market trend --json``."""
        trend = plain(self.trend)
        return {
            "skill": {"uri": self.uri, "label": self.label},
            "occupation": {"id": self.occupation.id, "label": self.occupation.label},
            **{k: v for k, v in trend.items() if k != "skill"},
            "series": [
                {"source": c.source, "quarter": quarter_name(c.quarter), "k": c.k, "n": c.n, "share": plain(c.k / c.n)}
                for c in self.counts
            ],
        }


def trend(ports: Ports, words: str, *, occupation: str | None = None, last: int | None = QUARTERS) -> TrendResult:
    """The trend of the skill, or of the term of a table of counts, that these words name.

    Args:
        words: a skill's name, or a term.
        occupation: within this one; over all ads, and tables of counts, when None.
        last: only the newest so many quarters that have ads enough; all when None.

    Raises:
        UserError: there is no market, or nothing in it has that name.
    """
    built = Built.open(ports)
    where = built.occupation(occupation)
    counts = _counts(built, where)
    key = _key(built, words, where, counts)
    families = {k: _family(built, k) for k in counts}
    chosen = _peers(key, counts, families)
    kept = _newest(counts[key], last)
    newer = {k: [c for c in counts[k] if c.quarter in kept] for k in chosen}
    (found,) = (t for t in trends(newer, families) if t.skill == key)
    skill = built.knowledge.taxonomy.skills.get(key)
    ref = skill.ref() if skill else {"uri": None, "label": key.removeprefix(TERM)}
    series = tuple(sorted(counts[key], key=lambda c: (c.quarter, c.source)))
    return TrendResult(key, ref["label"] or words, ref["uri"], where, found, series)


def trends_of(built: Built, where: BuiltOccupation) -> dict[str, Trend]:
    """Trends of the skills that ads of an occupation name most, over the newest years, each beside all of them.

    Which skills are fitted depends on the market alone: a skill's family, and so its slope, must not hang on who asks.
    """
    counts = _counts(built, where, PEERS)
    newer = {}
    for key, of in counts.items():
        kept = _newest(of, QUARTERS)
        newer[key] = [c for c in of if c.quarter in kept]
    return {t.skill: t for t in trends(newer, {k: _family(built, k) for k in newer})}


def _counts(built: Built, where: BuiltOccupation, most: int | None = None) -> Mapping[str, list[QuarterCount]]:
    """Counts of every skill and term, or the ``most`` named, quarters in which a source does not name it included."""
    n: dict[tuple[str, int], int] = {}
    k: dict[str, dict[tuple[str, int], int]] = defaultdict(lambda: defaultdict(int))
    for row in built.rows("quarters", occupation=where.id):
        n[row["source"], row["quarter"]] = row["n"]
    for row in _series(built, where, most):
        k[row["skill"]][row["source"], row["quarter"]] += row["k"]
    if where.whole:
        _add_terms(built, n, k)
    k = _most_named(k, most)
    names = _pooled(n)
    sources: dict[str, set[str]] = {key: {source for source, _ in cells} for key, cells in k.items()}
    return {
        key: [
            QuarterCount(names[source], quarter, cells.get((source, quarter), 0), total)
            for (source, quarter), total in sorted(n.items())
            if source in sources[key]
        ]
        for key, cells in k.items()
    }


def _series(built: Built, where: BuiltOccupation, most: int | None) -> list[dict[str, Any]]:
    """Rows of the skills, or of the ``most`` named: chosen before they are read, for a market may count thousands."""
    table = built.table("series", occupation=where.id)
    if most is not None:
        import pyarrow as pa
        import pyarrow.compute as pc

        sums = table.group_by("skill").aggregate([("k", "sum")]).to_pylist()
        ordered = sorted(sums, key=lambda r: (-r["k_sum"], r["skill"]))[:most]
        table = table.filter(pc.is_in(table["skill"], value_set=pa.array([r["skill"] for r in ordered], pa.string())))
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def _most_named(k: dict[str, dict[tuple[str, int], int]], most: int | None) -> dict[str, dict[tuple[str, int], int]]:
    if most is None or len(k) <= most:
        return k
    return {key: k[key] for key in sorted(k, key=lambda key: (-sum(k[key].values()), key))[:most]}


def _add_terms(built: Built, n: dict[tuple[str, int], int], k: dict[str, dict[tuple[str, int], int]]) -> None:
    """Add the tables of counts: a month's ads once each, however many terms it has."""
    months: dict[tuple[str, Any], int] = {}
    for row in built.rows("term_counts"):
        months[row["source"], row["month"]] = row["n"]
        k[row["key"]][row["source"], quarter_of(row["month"])] += row["k"]
    for (source, month), total in months.items():
        cell = (source, quarter_of(month))
        n[cell] = n.get(cell, 0) + total


def _pooled(n: Mapping[tuple[str, int], int]) -> dict[str, str]:
    """What each source counts as."""
    quarters: dict[str, int] = defaultdict(int)
    for source, _ in n:
        quarters[source] += 1
    return {source: source if many > 1 else OTHERS for source, many in quarters.items()}


def _newest(counts: Sequence[QuarterCount], last: int | None) -> set[int]:
    """The newest quarters with ads enough: a thin tail says nothing, and must not push the others out."""
    ads: dict[int, int] = defaultdict(int)
    for count in counts:
        ads[count.quarter] += count.n
    full = sorted(quarter for quarter, n in ads.items() if n >= FEWEST_ADS)
    return set(full if last is None else full[-last:])


def _key(built: Built, words: str, where: BuiltOccupation, counts: Mapping[str, Any]) -> str:
    skill = built.knowledge.taxonomy.find(words)
    for key in (skill.id if skill else "", f"{TERM}{words.casefold().strip()}"):
        if key in counts:
            return key
    if skill is not None:
        raise UserError(
            f"No dated ad of the market{'' if where.whole else f' for {where.label}'} names {skill.label}.",
            where="SKILL",
            what_to_do="Build the market with dated ads, or with a table that counts terms by month."
            if where.whole
            else "Leave --occupation out, or build the market with dated ads for it.",
        )
    import difflib

    labels = {k.removeprefix(TERM): k for k in counts}
    labels |= {s.label.casefold(): s.id for s in built.knowledge.taxonomy if s.id in counts}
    near = difflib.get_close_matches(words.casefold(), labels, n=3, cutoff=0.6)
    hint = f"Did you mean {', '.join(near)}?" if near else "Try another word for it."
    raise UserError(f"The market counts no skill {words!r}.", where="SKILL", what_to_do=hint)


def _family(built: Built, key: str) -> str:
    skill = built.knowledge.taxonomy.skills.get(key)
    return skill.field if skill else ""


def _peers(key: str, counts: Mapping[str, list[QuarterCount]], families: Mapping[str, str]) -> list[str]:
    """The skill, its family, and those most named elsewhere."""
    named = {k: sum(c.k for c in of) for k, of in counts.items()}
    ordered = sorted(counts, key=lambda k: (k != key, families[k] != families[key], -named[k], k))
    return ordered[:PEERS]
