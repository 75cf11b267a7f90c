"""Pieces of text with their places: what a page of a PDF is made of, before anybody knows the reading order."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

WORD_GAP = 0.17  # ems; LaTeX squeezes its spaces to 0.22, and kerning stays below 0.1
PIECE_GAP = 1.0  # ems; a justified line stretches its spaces to 0.8, and columns are farther apart
STRETCHED_GAP = 4.0  # ems
_SMALL = 0.75  # of the usual size; what is smaller may be raised
BULLETS = frozenset(
    "•·▪●◦‣∙\u2043◆◇■□▶►➢➤✓✔❖○*-\u2013—→»\u203a§\uf0b7\uf0a7\uf0d8\uf0fc\uf076\u2756\u2043\u25aa\u25ab\u2219"
)
SOFT_HYPHEN = "\u00ad"
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LIGATURES = {c: unicodedata.normalize("NFKC", c) for c in map(chr, range(0xFB00, 0xFB07))}
_ODD = str.maketrans(
    {
        **_LIGATURES,
        SOFT_HYPHEN: "",
        "\u200b": "",
        "\ufeff": "",
        "\u2060": "",
        "\u00a0": " ",
        "\u2010": "-",
        "\u2011": "-",
    }
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as it is drawn.

    Attributes:
        x0, x1: where it begins and where the next would, in points.
        base: the line it stands on, in points from the top of the first page: pages hang one below the other.
        spaced: whether the document has a space before it.
        drawn: number of the stroke of text that it was drawn with, on its page.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    page: int
    spaced: bool = False
    drawn: int = 0


@dataclass(slots=True)
class Piece:
    """Characters that follow each other on one line without a wide gap.

    Attributes:
        x0, x1: from where to where; a bullet before it does not count.
        bold: whether all of it is; ``lead`` whether its beginning is.
        bullet: the one before it; empty when there is none.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    page: int
    lead: bool = False
    bullet: str = ""
    bullet_x: float = 0.0

    @property
    def top(self) -> float:
        """Of its capital letters, about."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Of its letters that hang down, about."""
        return self.base + 0.25 * self.size

    def beside(self, other: Piece) -> bool:
        """Whether the two stand on one line: at least half of the lower one's height is shared."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared >= 0.5 * min(self.size, other.size)


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """A page's glyphs in the order of the file, put together to pieces; bullets are joined to what they stand before."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    pieces = [p for run in _unstretched(_joined(runs)) for p in _piece(run)]
    return _with_bullets(sorted(pieces, key=lambda p: (p.base, p.x0)))


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    # In a narrow column that is justified, spaces grow; but a line is drawn at one stroke then.
    most = STRETCHED_GAP if glyph.spaced and glyph.drawn == last.drawn else PIECE_GAP
    near = abs(glyph.base - last.base) <= 0.15 * size and -0.5 * size <= glyph.x0 - last.x1 <= most * size
    return near and not _butted(last, glyph)


def _butted(last: Glyph, glyph: Glyph) -> bool:
    """Whether two texts only came near each other: a title that fills its line, and the date beside it."""
    gap = glyph.x0 - last.x1
    touching = gap <= 0.1 * glyph.size and last.char.islower() and glyph.char.isupper()
    return last.bold != glyph.bold and (touching or gap > 0.6 * glyph.size)


def _joined(runs: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Runs that go on from each other, whatever the order of the file; the small print of "1st" stands a little higher."""
    if not runs:
        return []
    usual = median(run[0].size for run in runs)
    large = [run for run in runs if run[0].size >= _SMALL * usual]
    lines: list[list[Glyph]] = []
    for row in _on_one_line(large):
        for i, run in enumerate(row):
            gap = run[0].x0 - lines[-1][-1].x1 if i else math.inf
            size = run[0].size
            if -0.3 * size <= gap <= PIECE_GAP * size and not _butted(lines[-1][-1], run[0]):
                lines[-1].extend(run)
            else:
                lines.append(list(run))
    lines.sort(key=lambda line: line[0].base)
    bases = [line[0].base for line in lines]
    alone: list[list[Glyph]] = []
    for run in (run for run in runs if run[0].size < _SMALL * usual):
        near = lines[bisect_left(bases, run[0].base - 0.2 * usual) : bisect_right(bases, run[0].base + 0.5 * usual)]
        host = next((line for line in near if any(_touches(g, run[0]) for g in line)), None)
        if host is None:
            alone.append(list(run))
        else:
            host.extend(run)
            host.sort(key=lambda g: g.x0)
    return lines + alone


def _on_one_line(runs: Sequence[list[Glyph]]) -> Iterator[list[list[Glyph]]]:
    """Runs with one base line, from left to right."""
    row: list[list[Glyph]] = []
    for run in sorted(runs, key=lambda r: (r[0].base, r[0].x0)):
        if row and run[0].base - row[0][0].base > 0.15 * max(run[0].size, row[0][0].size):
            yield sorted(row, key=lambda r: r[0].x0)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda r: r[0].x0)


def _touches(glyph: Glyph, small: Glyph) -> bool:
    return -0.3 * glyph.size <= small.x0 - glyph.x1 <= 0.3 * glyph.size


def _unstretched(runs: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Words of a justified line put together again: however wide its spaces are, all have one width, and it ends where others end."""
    ordered = sorted(runs, key=lambda r: (round(r[0].base), r[0].x0))
    ends = Counter(_quarter(run[-1].x1) for run in ordered)
    widths = [_space(a, b) for a, b in pairwise(ordered)]
    lines: list[list[Glyph]] = []
    chain = ordered[:1]
    for i, run in enumerate(ordered[1:]):
        here = widths[i]
        near = [w for w in (widths[i - 1] if i else None, widths[i + 1] if i + 1 < len(widths) else None) if w]
        near += [*_inner_spaces(ordered[i]), *_inner_spaces(run)]
        if here and any(abs(w - here) <= 0.03 * here + 0.3 for w in near):
            chain.append(run)
        else:
            lines += _chained(chain, ends)
            chain = [run]
    return lines + _chained(chain, ends)


def _chained(chain: Sequence[list[Glyph]], ends: Counter[int]) -> list[list[Glyph]]:
    """One line if it ends at an edge where another line ends as well; else what it was."""
    if len(chain) < 2:
        return list(chain)
    end = _quarter(chain[-1][-1].x1)
    shared = sum(ends[end + d] for d in (-2, -1, 0, 1, 2)) > 1
    return [[g for run in chain for g in run]] if shared else list(chain)


def _quarter(x: float) -> int:
    return round(4 * x)


def _space(run: Sequence[Glyph], after: Sequence[Glyph]) -> float | None:
    """Width of the space between two runs of one line; None where there is none, or too wide a one."""
    end, start = run[-1], after[0]
    width = start.x0 - end.x1
    one_line = abs(start.base - end.base) <= 0.15 * start.size
    return width if one_line and 0 < width <= STRETCHED_GAP * start.size else None


def _inner_spaces(run: Sequence[Glyph]) -> list[float]:
    """Widths of the stretched spaces in a run."""
    return [w for a, b in pairwise(run) if (w := b.x0 - a.x1) > 0.8 * b.size]


def _piece(run: Sequence[Glyph]) -> Iterator[Piece]:
    glyphs = _once(run)
    text = clean("".join(_spelled(glyphs)))
    if text:
        letters = [g for g in glyphs if g.char.isalnum()] or glyphs
        size = median(g.size for g in letters)
        bold = sum(g.bold for g in letters) > 0.97 * len(letters)
        lead = all(g.bold for g in letters[:3])
        yield Piece(
            text,
            glyphs[0].x0,
            max(g.x1 for g in glyphs),
            median(g.base for g in letters),
            size,
            bold,
            glyphs[0].page,
            lead,
        )


def _once(run: Sequence[Glyph]) -> list[Glyph]:
    """Without letters drawn twice, a hair apart, to look bold."""
    kept = [run[0]]
    for glyph in run[1:]:
        if not (glyph.char == kept[-1].char and abs(glyph.x0 - kept[-1].x0) < 0.1 * glyph.size):
            kept.append(glyph)
    return kept


def _spelled(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """The characters with spaces where words end, also where letters are set apart ("S K I L L S")."""
    gaps = [(b.x0 - a.x1) / max(b.size, 1.0) for a, b in pairwise(glyphs)]
    alone = [g.spaced for g in glyphs[1:]]
    stretched = len(glyphs) >= 5 and sum(alone) >= 0.7 * len(alone)
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    least = 1.6 * usual if stretched else WORD_GAP + max(0.0, usual)
    yield glyphs[0].char
    for glyph, gap in zip(glyphs[1:], gaps, strict=True):
        if gap > least or (glyph.spaced and not stretched):
            yield " "
        yield glyph.char


def clean(text: str) -> str:
    """Text with ligatures spelled out, soft hyphens within and pictures from icon fonts left out, and single spaces."""
    ended = f"{text[:-1]}-" if text.endswith(SOFT_HYPHEN) else text
    words = ended.translate(_ODD).split()
    return " ".join(w for w in words if not (len(w) == 1 and _PRIVATE.match(w) and w not in BULLETS))


def _with_bullets(pieces: Sequence[Piece]) -> list[Piece]:
    """Without bullets; the pieces they stand before know of them.

    Args:
        pieces: from the top down.
    """
    kept: list[Piece] = []
    bases = [p.base for p in pieces]
    for piece in pieces:
        if _is_bullet(piece.text):
            near = pieces[bisect_left(bases, piece.base - piece.size) : bisect_right(bases, piece.base + piece.size)]
            after = [p for p in near if p.beside(piece) and 0 <= p.x0 - piece.x1 <= 4 * piece.size]
            if after:
                follower = min(after, key=lambda p: p.x0)
                follower.bullet, follower.bullet_x = piece.text, piece.x0
            if after or piece.text not in "-\u2013—":
                continue
        elif piece.text[0] in BULLETS and piece.text[1:2] == " ":
            piece.text, piece.bullet, piece.bullet_x = piece.text[2:], piece.text[0], piece.x0
            piece.x0 += 1.1 * piece.size
        kept.append(piece)
    return kept


def _is_bullet(text: str) -> bool:
    return len(text) == 1 and (text in BULLETS or text == "o" or bool(_PRIVATE.match(text)))
