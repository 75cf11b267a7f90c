from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from credlens.app.ads import first_ad, read_paths, stream
from credlens.app.ports import NamedBytes, Ports
from credlens.market.adfile import Note
from credlens.model.errors import InputError, Problem
from credlens.model.posting import Posting

LONG = "We look for somebody who reads and writes SQL every day, and who tells others what came out of it."
TEMPLATE = " ".join(f"You plan and check the work of team {n} every week." for n in range(30))


def write(folder: Path, name: str, *texts: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps({"title": "Analyst", "employer": "Acme", "text": t}) for t in texts), "utf-8")
    return path


def test_what_is_in_a_folder_comes_one_at_a_time_with_the_name_of_its_file(ports: Ports, tmp_path: Path) -> None:
    write(tmp_path, "ads/b.jsonl", f"{LONG} B", "short")
    write(tmp_path, "ads/a.jsonl", f"{LONG} A")
    (tmp_path / "ads" / "picture.png").write_bytes(b"\x89PNG")
    found = [(Path(name).name, type(event)) for name, event in stream(ports, [tmp_path / "ads"])]
    assert found == [
        ("a.jsonl", Posting),
        ("a.jsonl", Note),
        ("b.jsonl", Posting),
        ("b.jsonl", Problem),
        ("b.jsonl", Note),
    ]


def test_what_cannot_be_opened_is_an_event_and_the_rest_is_read(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    good = write(tmp_path, "good.jsonl", LONG)
    (tmp_path / "notes.odd").write_text("x")
    paths = [tmp_path / "empty", tmp_path / "gone.csv", tmp_path / "notes.odd", good]
    events = [event for _, event in stream(ports, paths)]
    problems = [event for event in events if isinstance(event, Problem)]
    assert [Path(p.where).name for p in problems] == ["empty", "gone.csv", "notes.odd"]
    assert ".parquet" in problems[2].what_to_do
    assert sum(isinstance(event, Posting) for event in events) == 1


def test_progress_is_told_in_bytes_and_comes_to_its_end(ports: Ports, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    watched = replace(ports, progress=lambda what, done, total: told.append((what, done, total)))
    paths = [write(tmp_path, f"{n}.jsonl", *(f"{LONG} {i}" for i in range(200))) for n in range(3)]
    total = sum(path.stat().st_size for path in paths)
    assert len(list(stream(watched, paths))) == 3 * 201
    done = [n for _, n, _ in told]
    assert done == sorted(done)
    assert told[-1] == ("bytes", total, total)
    assert len(told) > 6
    assert {(what, of) for what, _, of in told} == {("bytes", total)}


def test_the_same_ad_in_several_files_counts_once_with_all_its_places(ports: Ports, tmp_path: Path) -> None:
    for name, city in (("a", "Austin"), ("b", "Boston"), ("c", "Dallas")):
        text = f"---\ntitle: Analyst, {city}\nemployer: Acme\nplace: {city}\n---\n{TEMPLATE} Come to {city}."
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    (tmp_path / "d.md").write_text((tmp_path / "a.md").read_text("utf-8").replace("place: Austin", "place: Waco"))
    found = read_paths(ports, [tmp_path])
    assert [ad.place for ad in found.postings] == ["Austin; Waco; Boston; Dallas"]
    assert (found.read, found.same_text, found.near) == (4, 1, 2)
    assert found.notes[-1].startswith("1 ad was the same text as another and 2 ads were nearly the same")


def test_no_ad_at_all_is_an_error_with_every_reason(ports: Ports, tmp_path: Path) -> None:
    paths = [write(tmp_path, "short.jsonl", "x", "y"), tmp_path / "gone.csv"]
    with pytest.raises(InputError) as caught:
        read_paths(ports, paths)
    assert [Path(p.where).name for p in caught.value.problems] == ["short.jsonl:1", "short.jsonl:2", "gone.csv"]
    with pytest.raises(InputError, match="no job ad"):
        read_paths(ports, [])


def test_the_first_ad_of_a_content() -> None:
    page = NamedBytes("a.html", f"<h1>Analyst</h1><p>{LONG}</p>".encode())
    found = first_ad(page)
    assert found is not None
    assert found.title == "Analyst"
    assert first_ad(NamedBytes("a.html", b"<p>x</p>")) is None
