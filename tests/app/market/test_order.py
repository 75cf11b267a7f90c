"""Whose ads are taken for one employer's."""

from __future__ import annotations

import pytest

from credlens.app.market.intake import file_of
from credlens.app.market.order import MANY, _silent


def _rows(where: list[str]) -> list[dict[str, str]]:
    return [{"source": "ads", "where": place} for place in where]


def test_an_export_in_which_no_ad_names_its_employer_is_one_employer_s() -> None:
    assert _silent(_rows([f"ads.csv:row {i}" for i in range(MANY)]), [None] * MANY) == {"ads": "source:ads"}


def test_one_ad_that_names_an_employer_shows_that_they_are_told_where_known() -> None:
    assert _silent(_rows([f"ads.csv:row {i}" for i in range(MANY)]), [*[None] * (MANY - 1), "acme"]) == {}


def test_few_ads_may_leave_it_out_by_chance() -> None:
    assert _silent(_rows([f"ads.csv:row {i}" for i in range(MANY - 1)]), [None] * (MANY - 1)) == {}


def test_ads_that_somebody_saved_one_by_one_are_of_many_employers() -> None:
    assert _silent(_rows([f"ads/{i}.txt" for i in range(MANY)]), [None] * MANY) == {}
    assert _silent(_rows([rf"C:\ads\{i}.txt" for i in range(MANY)]), [None] * MANY) == {}


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("ads.csv:row 3", "ads.csv"),
        ("ads.json:jobs[2]", "ads.json"),
        ("ads/one.txt", "ads/one.txt"),
        (r"C:\ads\one.txt", r"C:\ads\one.txt"),
        (r"C:\ads\all.csv:row 3", r"C:\ads\all.csv"),
    ],
)
def test_a_place_tells_its_file(where: str, file: str) -> None:
    assert file_of(where) == file
