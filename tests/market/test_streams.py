"""Files of many ads are read piece by piece, and what is broken in them is said beside what is not."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from credlens.market.adfile import AdFile, collect
from credlens.market.formats import AD_FORMATS, csv_table, json_file, json_lines, parquet
from credlens.model.posting import Posting
from credlens.skills import decode_stream

LONG = "We look for somebody who reads and writes SQL every day."


def of(name: str, data: bytes) -> AdFile:
    return collect(AD_FORMATS[name](io.BytesIO(data), f"a.{name}"))


class Endless(io.RawIOBase):
    """A file that goes on for ever; it knows how much of it was read."""

    def __init__(self, start: bytes, line: bytes) -> None:
        self.passed = 0
        self._left, self._line = start, line

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "nobody may ask for all of it"
        while len(self._left) < size:
            self._left += self._line
        data, self._left = self._left[:size], self._left[size:]
        self.passed += len(data)
        return data


@pytest.mark.parametrize(
    ("name", "start", "line"),
    [
        ("jsonl", b"", json.dumps({"text": LONG}).encode() + b"\n"),
        ("csv", b"title,description\n", f'Analyst,"{LONG}\n\nAnd more"\n'.encode()),
        ("json", b'{"by": "x", "jobs": [{}', b', {"text": "' + LONG.encode() + b'"}'),
    ],
)
def test_ads_come_before_the_file_ends(name: str, start: bytes, line: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_stream, "CHUNK", 4096)
    monkeypatch.setattr(json_file, "HELD", 4096)
    source = Endless(start, line)
    events = AD_FORMATS[name](cast("BinaryIO", source), "a")
    found = [event for event, _ in zip(events, range(2000), strict=False) if isinstance(event, Posting)]
    assert len(found) >= 1900
    assert {ad.text[: len(LONG)] for ad in found} == {LONG}
    assert source.passed < len(start) + 2101 * len(line) + 10 * 4096


def test_names_that_only_a_later_record_of_the_first_hundred_has_are_known() -> None:
    lines = [{"body": ""}] * 60 + [{"body": LONG, "company": "Acme"}] * 2
    found = of("jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert [(ad.employer, ad.where) for ad in found.postings] == [("Acme", "a.jsonl:61"), ("Acme", "a.jsonl:62")]
    assert len(found.problems) == 60


def test_three_broken_lines_of_a_thousand_are_three_problems() -> None:
    lines = [json.dumps({"text": f"{LONG} {n}"}) for n in range(1000)]
    lines[0] = lines[499] = lines[999] = '{"text": '
    found = of("jsonl", "\n".join(lines).encode())
    assert len(found.postings) == 997
    assert [p.where for p in found.problems] == ["a.jsonl:1", "a.jsonl:500", "a.jsonl:1000"]
    assert found.notes[-1].endswith("997 records")


def large(monkeypatch: pytest.MonkeyPatch, text: str) -> AdFile:
    """A JSON file read as the largest ones are."""
    monkeypatch.setattr(json_file, "HELD", 10)
    return of("json", text.encode())


@pytest.mark.parametrize(
    "value",
    [
        [{"description": LONG}, {"description": LONG, "n": 1.5, "deep": {"x": [1, {"y": None}]}}, 7],
        {"count": 2, "jobs": [{"description": LONG}]},
        {"company": "Acme", "data": {"results": [{"job": {"description": LONG}}]}},
        {"tags": [{"a": 1}], "jobs": ["x"], "items": [{"description": LONG}]},
        {"stuff": [{"description": LONG}], "other": "x" * 20},
        [{"description": LONG, "company": float("nan"), "pay": [1, float("-inf")]}] * 9,
    ],
)
def test_a_large_json_file_is_read_as_a_small_one(value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps(value)
    assert large(monkeypatch, text) == of("json", text.encode())


def test_a_large_json_file_that_breaks_off_gives_what_stands_before(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({"jobs": [{"description": f"{LONG} {n}"} for n in range(5)]})
    found = large(monkeypatch, text[:-40])
    assert len(found.postings) == 4
    assert [p.where for p in found.problems] == ["a.json:jobs[4]"]
    assert "not JSON" in found.problems[0].message
    assert "the 4 before it are read" in found.problems[0].what_to_do


@pytest.mark.parametrize("text", ["{broken json here", "[" * 5000 + "]" * 5000, '{"a":' * 2000, "[" + '{"a":[' * 400])
def test_a_large_json_file_of_nonsense_is_a_problem(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = large(monkeypatch, text)
    assert found.postings == ()
    assert found.problems[0].where.startswith("a.json")


def test_a_large_json_file_in_another_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "HELD", 10)
    text = json.dumps([{"description": f"{LONG} In Zürich."}], ensure_ascii=False)
    assert of("json", text.encode("utf-16")).postings[0].text.endswith("Zürich.")
    found = of("json", text.encode("cp1252"))
    assert found.postings[0].text.endswith("Zürich.")
    assert "Windows-1252" in found.notes[-1]


def test_a_table_that_breaks_off_inside_a_cell_gives_the_rows_before() -> None:
    found = of("csv", f'title,description,url\nA,"{LONG}",x\nB,"{LONG} and the'.encode())
    assert [ad.title for ad in found.postings] == ["A"]
    assert [(p.where, "never closed" in p.message) for p in found.problems] == [("a.csv:row 2", True)]


def test_a_table_that_breaks_off_before_its_last_cells_gives_the_rows_before() -> None:
    found = of("csv", f"title,description,url\nA,{LONG},x\nB,{LONG} and".encode())
    assert [ad.title for ad in found.postings] == ["A"]
    assert "after 2 of 3 cells" in found.problems[0].message
    whole = of("csv", f"description,title,url\n{LONG},A".encode())
    assert [ad.title for ad in whole.postings] == ["A"], "its text is all there"


def test_rows_with_half_of_the_cells_are_read() -> None:
    found = of("csv", f"description,title,company,city\n{LONG}\n{LONG},B\n".encode())
    assert [(ad.title, ad.employer) for ad in found.postings] == [("", None), ("B", None)]
    assert found.problems == ()


def table(rows: list[dict[str, Any]], size: int = 100) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=size, compression="none")
    return out.getvalue()


def test_a_parquet_table_is_read_like_any_other() -> None:
    rows = [
        {"Job Title": "Analyst", "Job Description": LONG, "posted": date(2026, 3, 4), "vector": [0.5] * 3},
        {"Job Title": "Clerk", "Job Description": None, "posted": None, "vector": None},
    ]
    found = of("parquet", table(rows))
    assert [(ad.title, ad.text, ad.posted, ad.where) for ad in found.postings] == [
        ("Analyst", LONG, date(2026, 3, 4), "a.parquet:row 1")
    ]
    assert [p.where for p in found.problems] == ["a.parquet:row 2"]
    assert found.notes[0].endswith("'Job Title' as the title, 'posted' as the date; 2 rows")


def test_a_parquet_table_is_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 2)
    data = table([{"text": f"{LONG} {n}"} for n in range(7)], size=3)
    assert [ad.where for ad in of("parquet", data).postings] == [f"a.parquet:row {n}" for n in range(1, 8)]


def test_text_stored_as_bytes_and_times_finer_than_a_microsecond_are_read() -> None:
    columns = {
        "text": pa.array([LONG.encode()], pa.binary()),
        "posted": pa.array([1772618400000000001], pa.timestamp("ns")),
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    (ad,) = of("parquet", out.getvalue()).postings
    assert (ad.text, str(ad.posted)) == (LONG, "2026-03-04")


def test_a_damaged_part_of_a_parquet_file_is_a_problem_and_the_others_are_read() -> None:
    data = bytearray(table([{"text": f"{LONG} {n}"} for n in range(200)]))
    data[4:60] = b"\xff" * 56
    found = of("parquet", bytes(data))
    assert [p.where for p in found.problems] == ["a.parquet:rows 1-100"]
    assert len(found.postings) == 100


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (table([{"text": LONG}])[:-10], "cannot be read"),
        (b"PAR1", "cannot be read"),
        (b"text\nhello", "not Parquet"),
        (table([{"stuff": 1, "other": "x"}]), "'stuff', 'other'"),
        (table([]), "no rows"),
    ],
)
def test_a_parquet_file_without_ads_is_a_problem(data: bytes, words: str) -> None:
    found = of("parquet", data)
    assert found.postings == ()
    assert words in found.problems[0].message
    assert found.problems[0].what_to_do


def test_a_parquet_file_from_a_pipe_is_held_whole() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    events: Iterator[Any] = parquet.read(Pipe(table([{"text": LONG}])), "a")
    assert len(collect(events).postings) == 1


def test_what_a_file_says_once_holds_for_all_its_ads() -> None:
    value = {"company": "Acme", "scraped_at": "2026-03-05", "jobs": [{"text": LONG, "posted": "1 day ago"}]}
    found = of("json", json.dumps(value).encode())
    assert [(ad.employer, str(ad.posted)) for ad in found.postings] == [("Acme", "2026-03-04")]
    assert any("'Acme', which the file names once" in note for note in found.notes)


def test_the_order_of_days_is_taken_from_the_whole_column_and_said() -> None:
    rows = "".join(f'"{LONG}",{day}\n' for day in ("03/04/2026", "03/31/2026", "soon"))
    found = of("csv", f"text,date posted\n{rows}".encode())
    assert [str(ad.posted) for ad in found.postings] == ["2026-03-04", "2026-03-31", "None"]
    assert [note.partition(": ")[2][:34] for note in found.notes[1:]] == [
        "dates such as '03/04/2026' are rea",
        "1 of 3 dates could not be read and",
    ]


@pytest.mark.parametrize("module", [csv_table, json_lines])
def test_a_table_or_list_of_lines_in_another_encoding_says_so(module: Any) -> None:
    text = (
        f'description\n"{LONG} Café"\n'
        if module is csv_table
        else json.dumps({"text": f"{LONG} Café"}, ensure_ascii=False)
    )
    found = collect(module.read(io.BytesIO(text.encode("cp1252")), "a"))
    assert found.postings[0].text.endswith("Café")
    assert "Windows-1252" in found.notes[-1]
