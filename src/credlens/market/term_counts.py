"""Tables of counts instead of ads: a month, how many ads it had, a term, and how many of them name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from credlens.market.dates import read_date
from credlens.market.fields import recognise
from credlens.model.errors import Problem
from credlens.model.market import QuarterCount, TermCount, quarter_of

_NAMES: dict[str, tuple[str, ...]] = {
    "month": ("month", "year month", "period", "date", "day", "posted month"),
    "n": (
        "num postings", "number of postings", "postings", "n postings", "total postings", "num ads", "ads", "total ads", "total", "n",
        "posts", "num posts", "number of ads",
    ),
    "term": ("term", "skill", "keyword", "technology", "tag", "skill name"),
    "k": ("count", "mentions", "num mentions", "matches", "named", "k", "frequency"),
}  # fmt: skip
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"\d+|\d{1,3}(?:,\d{3})+|\d+\.0+")
_MEND = "Write the month as 2021-12 and the counts as whole numbers."


@dataclass(frozen=True, slots=True)
class _Columns:
    month: str
    n: str
    term: str
    k: str


def is_term_counts(header: Sequence[str]) -> bool:
    """Whether a table with these column names holds counts of terms and not ads."""
    return _columns(header) is not None and not recognise(header).text


def read(rows: Iterable[Mapping[str, str]], where: str) -> tuple[list[TermCount], list[Problem]]:
    """The counts of a table, in its order, and what could not be used.

    A row said twice is counted once. Where two rows of one month and term, or of one month's number of ads, disagree,
    neither is believed.

    Args:
        rows: column name -> value, all with the same names.
        where: the file's name, for problems; rows count from 1 below the header.
    """
    counts: list[TermCount] = []
    places: dict[tuple[date, str], list[str]] = {}
    problems: list[Problem] = []
    columns: _Columns | None = None
    for number, row in enumerate(rows, start=1):
        place = f"{where}:row {number}"
        names = [name for name in row if name]  # cells beyond the header come without a name
        columns = columns or _columns(names)
        if columns is None:
            return [], [_no_columns(where, names)]
        found = _count(row, columns, place)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            counts.append(found)
            places.setdefault((found.month, found.term), []).append(place)
    kept, disagreeing = _agreeing(counts, where, places)
    return kept, problems + disagreeing


def quarters(counts: Iterable[TermCount], source: str) -> dict[str, list[QuarterCount]]:
    """Counts of months added up to quarters, by term in the order they come; what a trend is fitted to."""
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for c in counts:
        of = found.setdefault(c.term, {})
        k, n = of.get(quarter_of(c.month), (0, 0))
        of[quarter_of(c.month)] = (k + c.k, n + c.n)
    return {term: [QuarterCount(source, quarter, *of[quarter]) for quarter in sorted(of)] for term, of in found.items()}


def _columns(header: Sequence[str]) -> _Columns | None:
    plain = {" ".join(re.split(r"[\W_]+", name.strip().lower())).strip(): name for name in reversed(header)}
    roles = {role: next((plain[n] for n in names if n in plain), None) for role, names in _NAMES.items()}
    month, n, term, k = (roles[role] for role in ("month", "n", "term", "k"))
    if month is None or n is None or term is None or k is None:
        return None
    return _Columns(month, n, term, k)


def _no_columns(where: str, header: Sequence[str]) -> Problem:
    names = ", ".join(repr(name) for name in header[:30])
    return Problem(
        where,
        f"This is no table of counts of terms. The columns found: {names}.",
        "Name the columns month, num_postings, term and count.",
    )


def _count(row: Mapping[str, str], columns: _Columns, place: str) -> TermCount | Problem:
    month = _month(row.get(columns.month) or "")
    n, k = _number(row.get(columns.n) or ""), _number(row.get(columns.k) or "")
    term = " ".join((row.get(columns.term) or "").split())
    if month is None:
        return Problem(place, f"{row.get(columns.month)!r} is no month.", _MEND)
    if n is None or k is None:
        name = columns.n if n is None else columns.k
        return Problem(place, f"{row.get(name)!r} in column {name!r} is no count.", _MEND)
    if not term:
        return Problem(place, f"There is no term in column {columns.term!r}.", "Name it, or take the row out.")
    if k > n:
        return Problem(
            place,
            f"{k} ads name {term!r}, but the month has only {n}.",
            "Count each ad once, however often it names the term.",
        )
    return TermCount(month, n, term, k)


def _month(value: str) -> date | None:
    value = value.strip()
    if found := _MONTH.fullmatch(value):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return date(int(year), int(month), 1) if int(year) and 1 <= int(month) <= 12 else None
    day = read_date(value)
    return day.replace(day=1) if day else None


def _number(value: str) -> int | None:
    value = value.strip()
    return int(value.replace(",", "").split(".")[0]) if _NUMBER.fullmatch(value) else None


def _agreeing(
    counts: Sequence[TermCount], where: str, places: Mapping[tuple[date, str], Sequence[str]]
) -> tuple[list[TermCount], list[Problem]]:
    """Each month and term once, without those that are said in two ways."""
    said: dict[tuple[date, str], dict[tuple[int, int], None]] = defaultdict(dict)
    ads: dict[date, dict[int, None]] = defaultdict(dict)
    for c in counts:
        said[c.month, c.term][c.k, c.n] = None
        ads[c.month][c.n] = None
    problems = [
        Problem(
            where,
            f"{month:%Y-%m} has {_either(list(numbers))} ads.",
            "A month has one number of ads; its rows are left out.",
        )
        for month, numbers in ads.items()
        if len(numbers) > 1
    ]
    kept = []
    for (month, term), ways in said.items():
        if len(ads[month]) > 1:
            continue
        if len(ways) > 1:
            problems.append(
                Problem(
                    places[month, term][1],
                    f"{term!r} is counted as {_either([k for k, _ in ways])} in {month:%Y-%m}.",
                    "Keep one of the rows; until then none is used.",
                )
            )
            continue
        ((k, n),) = ways
        kept.append(TermCount(month, n, term, k))
    return kept, problems


def _either(numbers: Sequence[int]) -> str:
    return " and ".join(str(n) for n in numbers)
