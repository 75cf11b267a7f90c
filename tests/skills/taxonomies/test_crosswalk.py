from __future__ import annotations

from pathlib import Path

import pytest

from credlens.model.errors import InputError
from credlens.model.occupation import OccupationMatch
from credlens.skills.taxonomies.crosswalk import read
from credlens.skills.taxonomies.tables import File

FOLDER = Path(__file__).parents[2] / "fixtures" / "taxonomies"
KEEPER = "http://data.europa.eu/esco/occupation/cccccccc-0000-4000-8000-000000000001"


def _fixture(name: str) -> File:
    return File(name, (FOLDER / name).read_bytes())


def test_the_published_crosswalk_has_words_above_its_header() -> None:
    assert read(_fixture("crosswalk-official.csv")) == (
        (
            OccupationMatch(KEEPER, "91-1011.00", "exactMatch"),
            OccupationMatch("http://data.europa.eu/esco/isco/C6221", "91-1012.00", "broadMatch"),
        ),
        [],
    )


def test_a_crosswalk_by_similarity_keeps_its_figures() -> None:
    matches, problems = read(_fixture("crosswalk-similarity.csv"))
    assert matches == (OccupationMatch(KEEPER, "91-1011.00", "", 0.81, 2.0),)
    assert problems == []


def test_a_bad_row_is_named_and_the_others_are_read() -> None:
    data = f"onet_code,concept_uri\n91-1011.00,{KEEPER}\n,{KEEPER}\n91-1012.00,{KEEPER}\n".encode()
    matches, problems = read(File("c.csv", data))
    assert [m.onet_soc for m in matches] == ["91-1011.00", "91-1012.00"]
    assert [(p.where, p.message) for p in problems] == [("c.csv:3", "This is no match: the O*NET-SOC code is empty.")]


def test_another_table_is_refused() -> None:
    with pytest.raises(InputError, match="This is no crosswalk"):
        read(File("c.csv", b"a,b\n1,2\n"))
    with pytest.raises(InputError, match="empty"):
        read(File("c.csv", b""))
    with pytest.raises(InputError, match="cannot be used"):
        read(File("c.csv", b"onet_code,concept_uri\n91-1011.00,here\n91-1012.00,there\n"))
