"""The parts of a Word document in reading order: its paragraphs, those in tables and in text boxes among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from statistics import median
from typing import Any

from docx.oxml.ns import nsmap, qn

from credlens.profile.headings import section_of
from credlens.profile.openers.opened import OpenedLine
from credlens.profile.openers.pieces import BULLETS, clean

APART = " | "
MOST_LINES = 5_000  # a hundred pages
_DEEPEST = 8  # tables in tables, boxes in boxes
_BESIDE = 3  # lines; a cell with no more is a label or a date beside what stands in the next
_COLUMN = 4  # lines of a cell that is a column
_ROOM = 3.0  # points more than usual between paragraphs that set them apart
_HEADING = re.compile(r"(?:heading|berschrift|titre|titolo|t[ií]tulo|kop|rubrik|overskrift)\s*(\d)", re.IGNORECASE)
_LISTED = re.compile(r"list|bullet|aufz[aä]hlung", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = qn("w:txbxContent")
_FALSE = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a style says, None where it says nothing."""

    size: float | None = None
    bold: bool | None = None
    before: float | None = None
    after: float | None = None
    listed: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Given:
    line: OpenedLine
    room: float  # points between it and the one before
    blank: bool  # whether an empty paragraph stands before it


class Walk:
    """A walk through a document.

    Args:
        document: as python-docx opened it.

    Attributes:
        columns: whether tables or boxes were read as columns.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {s.get(qn("w:styleId")): s for s in document.styles.element.iterchildren(qn("w:style"))}
        self._looks = cache(self._looks_of)
        self._after = 0.0
        self._blank = True
        self.columns = False

    def lines(self) -> list[OpenedLine]:
        """Every line, the page header's first, each header's text once."""
        given: list[_Given] = []
        for section in self._document.sections:
            for header in (section.first_page_header, section.header):
                if not header.is_linked_to_previous:
                    known = {g.line.text for g in given}
                    given += [g for g in self._blocks(header._element, 0) if g.line.text not in known]  # noqa: SLF001
        for one in self._blocks(self._document.element.body, 0):
            given.append(one)
            if len(given) >= MOST_LINES:
                break
        rooms = [g.room for g in given if not g.line.level]
        usual = median(rooms) if rooms else 0.0
        return [replace(g.line, apart=g.blank or g.room > usual + _ROOM) for g in given]

    def _blocks(self, parent: Any, depth: int) -> Iterator[_Given]:
        for element in parent.iterchildren():
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, depth)
            elif element.tag == qn("w:tbl") and depth < _DEEPEST:
                yield from self._table(element, depth + 1)
            elif element.tag == qn("w:sdt"):
                for content in element.iterchildren(qn("w:sdtContent")):
                    yield from self._blocks(content, depth)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[_Given]:
        looks = self._paragraph_looks(paragraph)
        lines = [line for words in self._words(paragraph, looks) if (line := _line(words, looks))]
        for i, line in enumerate(lines):
            room = max(self._after, looks.before or 0.0) if i == 0 else 0.0
            yield _Given(line, room, self._blank and i == 0)
            self._blank = False
        if lines:
            self._after = looks.after or 0.0
        else:
            self._blank = True
        if depth < _DEEPEST:
            for box in paragraph.iter(_BOX):
                if not _inside(box, _FALLBACK, paragraph) and not _inside(box, _BOX, paragraph):
                    self._blank = True
                    yield from self._blocks(box, depth + 1)
                    self._blank = True

    def _words(self, paragraph: Any, looks: _Looks) -> Iterator[list[tuple[str, float, bool]]]:
        """The paragraph's lines as (text, size, bold) of its runs."""
        words: list[tuple[str, float, bool]] = []
        for run in paragraph.iter(qn("w:r")):
            if _inside(run, _BOX, paragraph) or _inside(run, _FALLBACK, paragraph):
                continue
            size, bold = self._run_looks(run, looks)
            for part in run.iterchildren():
                if part.tag == qn("w:t"):
                    words.append((part.text or "", size, bold))
                elif part.tag in {qn("w:tab"), qn("w:ptab")}:
                    words.append(("\t", size, bold))
                elif part.tag == qn("w:noBreakHyphen"):
                    words.append(("-", size, bold))
                elif part.tag in {qn("w:br"), qn("w:cr")}:
                    yield words
                    words = []
        yield words

    def _paragraph_looks(self, paragraph: Any) -> _Looks:
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle")
        looks = self._looks(style or self._default("paragraph"))
        own = _looks_in(properties, None)
        merged = _over(own, looks)
        number = properties.find(qn("w:numPr")) if properties is not None else None
        if number is not None and _value(number, "w:numId") == "0":
            merged = replace(merged, listed=False)
        return merged

    def _run_looks(self, run: Any, looks: _Looks) -> tuple[float, bool]:
        properties = run.find(qn("w:rPr"))
        styled = self._looks(_value(properties, "w:rStyle")) if _value(properties, "w:rStyle") else _Looks()
        own = _over(_looks_in(None, properties), _over(styled, looks))
        return own.size or 0.0, bool(own.bold)

    def _default(self, kind: str) -> str | None:
        for name, style in self._styles.items():
            if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in {"1", "true"}:
                return str(name)
        return None

    def _looks_of(self, style: str | None, depth: int = 0) -> _Looks:
        element = self._styles.get(style)
        if element is None or depth > 12:
            return self._document_defaults()
        below = self._looks_of(_value(element, "w:basedOn"), depth + 1)
        looks = _looks_in(element.find(qn("w:pPr")), element.find(qn("w:rPr")))
        name = _value(element, "w:name") or ""
        level = _HEADING.match(name)
        found = int(level[1]) if level else (1 if name.casefold() == "title" else looks.level)
        return replace(
            _over(looks, below),
            level=found or below.level,
            listed=looks.listed or below.listed or bool(_LISTED.search(name)),
        )

    def _document_defaults(self) -> _Looks:
        path = "w:docDefaults/w:rPrDefault/w:rPr"
        found = self._document.styles.element.find(path, nsmap)
        spacing = self._document.styles.element.find("w:docDefaults/w:pPrDefault/w:pPr", nsmap)
        return _looks_in(spacing, found)

    def _table(self, table: Any, depth: int) -> Iterator[_Given]:
        rows = [
            [list(self._blocks(cell, depth)) for cell in _cells(row)]
            for row in table.iter(qn("w:tr"))
            if _owner(row) is table
        ]
        start = 0
        for end in range(1, len(rows) + 1):
            if end == len(rows) or len(rows[end]) != len(rows[start]):
                yield from self._band(rows[start:end])
                start = end
        self._blank = True

    def _band(self, rows: Sequence[Sequence[list[_Given]]]) -> Iterator[_Given]:
        """Rows with the same number of cells: columns when each has headings of its own, else row by row."""
        columns = list(zip(*rows, strict=True))
        headed = [sum(_is_heading(g.line) for cell in column for g in cell) for column in columns]
        long = any(len(cells := [c for c in row if c]) > 1 and min(map(len, cells)) >= _COLUMN for row in rows)
        if len(columns) > 1 and (long or sum(map(bool, headed)) > 1) and any(len(c) > 1 for row in rows for c in row):
            self.columns = True
            for column in columns:
                yield from (_apart(g) if i == 0 else g for cell in column for i, g in enumerate(cell))
            return
        for row in rows:
            cells = [cell for cell in row if cell]
            if len(cells) > 1 and (min(map(len, cells)) > _BESIDE or _stands_out(cells[0][0].line)):
                yield from (_apart(g) if i == 0 else g for cell in cells for i, g in enumerate(cell))
            else:
                yield from _beside(cells)


def _beside(cells: Sequence[Sequence[_Given]]) -> Iterator[_Given]:
    for given in zip_longest(*cells):
        here = [g for g in given if g]
        first = here[0]
        text = APART.join(g.line.text for g in here)
        bold = all(g.line.bold for g in here)
        level = first.line.level if len(here) == 1 else 0
        listed = first.line.listed if len(here) == 1 else False
        yield replace(first, line=replace(first.line, text=text, bold=bold, level=level, listed=listed))


def _apart(given: _Given) -> _Given:
    return replace(given, blank=True)


def _is_heading(line: OpenedLine) -> bool:
    return not line.listed and section_of(line.text) is not None


def _stands_out(line: OpenedLine) -> bool:
    return _is_heading(line) and (line.bold or line.level > 0 or line.text.isupper())


def _line(words: Sequence[tuple[str, float, bool]], looks: _Looks) -> OpenedLine | None:
    raw = "".join(text for text, _, _ in words)
    parts = [part for piece in raw.split("\t") if (part := clean(piece))]
    text = APART.join(parts)
    listed = looks.listed
    while text and text[0] in BULLETS and (text[1:2] == " " or text[1:].startswith(APART)):
        text, listed = text[1:].removeprefix(APART).strip(), True
    if not text or (len(text) == 1 and text in BULLETS):
        return None
    lettered = [(size, bold, len(t.strip())) for t, size, bold in words if any(c.isalnum() for c in t)]
    size = max(lettered, key=lambda one: one[2])[0] if lettered else 0.0
    bold = bool(lettered) and all(b for _, b, _ in lettered)
    lead = bool(lettered) and lettered[0][1]
    return OpenedLine(text, 0, size, bold, lead, listed, level=0 if listed else looks.level)


def _looks_in(paragraph: Any, run: Any) -> _Looks:
    """What properties of a paragraph and of a run say themselves."""
    spacing = paragraph.find(qn("w:spacing")) if paragraph is not None else None
    outline = _value(paragraph, "w:outlineLvl")
    half = _value(run, "w:sz")
    bold = run.find(qn("w:b")) if run is not None else None
    return _Looks(
        float(half) / 2 if half and half.isdigit() else None,
        None if bold is None else (bold.get(qn("w:val")) or "1").lower() not in _FALSE,
        _twips(spacing, "w:before"),
        _twips(spacing, "w:after"),
        paragraph is not None and paragraph.find(qn("w:numPr")) is not None,
        int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else 0,
    )


def _over(top: _Looks, below: _Looks) -> _Looks:
    return _Looks(
        below.size if top.size is None else top.size,
        below.bold if top.bold is None else top.bold,
        below.before if top.before is None else top.before,
        below.after if top.after is None else top.after,
        top.listed or below.listed,
        top.level or below.level,
    )


def _value(parent: Any, name: str) -> str | None:
    found = parent.find(qn(name)) if parent is not None else None
    return None if found is None else found.get(qn("w:val"))


def _twips(spacing: Any, name: str) -> float | None:
    found = spacing.get(qn(name)) if spacing is not None else None
    return int(found) / 20 if found and found.isdigit() else None


def _cells(row: Any) -> Iterator[Any]:
    for child in row.iterchildren():
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from (
                c for content in child.iterchildren(qn("w:sdtContent")) for c in content.iterchildren(qn("w:tc"))
            )


def _owner(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != qn("w:tbl"):
        parent = parent.getparent()
    return parent


def _inside(element: Any, tag: str, top: Any) -> bool:
    """Whether an element stands in one with this tag below ``top``."""
    parent = element.getparent()
    while parent is not None and parent is not top:
        if parent.tag == tag:
            return True
        parent = parent.getparent()
    return False
