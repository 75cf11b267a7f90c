"""Use case: what the built market asks for in an occupation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from credlens.app import shapes
from credlens.app.market.built import Built, BuiltOccupation
from credlens.app.market.recognition import recognised
from credlens.app.ports import Ports
from credlens.market.clustered import clustered_share, likeness
from credlens.market.tables import ALL
from credlens.market.turnover import turnover
from credlens.model.demand import DegreeDemand, SkillDemand
from credlens.model.errors import UserError
from credlens.model.market import ClusteredShare, Recognition, Turnover
from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.quantity import Share
from credlens.model.serial import plain
from credlens.model.skill import SkillLevel, Taxonomy

MOST_PAIRS = 20
CHANGE_MONTHS = 12  # turnover compares the newest year with the one before it
ALIKE = 30  # the most named skills, from which it is estimated how alike one employer's ads are

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SkillPair:
    """Two skills that ads name together: in ``ads`` of ``n``, ``lift`` times as often as chance would have it."""

    skills: tuple[str, str]
    ads: int
    n: int
    lift: float


@dataclass(frozen=True)
class DemandResult:
    """What ads for an occupation ask for.

    Attributes:
        months: (month, ads) of the dated ads; ``undated``: ads without a date, None where only some months were asked for.
        skills: by demand; ``bunched``: the same shares with intervals that count how alike one employer's ads are, by skill.
        credentials: those named, most often first.
        turnover: None when there are not two years of dated ads.
        titles: of credentials, by id.
    """

    occupation: BuiltOccupation
    region: str
    ads: int
    employers: int | None
    months: tuple[tuple[date, int], ...]
    undated: int | None
    skills: tuple[SkillDemand, ...]
    bunched: Mapping[str, ClusteredShare]
    degrees: tuple[DegreeDemand, ...]
    licences: tuple[tuple[str, Share], ...]
    credentials: tuple[Recognition, ...]
    pairs: tuple[SkillPair, ...]
    turnover: Turnover | None
    taxonomy: Taxonomy
    titles: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens market demand --json``."""
        return {
            "occupation": plain(self.occupation),
            "region": self.region,
            "ads": self.ads,
            "employers": self.employers,
            "undated": self.undated,
            "months": [{"month": plain(month), "ads": n} for month, n in self.months],
            "skills": [self._skill(s) for s in self.skills],
            "pairs": [{**plain(p), "skills": [self._ref(s) for s in p.skills]} for p in self.pairs],
            "degrees": [
                {"level": d.level.value, "required": shapes.share(d.required), "instead": shapes.share(d.substitutable)}
                for d in self.degrees
            ],
            "licences": [{"licence": name, "demand": shapes.share(share)} for name, share in self.licences],
            "credentials": [{**plain(c), "title": self.titles.get(c.credential)} for c in self.credentials],
            "turnover": self._turnover(),
        }

    def _ref(self, skill: str) -> dict[str, Any]:
        found = self.taxonomy.skills.get(skill)
        return found.ref() if found else {"uri": None, "label": skill}

    def _skill(self, skill: SkillDemand) -> dict[str, Any]:
        bunched = self.bunched.get(skill.skill)
        return {
            "skill": self._ref(skill.skill),
            "demand": shapes.share(skill.share),
            "by_employer": plain(bunched) if bunched else None,
            "required": shapes.share(skill.required),
            "employers": skill.employers,
            "level": skill.level.value,
            "levels": {level.value: n for level, n in skill.levels},
        }

    def _turnover(self) -> dict[str, Any] | None:
        if self.turnover is None:
            return None
        out: dict[str, Any] = plain(self.turnover)
        for side in ("entering", "leaving"):
            changes = getattr(self.turnover, side)
            out[side] = [
                {"skill": self._ref(c.skill), "before": shapes.share(c.before), "after": shapes.share(c.after)}
                for c in changes
            ]
        return out


def demand(
    ports: Ports, occupation: str | None = None, *, region: str | None = None, months: int | None = None
) -> DemandResult:
    """What ads for an occupation ask for.

    Args:
        occupation: its name or id; all ads when None.
        region: ISO 3166 code of a country or its part; everywhere when None.
        months: only so many months before the newest ad of the market.

    Raises:
        UserError: there is no market, or it has no such ads.
    """
    built = Built.open(ports)
    where = built.occupation(occupation)
    cell = {"occupation": where.id, "region": region.upper() if region else ALL}
    since = None if months is None else _months_back(_newest(built), months)
    cells = _since(built.rows("cells", **cell), since)
    n = sum(row["ads"] for row in cells)
    if not n:
        raise UserError(
            f"The market has no ad for {where.label} in {cell['region']}{'' if since is None else f' since {since}'}.",
            where="--region",
            what_to_do="Leave --region or --months out; credlens market show says what there is.",
        )
    whole = since is None
    rows = (
        built.rows("skills_whole", **cell) if whole else _summed(_since(built.rows("skills", **cell), since), "skill")
    )
    skills = tuple(sorted((_skill(r, n) for r in rows), key=lambda s: (-s.share.k, s.skill)))
    return DemandResult(
        occupation=where,
        region=cell["region"],
        ads=n,
        employers=built.rows("cells_whole", **cell)[0]["employers"] if whole else None,
        months=tuple((r["month"], r["ads"]) for r in cells if r["month"]),
        undated=sum(r["ads"] for r in cells if r["month"] is None) if whole else None,
        skills=skills,
        bunched=_bunched(built, where, skills) if whole and region is None else {},
        degrees=_degrees(_since(built.rows("degrees", **cell), since), n),
        licences=_licences(_since(built.rows("licences", **cell), since), n),
        credentials=recognised(built, where, region=cell["region"]) if whole else (),
        pairs=_pairs(built, where) if whole and region is None else (),
        turnover=_turnover(built, cell),
        taxonomy=built.knowledge.taxonomy,
        titles={name.id: name.title for name in built.knowledge.credential_names},
    )


def _newest(built: Built) -> date | None:
    newest: date | None = built.rows("cells_whole", occupation=ALL, region=ALL)[0]["last_month"]
    return newest


def _months_back(newest: date | None, months: int) -> date:
    if newest is None:
        raise UserError("No ad of the market is dated.", where="--months", what_to_do="Leave it out.")
    whole = newest.year * 12 + newest.month - months
    return date(whole // 12, whole % 12 + 1, 1)


def _since(rows: Iterable[Row], since: date | None) -> list[Row]:
    return [r for r in rows if since is None or (r["month"] and r["month"] >= since)]


def _summed(rows: Iterable[Row], name: str) -> list[Row]:
    """Rows of months added up; how many employers these are together is not known."""
    total: dict[str, dict[str, Any]] = {}
    for row in rows:
        into = total.setdefault(row[name], {name: row[name], "employers": 0})
        for column, value in row.items():
            if isinstance(value, int) and column != "employers":
                into[column] = into.get(column, 0) + value
        into["employers"] = max(into["employers"], row["employers"])
    return list(total.values())


def _skill(row: Row, n: int) -> SkillDemand:
    levels = tuple((level, row[f"level_{i}"]) for i, level in enumerate(SkillLevel) if i and row[f"level_{i}"])
    return SkillDemand(
        row["skill"], Share(row["ads"], n), Share(row["required"], row["said"]), row["employers"], levels=levels
    )


def _bunched(built: Built, where: BuiltOccupation, skills: Iterable[SkillDemand]) -> dict[str, ClusteredShare]:
    pairs = by_employer(built, where, [s.skill for s in skills])
    alike = likeness(list(pairs.values())[:ALIKE])
    named = {r["skill"]: r["ads"] for r in built.rows("employer_skills", occupation=where.id) if r["employer"] is None}
    unnamed = sum(r["ads"] for r in built.rows("employer_ads", occupation=where.id) if r["employer"] is None)
    return {
        skill: clustered_share(counts, unnamed=(named.get(skill, 0), unnamed), likeness=alike)
        for skill, counts in pairs.items()
    }


def by_employer(built: Built, where: BuiltOccupation, skills: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """For each skill the (ads that name it, ads) of every named employer."""
    sizes = {r["employer"]: r["ads"] for r in built.rows("employer_ads", occupation=where.id) if r["employer"]}
    named: dict[str, dict[str, int]] = {skill: {} for skill in skills}
    for row in built.rows("employer_skills", occupation=where.id):
        if row["skill"] in named:
            named[row["skill"]][row["employer"]] = row["ads"]
    return {skill: [(counts.get(e, 0), n) for e, n in sizes.items()] for skill, counts in named.items()}


def _degrees(rows: Iterable[Row], n: int) -> tuple[DegreeDemand, ...]:
    total = {r["level"]: r for r in _summed(rows, "level")}
    return tuple(
        DegreeDemand(level, Share(total[level.value]["firm"], n), Share(total[level.value]["instead"], n))
        for level in (*DEGREE_ORDER, DegreeLevel.UNSTATED)
        if level.value in total
    )


def _licences(rows: Iterable[Row], n: int) -> tuple[tuple[str, Share], ...]:
    total = sorted(_summed(rows, "licence"), key=lambda r: (-r["ads"], r["licence"]))
    return tuple((r["licence"], Share(r["ads"], n)) for r in total)


def _pairs(built: Built, where: BuiltOccupation) -> tuple[SkillPair, ...]:
    """The pairs that go together most beyond chance, of those that many ads name: by ads x log(lift)."""
    from math import log

    found = [
        SkillPair((r["skill"], r["other"]), r["ads"], r["n"], r["ads"] * r["n"] / (r["skill_ads"] * r["other_ads"]))
        for r in built.rows("pairs", occupation=where.id)
    ]
    return tuple(sorted(found, key=lambda p: (-p.ads * log(p.lift), p.skills))[:MOST_PAIRS])


def _turnover(built: Built, cell: Mapping[str, str]) -> Turnover | None:
    """The newest year against the one before it."""
    newest = _newest(built)
    if newest is None:
        return None
    middle, first = _months_back(newest, CHANGE_MONTHS), _months_back(newest, 2 * CHANGE_MONTHS)
    sizes, rows = built.rows("cells", **cell), built.rows("skills", **cell)

    def period(start: date, end: date | None) -> tuple[int, dict[str, int]]:
        def inside(row: Row) -> bool:
            return row["month"] is not None and row["month"] >= start and (end is None or row["month"] < end)

        counts = _summed(filter(inside, rows), "skill")
        return sum(r["ads"] for r in filter(inside, sizes)), {r["skill"]: r["ads"] for r in counts}

    before, after = period(first, middle), period(middle, None)
    return turnover(before, after, years=1.0)
