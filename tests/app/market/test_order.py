"""Whose ads are taken for one employer's."""

from __future__ import annotations

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
