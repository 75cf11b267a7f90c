from dataclasses import dataclass
from itertools import pairwise

import pytest

from credlens.profile.resumes.certificates import grouped, name_in_lines, name_of


@dataclass
class Item:
    text: str
    listed: bool = False
    marked: bool = False
    after_blank: bool = False
    minor: bool = False


def names(*items: Item) -> list[str]:
    bounds = [*grouped(items), len(items)]
    return [name_in_lines(items[a:b]) for a, b in pairwise(bounds)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tableau Desktop Specialist, Tableau, Jan 2025", "Tableau Desktop Specialist"),
        (
            "AWS Certified Solutions Architect - Professional, Amazon Web Services, 2019-03",
            "AWS Certified Solutions Architect - Professional",
        ),
        ("AWS Certified Solutions Architect - Professional (2019)", "AWS Certified Solutions Architect - Professional"),
        ("PL-300 \u2014 Microsoft (May 2023)", "PL-300"),
        ("PL-300 | Microsoft | 05/2023", "PL-300"),
        ("05/2023 PL-300, Microsoft", "PL-300"),
        ("Notary Public, State of Ohio, issued May 2023", "Notary Public, State of Ohio"),
        ("Teaching, Learning and Assessment, 2019", "Teaching, Learning and Assessment"),
        ("Basic Life Support, American Heart Association", "Basic Life Support, American Heart Association"),
        ("Certified", "Certified"),
        ("Data Analytics Professional | Certificate, Coursera, May 2024", "Data Analytics Professional Certificate"),
    ],
)
def test_the_name_is_what_stands_before_issuer_and_date(line: str, name: str) -> None:
    assert name_of(line, more=False) == name


def test_each_line_of_a_list_is_one() -> None:
    assert names(Item("PL-300, 2023", listed=True), Item("CKA", listed=True)) == ["PL-300", "CKA"]


def test_what_stands_below_a_bold_name_belongs_to_it() -> None:
    assert names(Item("PL-300", marked=True), Item("Microsoft, May 2023"), Item("CKA", marked=True), Item("CNCF")) == [
        "PL-300",
        "CKA",
    ]


def test_a_bold_name_may_go_on_on_the_next_line() -> None:
    assert names(Item("Data", marked=True), Item("Engineer", marked=True), Item("2023"), Item("CKA", marked=True)) == [
        "Data Engineer",
        "CKA",
    ]


def test_smaller_letters_below_belong_to_the_name() -> None:
    assert names(Item("PL-300"), Item("Microsoft", minor=True), Item("CKA")) == ["PL-300", "CKA"]


def test_names_and_dates_that_take_turns() -> None:
    assert names(Item("PL-300"), Item("Microsoft, 2023"), Item("CKA"), Item("CNCF, 2022")) == ["PL-300", "CKA"]


def test_dates_that_stand_over_their_names() -> None:
    assert names(Item("[ 05/2023 ]"), Item("PL-300", marked=True), Item("Microsoft"), Item("2022"), Item("CKA")) == [
        "PL-300",
        "CKA",
    ]


def test_undated_lines_are_one_each() -> None:
    assert names(Item("PL-300"), Item("Credential ID 5"), Item("CKA")) == ["PL-300", "CKA"]
