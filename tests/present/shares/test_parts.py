"""Days as far as they are known, and addresses that stay in their place."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.model.cv import PRESENT, CvCertificate, CvEntry
from credlens.present.shares.parts import bare, current_work, details, lapsed, line, link, when


@pytest.mark.parametrize(
    ("said", "shown"), [("2024-03-01", "Mar 2024"), ("2024-12", "Dec 2024"), ("2024", "2024"), ("", "")]
)
def test_a_day_is_said_to_the_month_and_never_finer_than_known(said: str, shown: str) -> None:
    assert when(said) == shown


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ("2026-11-22", True),
        ("2026-11-23", False),
        ("2026-10", True),
        ("2026-11", False),
        ("2025", True),
        ("2026", False),
        ("", False),
    ],
)
def test_a_month_or_year_passes_with_its_last_day(said: str, over: bool) -> None:
    assert lapsed(said, date(2026, 11, 23)) is over


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.example/x(1)<2>", "https://a.example/x%281%29%3C2%3E"),
        ('https://a.example/"y"?q=1&r=ü', "https://a.example/%22y%22?q=1&r=%C3%BC"),
        ("https://a.example/%20", "https://a.example/%20"),
        ("http://a.example", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_an_address_is_https_and_cannot_be_left(address: str, safe: str) -> None:
    assert link(address) == safe


def test_texts_stay_on_one_line_and_turn_nothing_around() -> None:
    assert line(" A\n\tB\u202ec \ud800") == "A B\ufffdc ?"


def test_an_address_is_read_without_what_says_nothing() -> None:
    assert bare("https://www.example.org/robin/") == "example.org/robin"


def test_details_leave_out_what_nobody_says() -> None:
    assert details(CvCertificate("c", "X", "Google", "2024-05", "2027-05")) == "Google, May 2024, until May 2027"
    assert details(CvCertificate("c", "X", issued="2024")) == "2024"
    assert details(CvCertificate("c", "X")) == ""


def test_what_goes_on_is_what_the_person_does() -> None:
    over = CvEntry("a", "Clerk", "Old Ltd", end="2020")
    assert current_work([over, CvEntry("b", "Analyst", "New Ltd", end=PRESENT)], PRESENT) == "Analyst, New Ltd"
    assert current_work([over], PRESENT) == ""
