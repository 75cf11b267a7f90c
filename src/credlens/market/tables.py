"""The market's tables, counted in SQL that DuckDB and Spark SQL both run: only standard joins, unions and aggregates.

Given are three tables:

- ``ads``: one row for each place of each ad: source, occupation, region (empty when not told), month (first day; null when not told),
  employer (key; null when not told), cluster (ads that are the same ad), text (digest).
- ``mentions``: what each text asks for (:data:`credlens.market.kernel.MENTIONS`).
- ``days``: one row for each month: month, quarter (year * 4 + quarter, from 0).

An ad is counted once in each cell and month, however many places or near-duplicates it has there: what comes again in a later month is asked
for again. ``*`` stands for all occupations and all regions.
"""

from __future__ import annotations

FORMAT = 1
"""Raised when the tables or what leads to them change: a market built before is then built anew."""

ALL = "*"
PAIRS_FROM = 30  # of fewer ads pairs say nothing
PAIR_ADS = 5  # fewer may be one writer's habit

_LEVELS = ", ".join(f"CAST(SUM(CASE WHEN m.level = {i} THEN 1 ELSE 0 END) AS BIGINT) AS level_{i}" for i in range(1, 5))
_FIRM = """COUNT(*) AS ads, CAST(SUM(CASE WHEN m.firmness = 2 THEN 1 ELSE 0 END) AS BIGINT) AS required,
    CAST(SUM(CASE WHEN m.firmness > 0 THEN 1 ELSE 0 END) AS BIGINT) AS said, COUNT(DISTINCT c.employer) AS employers"""


def _cells(kind: str, name: str, more: str = "", by: str = "c.occupation, c.region, c.month") -> str:
    """How often things of a kind are asked for, in each cell."""
    return f"""
SELECT {by}, m.key AS {name}, {_FIRM}{more}
FROM counted c JOIN mentions m ON m.text = c.text
WHERE m.kind = '{kind}'
GROUP BY {by}, m.key
ORDER BY {by}, {name}
"""


_WHOLE = "c.occupation, c.region"  # without the month: an employer of two months is one employer

STEPS: dict[str, str] = {
    # Each ad once a cell and month; of near-duplicates the first text speaks for all.
    "counted": f"""
WITH spread AS (
    SELECT occupation, region, month, employer, cluster, text FROM ads
    UNION ALL SELECT occupation, '{ALL}', month, employer, cluster, text FROM ads
    UNION ALL SELECT '{ALL}', region, month, employer, cluster, text FROM ads
    UNION ALL SELECT '{ALL}', '{ALL}', month, employer, cluster, text FROM ads
)
SELECT occupation, region, month, cluster, MIN(employer) AS employer, MIN(text) AS text
FROM spread
GROUP BY occupation, region, month, cluster
""",
    # The same by source and quarter, for trends: each source is its own mixture of ads.
    "sourced": f"""
WITH spread AS (
    SELECT a.source, a.occupation, d.quarter, a.month, a.cluster, a.text FROM ads a JOIN days d ON d.month = a.month
    UNION ALL
    SELECT a.source, '{ALL}', d.quarter, a.month, a.cluster, a.text FROM ads a JOIN days d ON d.month = a.month
)
SELECT source, occupation, quarter, month, cluster, MIN(text) AS text
FROM spread
GROUP BY source, occupation, quarter, month, cluster
""",
}
"""Helping tables, in the order they are made; they are not kept."""

TABLES: dict[str, str] = {
    "cells": """
SELECT occupation, region, month, COUNT(*) AS ads, COUNT(DISTINCT employer) AS employers
FROM counted
GROUP BY occupation, region, month
ORDER BY occupation, region, month
""",
    "cells_whole": """
SELECT occupation, region, COUNT(*) AS ads, COUNT(DISTINCT employer) AS employers, MIN(month) AS first_month, MAX(month) AS last_month
FROM counted
GROUP BY occupation, region
ORDER BY occupation, region
""",
    "skills": _cells("skill", "skill", f", {_LEVELS}"),
    "skills_whole": _cells("skill", "skill", f", {_LEVELS}", _WHOLE),
    "degrees": _cells(
        "degree",
        "level",
        ", CAST(SUM(CASE WHEN m.firmness = 2 AND m.instead = 0 THEN 1 ELSE 0 END) AS BIGINT) AS firm, CAST(SUM(m.instead) AS BIGINT) AS instead",
    ),
    "licences": _cells("licence", "licence"),
    "credentials": _cells("credential", "credential"),
    "credentials_whole": _cells("credential", "credential", by=_WHOLE),
    # One employer's ads are alike: shares are judged by employer, too. Null stands for ads that name none.
    "employer_ads": f"""
SELECT occupation, employer, COUNT(*) AS ads
FROM counted
WHERE region = '{ALL}'
GROUP BY occupation, employer
ORDER BY occupation, employer
""",
    "employer_skills": f"""
SELECT c.occupation, c.employer, m.key AS skill, COUNT(*) AS ads
FROM counted c JOIN mentions m ON m.text = c.text
WHERE m.kind = 'skill' AND c.region = '{ALL}'
GROUP BY c.occupation, c.employer, m.key
ORDER BY c.occupation, skill, c.employer
""",
    "pairs": f"""
WITH whole AS (
    SELECT occupation, COUNT(*) AS n FROM counted WHERE region = '{ALL}' GROUP BY occupation HAVING COUNT(*) >= {PAIRS_FROM}
), named AS (
    SELECT c.occupation, c.cluster, c.month, m.key AS skill
    FROM counted c JOIN mentions m ON m.text = c.text JOIN whole w ON w.occupation = c.occupation
    WHERE m.kind = 'skill' AND c.region = '{ALL}'
), single AS (
    SELECT occupation, skill, COUNT(*) AS k FROM named GROUP BY occupation, skill
), both_named AS (
    SELECT a.occupation, a.skill AS skill, b.skill AS other, COUNT(*) AS k
    FROM named a JOIN named b
        ON a.occupation = b.occupation AND a.cluster = b.cluster AND a.month IS NOT DISTINCT FROM b.month AND a.skill < b.skill
    GROUP BY a.occupation, a.skill, b.skill
    HAVING COUNT(*) >= {PAIR_ADS}
)
SELECT p.occupation, p.skill, p.other, p.k AS ads, x.k AS skill_ads, y.k AS other_ads, w.n AS n
FROM both_named p
JOIN single x ON x.occupation = p.occupation AND x.skill = p.skill
JOIN single y ON y.occupation = p.occupation AND y.skill = p.other
JOIN whole w ON w.occupation = p.occupation
ORDER BY p.occupation, p.skill, p.other
""",
    "quarters": """
SELECT source, occupation, quarter, COUNT(*) AS n
FROM sourced
GROUP BY source, occupation, quarter
ORDER BY occupation, source, quarter
""",
    "series": """
SELECT s.source, s.occupation, s.quarter, m.key AS skill, COUNT(*) AS k
FROM sourced s JOIN mentions m ON m.text = s.text
WHERE m.kind = 'skill'
GROUP BY s.source, s.occupation, s.quarter, m.key
ORDER BY s.occupation, skill, s.source, s.quarter
""",
}
"""The tables that are kept, as Parquet, each sorted by what it is looked up by."""
