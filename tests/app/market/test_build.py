"""Building a market: what is said of it, and that a build that is stopped goes on."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from credlens.app.market.build import build
from credlens.app.market.demand import demand
from credlens.app.market.trend import trend
from credlens.io.home import open_home
from credlens.market.tables import TABLES
from credlens.model.errors import InputError, UserError

from .conftest import TODAY, BuiltMarket, rows


def test_what_was_read_merged_and_rejected_is_said(market: BuiltMarket) -> None:
    about = market.result.about
    ads, counts = about["sources"]

    assert (ads["name"], ads["read"], ads["texts"], ads["dated"], ads["rejected"]) == ("ads.csv", 42, 40, 42, 1)
    assert (ads["first"], ads["last"]) == ("2024-01-03", "2026-12-03")
    assert (counts["name"], counts["counts"], counts["read"]) == ("counts.csv", 80, 0)
    assert (about["read"], about["same_text"], about["near"]) == (42, 2, 0)
    assert about["counted"] == 41, "the same ad in two cities is one, a year later it is another"
    assert about["employers"] == 3, "KELP FOODS is Kelp Foods Inc."
    assert (about["again"], about["with_region"], about["dated"]) == (1, 41, 41)
    assert about["one_employer"] == []
    (problem,) = market.result.problems
    assert problem.where.endswith("ads.csv:row 43")


def test_every_table_is_there_as_parquet(market: BuiltMarket, tmp_path: Path) -> None:
    market.ports.market.copy(tmp_path)

    names = {p.stem for p in tmp_path.glob("*.parquet")}
    assert names == {*TABLES, "occupations", "term_counts"}
    assert pq.read_table(tmp_path / "term_counts.parquet").num_rows == 80


def test_building_again_gives_the_same_tables(market: BuiltMarket, tmp_path: Path) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    market.ports.market.copy(first)

    build(open_home(tmp_path / "home", today=TODAY), [market.ads, market.ads.parent / "counts.csv"], out=again)

    for path in sorted(first.glob("*.parquet")):
        assert pq.read_table(path) == pq.read_table(again / path.name), path.name


def test_a_build_that_is_killed_goes_on_and_ends_alike(market: BuiltMarket, tmp_path: Path) -> None:
    home, whole, resumed = tmp_path / "home", tmp_path / "whole", tmp_path / "resumed"
    market.ports.market.copy(whole)
    command = [
        sys.executable,
        "-m",
        "credlens.cli.main",
        "market",
        "build",
        str(market.ads),
        str(market.ads.parent / "counts.csv"),
    ]
    script = [sys.executable, "-c", "from credlens.cli.main import main; main()", *command[3:], "--home", str(home)]
    process = subprocess.Popen(script, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not list(home.glob("market/work-*/texts-*")):
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert open_home(home).market.about() is None

    result = build(open_home(home, today=TODAY), [market.ads, market.ads.parent / "counts.csv"], out=resumed)

    assert result.about["read"] == 42
    for path in sorted(whole.glob("*.parquet")):
        assert pq.read_table(path) == pq.read_table(resumed / path.name), path.name
    assert [p.name for p in (home / "market").glob("work-*")] == []


def test_files_without_an_ad_are_told_and_the_market_before_stays(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.csv"
    nothing.write_text("colour,size\nred,3\n", encoding="utf-8")
    ports = open_home(tmp_path / "home", today=TODAY)

    with pytest.raises(InputError, match="No column is known to hold the text of an ad"):
        build(ports, [nothing])

    assert ports.market.about() is None


def test_a_table_of_counts_alone_is_a_market_for_trends(market: BuiltMarket, tmp_path: Path) -> None:
    ports = open_home(tmp_path / "home", today=TODAY)

    result = build(ports, [market.ads.parent / "counts.csv"])

    assert (result.about["read"], result.about["sources"][0]["counts"]) == (0, 80)
    assert trend(ports, "kubernetes", last=None).trend.first == "2015-Q1"


@pytest.mark.usefixtures("read_here")
def test_what_could_not_be_read_is_told_by_kind(tmp_path: Path) -> None:
    lines = [
        "{broken",
        *(json.dumps({"text": f"{i}"}) for i in range(300)),
        json.dumps({"text": "We need an analyst who knows SQL well."}),
    ]
    (tmp_path / "ads.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ports = open_home(tmp_path / "home", today=TODAY)

    with pytest.raises(InputError) as caught:
        build(ports, [tmp_path / "ads.jsonl"])
    assert len(caught.value.problems) <= 1000

    with (tmp_path / "ads.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("\n" + json.dumps({"text": "We need an analyst who knows SQL and Excel well, to help our bank."}))
    about = build(ports, [tmp_path / "ads.jsonl"]).about
    assert about["read"] == 1
    assert next((r["times"], r["where"].rpartition("/")[2]) for r in about["rejects"]) == (1, "ads.jsonl:1")
    assert sum(r["times"] for r in about["rejects"]) == about["rejected"] == 302


@pytest.mark.usefixtures("read_here")
def test_a_source_that_names_no_employer_counts_as_one(tmp_path: Path) -> None:
    rows = [
        f"Data analyst,We need analyst number {i} {chr(97 + i) * 5} who knows SQL and Excel." for i in range(26)
    ] * 2
    (tmp_path / "one.csv").write_text("title,text\n" + "\n".join(rows) + "\n", encoding="utf-8")
    ports = open_home(tmp_path / "home", today=TODAY)

    about = build(ports, [tmp_path / "one.csv"]).about

    assert about["one_employer"] == ["one.csv"]
    assert about["employers"] == 0
    sql = demand(ports, "data analyst").bunched["sql"]
    assert sql.n == 26
    assert sql.effective_n < 15, "ads of one employer say less than as many of different ones"


@pytest.mark.usefixtures("read_here")
def test_two_sources_of_one_name_stay_two(tmp_path: Path) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
        text = f"We need an analyst for our {folder} team who knows SQL and Excel well."
        (tmp_path / folder / "ads.csv").write_text(f"title,text\nData analyst,{text}\n", encoding="utf-8")

    result = build(
        open_home(tmp_path / "home", today=TODAY), [tmp_path / "old" / "ads.csv", tmp_path / "new" / "ads.csv"]
    )

    assert [s["name"] for s in result.about["sources"]] == ["ads.csv", str(tmp_path / "new" / "ads.csv")]


def test_an_unknown_engine_is_refused_before_anything_is_read(market: BuiltMarket, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no engine called 'steam'"):
        build(open_home(tmp_path / "home", today=TODAY), [market.ads], engine="steam")


def test_ads_of_three_cities_are_in_three_cells_and_once_in_all(market: BuiltMarket) -> None:
    whole = {r["region"]: r["ads"] for r in market.ports.market.table("cells_whole", occupation="*").to_pylist()}

    assert whole == {"*": 41, "US": 37, "US-NY": 37, "US-TX": 1, "DE": 4}
    assert len(rows()) == 42


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("credlens.io.market.local:LocalEngine", "read"),
        ("credlens.app.market.build", "put_in_order"),
        ("credlens.io.market.local:LocalEngine", "count"),
        ("credlens.io.market.store:DiskMarket", "finish"),
    ],
)
def test_a_build_that_stops_at_any_step_goes_on_and_ends_alike(
    market: BuiltMarket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, name: str
) -> None:
    """The step fails the first time; the second build does not read again what the first has read."""
    whole, resumed = tmp_path / "whole", tmp_path / "resumed"
    market.ports.market.copy(whole)
    ports = open_home(tmp_path / "home", today=TODAY)
    paths = [market.ads, market.ads.parent / "counts.csv"]
    owner = pkgutil.resolve_name(place)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, _stop)
        with pytest.raises(KeyboardInterrupt):
            build(ports, paths)
    assert ports.market.about() is None

    with monkeypatch.context() as patch:
        patch.setattr("credlens.app.market.build.Intake", _stop)
        build(ports, paths, out=resumed)

    for path in sorted(whole.glob("*.parquet")):
        assert pq.read_table(path) == pq.read_table(resumed / path.name), path.name


def _stop(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
