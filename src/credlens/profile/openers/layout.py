"""The reading order of pieces of text: columns are read one after the other, rows of a table side by side.

The pages hang one below the other, so that a column that goes on on the next page is one column. The page is cut, again and again, at the
clearest upright gap that has text of its own on both sides (a recursive cut as in Nagy and Seth, "Hierarchical representation of
optically scanned documents", 1984); text that runs across the gap ends it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from credlens.profile.dates import find_period, find_span
from credlens.profile.headings import section_of
from credlens.profile.openers.pieces import Piece
from credlens.profile.sections import Section

LEAST_ROWS = 4  # of a column
GUTTER = 0.6  # ems; the least room between two columns
_DEEPEST = 6  # cuts within cuts
_CLOSE = 1.75  # ems from one base line to the next within a paragraph

_TIMED = (Section.EXPERIENCE, Section.EDUCATION)
Row = list[Piece]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong to one column, from the top down.

    Attributes:
        column: whether other text stands beside it.
    """

    rows: tuple[Row, ...]
    column: bool = False


def ordered(pieces: Sequence[Piece], depth: int = 0, *, column: bool = False) -> list[Block]:
    """Blocks in reading order."""
    rows = rows_of(pieces)
    cut = _cut(rows) if depth < _DEEPEST else None
    if cut is None:
        return [Block(tuple(rows), column)] if rows else []
    above, left, right, below = cut
    return [
        *ordered(above, depth + 1, column=column),
        *ordered(left, depth + 1, column=True),
        *ordered(right, depth + 1, column=True),
        *ordered(below, depth + 1, column=column),
    ]


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces that stand on one line together, each row from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (p.base, p.x0)):
        near = next((row for row in reversed(rows[-3:]) if any(piece.beside(p) for p in row)), None)
        if near is None:
            rows.append([piece])
        else:
            near.append(piece)
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


def _cut(rows: Sequence[Row]) -> tuple[Row, Row, Row, Row] | None:
    """(above, left, right, below) at the best gap; None when the text is one column."""
    best: tuple[int, int, int, float] | None = None
    for at in _edges(rows):
        for start, end in _runs(rows, at):
            left, right = _sides(rows[start:end], at)
            size = min(len(rows_of(left)), len(rows_of(right)))
            if size >= LEAST_ROWS and (best is None or size > best[0]) and _are_columns(left, right):
                best = size, start, end, at
    if best is None:
        return None
    _, start, end, at = best
    start, end = _trimmed(rows, start, end, at)
    left, right = _sides(rows[start:end], at)
    return [p for r in rows[:start] for p in r], left, right, [p for r in rows[end:] for p in r]


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where a right column may begin: left edges that several rows share."""
    counts = Counter(round(p.x0) for row in rows for p in row)
    near = {x: counts[x - 1] + counts[x] + counts[x + 1] for x in counts}
    often = sorted((x for x, n in near.items() if n >= LEAST_ROWS - 1), key=lambda x: (-near[x], x))
    return [x - 1.5 for x in often[:40]]


def _runs(rows: Sequence[Row], at: float) -> list[tuple[int, int]]:
    """From which row to which nothing crosses an upright line, and there is text on both sides of it."""
    runs: list[tuple[int, int]] = []
    start = 0
    for i in range(len(rows) + 1):
        if i == len(rows) or any(p.x0 < at < p.x1 - 0.5 for p in rows[i]) or _too_near(rows[i], at):
            if i - start >= LEAST_ROWS:
                runs.append((start, i))
            start = i + 1
    return runs


def _too_near(row: Row, at: float) -> bool:
    ends = [p for p in row if p.x1 <= at + 0.5]
    starts = [p for p in row if p.x0 >= at]
    return bool(ends and starts) and starts[0].x0 - ends[-1].x1 < GUTTER * min(starts[0].size, ends[-1].size)


def _sides(rows: Sequence[Row], at: float) -> tuple[Row, Row]:
    left = [p for row in rows for p in row if p.x0 < at]
    return left, [p for row in rows for p in row if p.x0 >= at]


def _trimmed(rows: Sequence[Row], start: int, end: int, at: float) -> tuple[int, int]:
    """Without what stands above both columns, and below them from a heading on that announces what crosses the gap."""
    both = [i for i in range(start, end) if any(p.x0 < at for p in rows[i]) or any(p.x0 >= at for p in rows[i])]
    right = [i for i in both if any(p.x0 >= at for p in rows[i])]
    first = right[0]
    while start < first and section_of(rows[start][0].text) is None:
        start += 1
    if end < len(rows):
        last = min(right[-1], max(i for i in both if any(p.x0 < at for p in rows[i])))
        headings = [i for i in range(last + 1, end) if section_of(rows[i][0].text)]
        end = headings[-1] if headings else end
    return start, end


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two sides are read one after the other, not row by row.

    Dates and labels that stand beside what they belong to make rows. A column has headings of its own, or is dense and keeps its own
    lines.
    """
    sides = rows_of(left), rows_of(right)
    beside = tuple(_share_beside(a, b) for a, b in (sides, sides[::-1]))
    for side, shared in zip(sides, beside, strict=True):
        if shared >= 0.6 and _share(side, dated) >= 0.35:
            return False
    if any(_dates_for(side, other) for side, other in (sides, sides[::-1])):
        return False
    headed = tuple(sum(_is_heading(row) for row in side) for side in sides)
    if all(headed):
        return True
    for side, heads, shared in zip(sides, headed, beside, strict=True):
        if heads and (shared >= 0.7 or heads >= 0.6 * len(side)):
            return False
    return max(beside) < 0.85 and min(_density(side) for side in sides) >= 0.5


def _dates_for(side: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether a side has the dates of the other's jobs and schools."""
    timed = [any(find_span(p.text) for row in rows for p in row) for rows in (side, other)]
    needy = [any(section_of(row[0].text) in _TIMED for row in rows) for rows in (side, other)]
    return timed == [True, False] and needy == [False, True]


def _share(rows: Sequence[Row], test: Callable[[str], bool]) -> float:
    return sum(test(" ".join(p.text for p in row)) for row in rows) / len(rows)


def _share_beside(rows: Sequence[Row], others: Sequence[Row]) -> float:
    """Share of rows that stand on one line with something of the other side."""
    there = sorted((q for other in others for q in other), key=lambda q: q.base)
    bases = [q.base for q in there]

    def near(piece: Piece) -> Row:
        return there[bisect_left(bases, piece.base - piece.size) : bisect_right(bases, piece.base + piece.size)]

    return sum(any(p.beside(q) for p in row for q in near(p)) for row in rows) / len(rows)


def _density(rows: Sequence[Row]) -> float:
    """Share of rows that stand close below the one before."""
    close = [b[0].base - a[0].base <= _CLOSE * max(a[0].size, b[0].size) for a, b in pairwise(rows)]
    return sum(close) / len(close) if close else 0.0


def _is_heading(row: Row) -> bool:
    return len(row) == 1 and not row[0].bullet and section_of(row[0].text) is not None


def dated(text: str) -> bool:
    """Whether a text is a date, or two, and little else."""
    found = find_span(text)
    at = found.at if found else None
    if at is None:
        point = find_period(text)
        at = point[1] if point else None
    return at is not None and sum(c.isalnum() for c in text[: at[0]] + text[at[1] :]) <= 3
