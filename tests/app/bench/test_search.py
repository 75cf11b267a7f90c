"""The clock is a door, so that what the bench says of it can be checked."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.catalog_making import COLUMNS, WORDS, Parts, as_csv, parts, rows
from credlens.app.bench.search import EACH, LIMITS, SearchBench, Times, queries, search
from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.model.errors import UserError

SIZE = 40


@pytest.fixture(scope="module")
def made_of(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    return parts(Knowledge(open_home(tmp_path_factory.mktemp("home"))))


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> SearchBench:
    """A bench whose clock goes on by half a second each time it is asked."""
    ticks = count()
    home = open_home(tmp_path_factory.mktemp("bench") / "home")
    ports = replace(home, cpu_seconds=lambda: next(ticks) / 2, peak_memory=lambda: 5_000_000)
    return search(ports, size=SIZE, each=2, peers={"other": len})


def test_figures(measured: SearchBench) -> None:
    found = measured.to_json()
    assert found["records"] == SIZE
    assert (found["import_seconds"], found["records_per_second"]) == (0.5, 2 * SIZE)
    assert (found["p50_ms"], found["p99_ms"], found["max_ms"], found["first_ms"]) == (500, 500, 500, 500)
    assert found["file_mb"] > 0
    assert found["peak_memory_mb"] == 5.0
    assert found["searches"] == 2 * len(found["kinds"]) == 24
    common = found["kinds"]["commonest_word"]
    assert (common["n"], common["p50_ms"]) == (2, 500)
    assert common["finds"] > 0
    assert found["kinds"]["not_together"]["finds"] > 0
    assert found["kinds"]["everything_and_facets"]["finds"] > 0
    assert found["peers"]["other"]["two_words"]["ratio"] == 1.0
    assert set(found["kinds"]) - set(found["peers"]["other"]) == {
        "commonest_word_and_facets",
        "words_hours_and_cost",
        "everything_and_facets",
    }


def test_limits_are_said_to_be_kept_or_not(measured: SearchBench) -> None:
    limits = measured.to_json()["limits"]
    assert {name: limit["asked"] for name, limit in limits.items()} == LIMITS
    assert {name: limit["kept"] for name, limit in limits.items()} == {
        "import_seconds": True,
        "p50_ms": False,
        "p99_ms": False,
        "file_mb": True,
    }


def test_times() -> None:
    hundred = Times(tuple(float(n) for n in range(1, 101)))
    assert hundred.to_json() == {"n": 100, "p50_ms": 51.0, "p99_ms": 100.0, "max_ms": 100.0}
    assert Times((3.0,)).to_json() == {"n": 1, "p50_ms": 3.0, "p99_ms": 3.0, "max_ms": 3.0}


@pytest.mark.parametrize("asked", [{"size": 0}, {"each": 0}])
def test_nothing_to_measure(tmp_path: Path, asked: dict[str, int]) -> None:
    with pytest.raises(UserError):
        search(open_home(tmp_path), **asked)


def test_a_home_in_use_is_left_alone(tmp_path: Path) -> None:
    ports = open_home(tmp_path)
    ports.store()
    with pytest.raises(UserError, match="in use"):
        search(ports, size=1)


def test_what_is_made_is_the_same_each_time_and_like_a_catalog(made_of: Parts) -> None:
    made = list(rows(made_of, 300))
    assert made == list(rows(made_of, 300))
    assert len({r["id"] for r in made}) == 300
    assert all(tuple(r) == COLUMNS for r in made)
    assert all(WORDS[0] <= len(r["description"].split()) <= WORDS[1] for r in made)
    assert all(r["provider"] in made_of.providers for r in made)
    assert {bool(r["hours"]) for r in made} == {bool(r["price"]) for r in made} == {True, False}
    assert not any(r["price"] and r["price_per_month"] for r in made)


def test_words_follow_zipfs_law(made_of: Parts) -> None:
    counts = Counter(w for r in rows(made_of, 1000) for w in r["description"].split())
    first, second, tenth = (counts[made_of.words[n]] for n in (0, 1, 9))
    assert first / second == pytest.approx(2, rel=0.1)
    assert first / tenth == pytest.approx(10, rel=0.1)
    assert len(counts) > 5_000


def test_a_table_is_read_back(made_of: Parts) -> None:
    made = list(rows(made_of, 20))
    assert list(csv.DictReader(io.StringIO(as_csv(made)))) == made


def test_queries_are_the_same_each_time(made_of: Parts) -> None:
    records = list(islice(rows(made_of, 500), 500))
    asked: dict[str, Any] = queries(records, EACH)
    assert asked == queries(records, EACH)
    assert {len(every) for every in asked.values()} == {EACH}
    assert {len(q.words.split()) for q in asked["three_words"]} == {3}
    assert len({q.words for q in asked["rare_word"]}) > 40
