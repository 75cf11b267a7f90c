from __future__ import annotations

from datetime import date

import pytest

from credlens.market.term_counts import is_term_counts, quarters, read
from credlens.model.market import QuarterCount, TermCount

HEADER = ("month", "num_postings", "term", "count")


def rows(*cells: tuple[str, str, str, str], header: tuple[str, ...] = HEADER) -> list[dict[str, str]]:
    return [dict(zip(header, row, strict=True)) for row in cells]


@pytest.mark.parametrize(
    "header",
    [
        ("month", "num_postings", "term", "count"),
        ("date", "total", "skill", "mentions"),
        ("Year-Month", "Total Postings", "Skill Name", "Num Mentions"),
        ("n", "k", "region", "keyword", "period"),
    ],
)
def test_names_of_columns_are_recognised_with_tolerance(header: tuple[str, ...]) -> None:
    assert is_term_counts(header)


@pytest.mark.parametrize(
    "header",
    [
        ("title", "company", "description", "date"),
        ("month", "term", "count"),  # of how many ads?
        ("month", "total", "term", "count", "job description"),  # ads, whatever else is there
        (),
    ],
)
def test_a_table_of_ads_is_none_of_counts(header: tuple[str, ...]) -> None:
    assert not is_term_counts(header)


def test_counts_are_read_in_their_order() -> None:
    found, problems = read(
        rows(("2021-12", "759", "SQL", "24"), ("2021-11", "1,759", ".NET  Core ", "2.0")), "terms.csv"
    )

    assert found == [
        TermCount(date(2021, 12, 1), 759, "SQL", 24),
        TermCount(date(2021, 11, 1), 1759, ".NET Core", 2),
    ]
    assert problems == []


@pytest.mark.parametrize("month", ["2021-12", "2021-12-31", "2021/12", "12/2021", "December 5, 2021"])
def test_months_are_read_as_people_write_them(month: str) -> None:
    found, _ = read(rows((month, "10", "SQL", "1")), "terms.csv")

    assert [c.month for c in found] == [date(2021, 12, 1)]


def test_a_row_said_twice_counts_once() -> None:
    found, problems = read(rows(*[("2021-12", "759", "SQL", "24")] * 2), "terms.csv")

    assert (len(found), problems) == (1, [])


def test_of_rows_that_contradict_each_other_none_is_believed() -> None:
    found, problems = read(
        rows(("2021-12", "759", "SQL", "24"), ("2021-12", "759", "R", "3"), ("2021-12", "759", "SQL", "25")),
        "terms.csv",
    )

    assert [c.term for c in found] == ["R"]
    assert [(p.where, p.message) for p in problems] == [
        ("terms.csv:row 3", "'SQL' is counted as 24 and 25 in 2021-12.")
    ]


def test_a_month_with_two_numbers_of_ads_is_left_out_as_a_whole() -> None:
    found, problems = read(
        rows(("2021-12", "759", "SQL", "24"), ("2021-12", "760", "R", "3"), ("2021-11", "700", "R", "3")), "terms.csv"
    )

    assert found == [TermCount(date(2021, 11, 1), 700, "R", 3)]
    assert [p.message for p in problems] == ["2021-12 has 759 and 760 ads."]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("2021-12", "9", "SQL", "24"), "24 ads name 'SQL', but the month has only 9."),
        (("2021-13", "759", "SQL", "24"), "'2021-13' is no month."),
        (("soon", "759", "SQL", "24"), "'soon' is no month."),
        (("2021-12", "759", "SQL", "-1"), "'-1' in column 'count' is no count."),
        (("2021-12", "", "SQL", "1"), "'' in column 'num_postings' is no count."),
        (("2021-12", "759", " ", "24"), "There is no term in column 'term'."),
    ],
)
def test_a_bad_row_is_a_problem_and_the_others_are_read(row: tuple[str, str, str, str], message: str) -> None:
    found, problems = read(rows(row, ("2021-12", "759", "R", "3")), "terms.csv")

    assert [c.term for c in found] == ["R"]
    assert [(p.where, p.message) for p in problems] == [("terms.csv:row 1", message)]


def test_rows_without_the_columns_are_one_problem() -> None:
    found, problems = read(rows(("1", "2", "3", "4"), ("5", "6", "7", "8"), header=("a", "b", "c", "d")), "x.csv")

    assert found == []
    assert [p.message for p in problems] == [
        "This is no table of counts of terms. The columns found: 'a', 'b', 'c', 'd'."
    ]


def test_months_add_up_to_quarters() -> None:
    found, _ = read(
        rows(
            ("2021-10", "100", "SQL", "10"),
            ("2021-12", "200", "SQL", "30"),
            ("2022-01", "50", "SQL", "1"),
            ("2022-01", "50", "R", "0"),
        ),
        "terms.csv",
    )

    assert quarters(found, "board") == {
        "SQL": [QuarterCount("board", 2021 * 4 + 3, 40, 300), QuarterCount("board", 2022 * 4, 1, 50)],
        "R": [QuarterCount("board", 2022 * 4, 0, 50)],
    }
