"""Blocks of rows to paragraphs: lines that only ended because the paper did are joined, words that were parted are mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from credlens.profile.dates import find_period, find_span
from credlens.profile.headings import section_of
from credlens.profile.openers.layout import Block, Row, dated
from credlens.profile.openers.opened import OpenedLine
from credlens.profile.openers.pieces import Piece

APART = " | "
_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*\d{1,3}\s*(?:(?:of|/|von|\|)\s*\d{1,3})?", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:[,/&(\u2013—]|\b(?:and|or|of|the|a|an|in|for|to|with|by|on|at|from|und|oder|mit|f\u00fcr|von|der|die|das))$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][\w&/+.-]*(?: [\w&/+.-]+){0,3}:\s")
_RATED = re.compile(r"[^\W\d_][\w -]{1,25} \([^()]*\)$")  # "German (fluent)"
_PARTED = re.compile(r"(?<![\w-])(?P<word>\w{2,})-$")
_FIRST_PARTS_OF = (
    "self non co multi cross high low full part half long short well pre anti end real time open user data two three one four five six"
    " first second third day hands state on off in out up by to all best go year month cost client customer detail result results decision"
    " problem large small fast object test award team world event front back built follow start cloud goal quality business role evidence"
    " mission service value job work single hard soft pro semi inter intra over under mid top entry senior people process"
)
_FIRST_PARTS = frozenset(_FIRST_PARTS_OF.split())  # of words that are written with a hyphen
_DASHES = frozenset("-\u2013—")
_EDGE_OF_PAGE = 0.09  # of its height, above and below; where running heads stand
_NEAR_EDGE = 4.0  # ems; a line that ends so near to its column's edge may have been broken there


def without_running(pieces: Sequence[Piece], pages: Sequence[tuple[float, float]]) -> list[Piece]:
    """Without page numbers, and what is repeated at the top or the bottom of pages; the first at a top is kept.

    Args:
        pieces: all pages' pieces.
        pages: (offset, height) of each.
    """
    seen: Counter[tuple[str, bool]] = Counter()
    keys: list[tuple[str, bool] | None] = []
    for piece in pieces:
        offset, height = pages[piece.page - 1]
        place = (piece.base - offset) / height if height else 0.5
        edge = place < _EDGE_OF_PAGE or place > 1 - _EDGE_OF_PAGE
        keys.append((re.sub(r"\d+", "0", piece.text), place < 0.5) if edge else None)
    for page_keys in {(p.page, k) for p, k in zip(pieces, keys, strict=True) if k}:
        seen[page_keys[1]] += 1
    kept: list[Piece] = []
    given: set[tuple[str, bool]] = set()
    for piece, key in zip(pieces, keys, strict=True):
        repeated = key is not None and seen[key] > 1
        if key is not None and _PAGE_NUMBER.fullmatch(piece.text) and len(pages) > 1:
            continue
        if repeated and key is not None and (not key[1] or (key in given)):
            continue
        if key is not None:
            given.add(key)
        kept.append(piece)
    return kept


def lines_of(blocks: Sequence[Block]) -> list[OpenedLine]:
    """The blocks' paragraphs, items and headings, in order."""
    return [line for block in blocks for line in _block_lines(block)]


def _block_lines(block: Block) -> list[OpenedLine]:
    rows = _whole_dates([part for row in block.rows for part in _parts(row)])
    _undo_dashes(rows)
    leading = _leading(rows)
    edge = max(row[-1].x1 for row in rows)
    full = sum(row[-1].x1 > edge - _NEAR_EDGE * row[-1].size for row in rows) >= 3
    lines: list[OpenedLine] = []
    item: Piece | None = None  # the first words of the item that is being gathered
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else None
        apart = above is None or _apart(above, row, leading)
        joined = (
            above is not None
            and not apart
            and (_hangs(item, row[0]) or _goes_on(above, row, edge, full=full, so_far=lines[-1]))
        )
        if joined:
            lines[-1] = _longer(lines[-1], _text(row))
        else:
            lines.append(_line(row, apart=apart))
            item = row[0] if row[0].bullet else None
    return lines


def _hangs(item: Piece | None, here: Piece) -> bool:
    """Whether words stand below those of an item, set in from its bullet."""
    if item is None or here.bullet or here.lead != item.lead or abs(here.size - item.size) > 0.6:
        return False
    return abs(here.x0 - item.x0) < 0.8 * here.size and here.x0 > item.bullet_x + 0.4 * here.size


def _whole_dates(rows: Sequence[Row]) -> list[Row]:
    """Rows in which a date that was broken within its cell ("March 2019 -", below it "present") is whole again."""
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else []
        if len(above) > 1 and len(row) == 1 and _wraps_label(above[0], row[0]):
            above[0].text = f"{above[0].text} {row[0].text}"
            continue
        if len(above) == 1 and len(row) > 1 and _wraps_title(above[0], row[0], row[1]):
            row[0].text = f"{above[0].text} {row[0].text}"
            whole[-1] = list(row)
            continue
        if len(above) > 1 and len(row) == 1 and _wraps_title(above[0], row[0], above[1]):
            above[0].text = f"{above[0].text} {row[0].text}"
            continue
        pair = next(((p, q) for p in above for q in row if _below(p, q) and _cuts_date(p.text, q.text)), None)
        if pair is None or (len(above) == 1 and len(row) == 1):
            whole.append(list(row))
            continue
        p, q = pair
        rest = [r for r in row if r is not q]
        if len(above) == 1:  # the cells' lowest lines stand side by side
            q.text = f"{p.text} {q.text}"
            whole[-1] = list(row)
            continue
        p.text = f"{p.text} {q.text}"
        for r in rest:
            over = next((a for a in above if a is not p and _below(a, r) and a.bold == r.bold), None)
            if over is not None:
                over.text = f"{over.text} {r.text}"
            else:
                above.append(r)
    return whole


def _wraps_label(label: Piece, more: Piece) -> bool:
    """Whether a label that is set to the right, towards its text, goes on below."""
    to_the_right = abs(label.x1 - more.x1) < 1 < abs(label.x0 - more.x0)
    return to_the_right and _below(label, more) and not dated(label.text) and not dated(more.text)


def _wraps_title(title: Piece, more: Piece, dates: Piece) -> bool:
    """Whether a bold title that was too long to stand beside its dates goes on below."""
    long = title.x1 - title.x0 >= 0.6 * (dates.x0 - title.x0)
    alike = title.bold and more.bold and abs(title.size - more.size) < 0.6 and not more.bullet
    near = abs(title.x0 - more.x0) < 1 and _below(title, more)
    return alike and long and near and dated(dates.text) and section_of(title.text) is None


def _below(piece: Piece, other: Piece) -> bool:
    """Whether two pieces are of one cell: one below the other, and they share an edge."""
    size = max(piece.size, other.size)
    near = other.base - piece.base < 1.8 * size
    return near and min(abs(piece.x0 - other.x0), abs(piece.x1 - other.x1)) < 0.5 * size


def _undo_dashes(rows: Sequence[Row]) -> None:
    """A dash below the words of an item is none of its own: "Solutions Architect" and "- Professional"."""
    for above, row in pairwise(rows):
        here, over = row[0], above[0]
        below_words = over.bullet and abs(here.bullet_x - over.x0) < here.size / 2 < abs(here.bullet_x - over.bullet_x)
        of_title = over.bold and here.bold and not over.bullet and abs(here.bullet_x - over.x0) < here.size / 2
        if here.bullet in _DASHES and (below_words or of_title):
            here.text, here.x0, here.bullet = f"{here.bullet} {here.text}", here.bullet_x, ""


def _parts(row: Row) -> list[Row]:
    """A heading beside its text is a line of its own."""
    first = row[0]
    if len(row) > 1 and section_of(first.text) and not first.bullet and (first.bold or first.text.isupper()):
        return [[first], row[1:]]
    return [row]


def _text(row: Row) -> str:
    return APART.join(p.text for p in row)


def _line(row: Row, *, apart: bool) -> OpenedLine:
    return OpenedLine(
        _text(row),
        row[0].page,
        round(row[0].size, 1),
        row[0].bold and (len(row) == 1 or all(p.bold or dated(p.text) for p in row)),
        row[0].lead,
        bool(row[0].bullet),
        apart,
    )


def _leading(rows: Sequence[Row]) -> float:
    """From one base line to the next within a paragraph, in ems of the letters: the smaller of the usual distances."""
    steps = sorted((b[0].base - a[0].base) / max(b[0].size, 1.0) for a, b in pairwise(rows) if a[0].page == b[0].page)
    steps = [s for s in steps if 0.8 <= s <= 2.5]
    return median(steps[: max(1, len(steps) // 2)]) if steps else 1.2


def _apart(above: Row, row: Row, leading: float) -> bool:
    if above[0].page != row[0].page:
        return False
    step = (row[0].base - above[0].base) / max(row[0].size, 1.0)
    return step > max(1.25 * leading, leading + 0.25) or step < 0


def _goes_on(above: Row, row: Row, edge: float, *, full: bool, so_far: OpenedLine) -> bool:
    """Whether a row carries on the paragraph of the row above."""
    last, here = above[-1], row[0]
    if _ends_date(so_far, here):
        return True
    if here.bullet or abs(last.size - here.size) > 0.6:
        return False
    cut = _GOES_ON.search(last.text) or _PARTED.search(last.text)
    if cut and so_far.bold == here.bold and section_of(f"{so_far.text} {here.text}"):
        return True
    indent = (here.x0 - above[0].x0) / here.size
    if so_far.lead and so_far.text.endswith(":") and abs(indent) < 0.5 and not here.lead:
        return True
    if section_of(so_far.text) or section_of(_text(row)) or not -1.0 <= indent <= 3.0:
        return False
    if (so_far.bold and not here.bold) or (here.bold and not last.bold):
        return False
    if here.lead and (so_far.lead or ":" in here.text) and not so_far.bold:
        return False
    if any(kind.match(here.text) and kind.match(so_far.text) for kind in (_LABEL, _RATED)):
        return False
    lower = here.text[0].islower()
    if cut:
        return last.x1 > edge - 0.4 * (edge - above[0].x0) or lower
    if (
        dated(here.text)
        or len(above) > 1
        or find_span(last.text)
        or _ends_dated(last.text)
        or (row[-1] is not here and find_span(row[-1].text))
    ):
        return False
    word = len(here.text.split()[0]) * (here.x1 - here.x0) / max(1, len(here.text))
    fits = last.x1 + 0.25 * here.size + word <= edge
    if lower:
        return not fits or last.text[-1] not in ".:;!?"
    return not fits and (full or so_far.listed or here.bold) and not (so_far.listed and abs(indent) > 1.0)


def _ends_date(so_far: OpenedLine, here: Piece) -> bool:
    """Whether words end a date that the line before began; what looks like a bullet before them may be its dash."""
    dash = f"{here.bullet} " if here.bullet in _DASHES else ""
    if (here.bullet and not dash) or not _cuts_date(so_far.text, dash + here.text):
        return False
    here.text = dash + here.text
    return True


def _ends_dated(text: str) -> bool:
    """Whether a text ends with a day, month or year."""
    point = find_period(text[-20:])
    return point is not None and not text[-20:][point[1][1] :].strip(" .)]")


def _cuts_date(last: str, here: str) -> bool:
    """Whether a line ends within a date or a span of time: "(March 2019 -" and "May 2020)"."""
    joined, end = f"{last} {here}", len(last)
    span, start = find_span(joined), max(0, end - 12)
    if span and span.at[0] < end < span.at[1]:
        return True
    point = find_period(joined[start:])
    return bool(point and point[1][0] < end - start < point[1][1] and not find_period(last[start:]))


def _longer(line: OpenedLine, more: str) -> OpenedLine:
    text = line.text
    parted = _PARTED.search(text)
    if parted and more[0].islower() and parted["word"].casefold() not in _FIRST_PARTS:
        joined = text[:-1] + more
    elif text[-1] in "-/" and text[-2:-1].isalnum():
        joined = text + more
    else:
        joined = f"{text} {more}"
    return replace(line, text=joined)
