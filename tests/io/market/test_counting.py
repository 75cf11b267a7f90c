"""The tables of the market, counted by the local engine's SQL out of a handful of ads, and by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.app.market.order import ADS
from credlens.io.market.local import LocalEngine
from credlens.io.market.work import DiskWork
from credlens.market import tables
from credlens.market.kernel import MENTIONS
from credlens.model.errors import OutsideError

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
DAYS = pa.table({"month": pa.array([JAN, FEB], pa.date32()), "quarter": pa.array([8104, 8104], pa.int32())})

# source, occupation, region, month, employer, cluster, text: ad 0 in New York (and so in the US), again in February; two others
ADS_ROWS = (
    ("s", "analyst", "US-NY", JAN, "acme", 0, "t0"),
    ("s", "analyst", "US", JAN, "acme", 0, "t0"),
    ("s", "analyst", "US-NY", FEB, "acme", 0, "t0"),
    ("s", "analyst", "US", FEB, "acme", 0, "t0"),
    ("s", "analyst", "", None, None, 1, "t1"),
    ("other", "nurse", "DE", JAN, "beta", 2, "t2"),
)
# text, kind, key, firmness, level, instead
MENTION_ROWS = (
    ("t0", "skill", "sql", 2, 3, 0),
    ("t0", "skill", "r", 1, 1, 0),
    ("t0", "degree", "bachelor", 2, 0, 1),
    ("t0", "credential", "pl-300", 1, 0, 0),
    ("t1", "skill", "sql", 0, 0, 0),
    ("t1", "degree", "bachelor", 2, 0, 0),
    ("t2", "licence", "RN", 2, 0, 0),
)


def _table(rows: Iterable[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema)


def _count(folder: Path, ads: Iterable[tuple[Any, ...]], mentions: Iterable[tuple[Any, ...]]) -> DiskWork:
    work = DiskWork(folder)
    work.put("ads", _table(ads, ADS))
    work.put("days", DAYS)
    work.put("mentions-000001", _table(mentions, MENTIONS))
    LocalEngine(folder, work).count(tables.STEPS, tables.TABLES)
    return work


def _rows(work: DiskWork, table: str, *columns: str, **equal: object) -> list[tuple[Any, ...]]:
    found = [r for r in work.get(table).to_pylist() if all(r[k] == v for k, v in equal.items())]
    return [tuple(r[c] for c in columns) for r in found]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> DiskWork:
    return _count(tmp_path_factory.mktemp("work"), ADS_ROWS, MENTION_ROWS)


def test_an_ad_counts_once_in_each_cell_and_month(work: DiskWork) -> None:
    cells = _rows(work, "cells", "region", "month", "ads", "employers", occupation="analyst")

    assert sorted(cells, key=str) == sorted(
        [
            ("", None, 1, 0),
            ("*", JAN, 1, 1), ("*", FEB, 1, 1), ("*", None, 1, 0),
            ("US", JAN, 1, 1), ("US", FEB, 1, 1),
            ("US-NY", JAN, 1, 1), ("US-NY", FEB, 1, 1),
        ],
        key=str,
    )  # fmt: skip


def test_without_the_month_an_employer_of_two_months_is_one(work: DiskWork) -> None:
    whole = _rows(work, "cells_whole", "ads", "employers", "first_month", "last_month", occupation="*", region="*")

    assert whole == [(4, 2, JAN, FEB)]


def test_a_skill_is_counted_with_its_firmness_and_level(work: DiskWork) -> None:
    columns = ("skill", "ads", "required", "said", "employers", "level_1", "level_3")

    assert _rows(work, "skills_whole", *columns, occupation="analyst", region="*") == [
        ("r", 2, 0, 2, 1, 2, 0),
        ("sql", 3, 2, 2, 1, 0, 2),
    ]


def test_a_degree_is_firm_only_where_experience_will_not_do(work: DiskWork) -> None:
    assert _rows(work, "degrees", "month", "level", "firm", "instead", occupation="analyst", region="*") == [
        (JAN, "bachelor", 0, 1),
        (FEB, "bachelor", 0, 1),
        (None, "bachelor", 1, 0),
    ]


def test_licences_and_credentials_have_tables_of_their_own(work: DiskWork) -> None:
    assert _rows(work, "licences", "licence", "ads", "required", occupation="*", region="*") == [("RN", 1, 1)]
    assert _rows(work, "credentials_whole", "credential", "ads", "employers", occupation="*", region="*") == [
        ("pl-300", 2, 1)
    ]


def test_ads_are_counted_by_employer_those_of_nobody_known_together(work: DiskWork) -> None:
    assert _rows(work, "employer_ads", "employer", "ads", occupation="analyst") == [("acme", 2), (None, 1)]
    assert _rows(work, "employer_skills", "employer", "ads", occupation="analyst", skill="sql") == [
        ("acme", 2),
        (None, 1),
    ]


def test_trends_are_counted_by_source_and_only_where_there_is_a_date(work: DiskWork) -> None:
    assert _rows(work, "quarters", "source", "occupation", "quarter", "n") == [
        ("other", "*", 8104, 1),
        ("s", "*", 8104, 2),
        ("s", "analyst", 8104, 2),
        ("other", "nurse", 8104, 1),
    ]
    assert _rows(work, "series", "source", "skill", "k", occupation="*") == [("s", "r", 2), ("s", "sql", 2)]


def test_pairs_are_counted_where_an_occupation_has_enough_ads(tmp_path: Path) -> None:
    ads = [("s", "analyst", "", JAN, None, i, f"t{i}") for i in range(30)]
    mentions = [(f"t{i}", "skill", skill, 0, 0, 0) for i in range(30) for skill in ("sql", "r")[: 1 + (i < 12)]]

    work = _count(tmp_path, ads, mentions)

    assert _rows(work, "pairs", "skill", "other", "ads", "skill_ads", "other_ads", "n", occupation="analyst") == [
        ("r", "sql", 12, 12, 30, 30)
    ]


def test_near_duplicates_speak_once_with_the_first_text(tmp_path: Path) -> None:
    ads = [("s", "analyst", "", JAN, "acme", 0, "t1"), ("s", "analyst", "", JAN, "acme", 0, "t0")]
    mentions = [("t0", "skill", "sql", 0, 0, 0), ("t1", "skill", "r", 0, 0, 0)]

    assert _rows(_count(tmp_path, ads, mentions), "skills_whole", "skill", "ads", occupation="analyst", region="*") == [
        ("sql", 1)
    ]


ads = st.lists(
    st.tuples(
        st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from(["", "US"]), st.sampled_from([JAN, FEB, None]),
        st.sampled_from([None, "e", "f"]), st.integers(0, 5), st.sampled_from(["t0", "t1", "t2"]),
    ),
    max_size=12,
)  # fmt: skip


@given(ads)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_equal_those_of_a_plain_loop(
    tmp_path_factory: pytest.TempPathFactory, ads: list[tuple[Any, ...]]
) -> None:
    """An occupation's ads are its distinct (cluster, month); a skill's those whose first text names it."""
    work = _count(tmp_path_factory.mktemp("w"), ads, MENTION_ROWS)
    named = {t for t, kind, key, *_ in MENTION_ROWS if (kind, key) == ("skill", "sql")}

    for occupation in "xy":
        first: dict[tuple[int, date | None], str] = {}
        for _, job, _, month, _, cluster, text in ads:
            if job == occupation:
                first[cluster, month] = min(text, first.get((cluster, month), text))
        counted = _rows(work, "cells_whole", "ads", occupation=occupation, region="*")
        sql = _rows(work, "skills_whole", "ads", occupation=occupation, region="*", skill="sql")
        assert counted == ([(len(first),)] if first else [])
        assert sql == ([(n,)] if (n := sum(t in named for t in first.values())) else [])


def test_a_count_that_was_stopped_begins_again(tmp_path: Path) -> None:
    work = _count(tmp_path, ADS_ROWS, MENTION_ROWS)
    (tmp_path / "count.duckdb").write_bytes(b"half a file")

    LocalEngine(tmp_path, work).count(tables.STEPS, {"cells": tables.TABLES["cells"]})

    assert _rows(work, "cells", "ads", occupation="nurse", region="*") == [(1,)]


def test_a_query_that_cannot_run_is_told(tmp_path: Path) -> None:
    work = _count(tmp_path, ADS_ROWS, MENTION_ROWS)

    with pytest.raises(OutsideError, match="The ads cannot be counted"):
        LocalEngine(tmp_path, work).count({}, {"cells": "SELECT nothing FROM nowhere"})
