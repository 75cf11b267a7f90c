"""Lines of a resume to sections and entries: the part that text and Markdown share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from credlens.profile.dates import Span, find_span
from credlens.profile.headings import section_of
from credlens.profile.resume import Entry, Line, Resume, Section

_BULLET = re.compile(r"\s*(?:[-*+•·▪●◦‣\u2013—➢✓]|o(?=\s)|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$")
_BOLD_START = re.compile(r"\s*(?:\*\*|__)[^*_]")
_INLINE = re.compile(r"(?P<head>[A-Z][A-Za-z &/]{2,40}):\s+(?P<rest>\S.*)")
_MARKS = re.compile(r"\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_RULE = re.compile(r"\s*(?:[-=_*~]\s?){3,}$")
_IN_ENTRIES = (Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS, Section.VOLUNTEER)
_TITLE_CLUTTER = re.compile(r"\(\s*\)|\[\s*\]|^[\s,|·•\u2013—:;-]+|[\s,|·•\u2013—:;(-]+$")
_NOT_A_NAME = re.compile(r"\d|@|://|\b(?:resume|résumé|curriculum|vitae|cv|page|example)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Part:
    """A section while it is being gathered: (line, depth of its marking or None, number of the line in the document)."""

    section: Section
    heading: str
    lines: list[_Gathered] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    where: str
    text: str
    listed: bool
    marked: bool
    after_blank: bool

    @property
    def line(self) -> Line:
        return Line(self.where, self.text, self.listed)


def parse(text: str, where: str) -> Resume:
    """A resume out of plain or marked-up lines."""
    parts, name = _parts(text.split("\n"), where)
    entries = [entry for part in parts for entry in _entries(part)]
    return Resume(name, tuple(entries))


def _parts(lines: Sequence[str], where: str) -> tuple[list[_Part], str]:
    parts = [_Part(Section.HEADER, "")]
    name, blank, level = "", True, 0
    for number, raw in enumerate(lines, start=1):
        if not plain(raw) or _RULE.match(raw):
            blank = True
            continue
        place = f"{where}:{number}"
        heading = _HEADING.match(raw)
        bold = _BOLD_LINE.match(raw)
        words = plain(heading[2] if heading else raw)
        section = None if _BULLET.match(raw) else section_of(words)
        if not name and number <= 15 and section is None and parts[-1].section is Section.HEADER:
            name = _name(words)
        inline = _inline(raw, parts[-1].section, blank)
        if section is not None and (heading or bold or len(words) <= 40):
            parts.append(_Part(section, words))
            level = len(heading[1]) if heading else 0
        elif inline:
            parts.append(
                _Part(*inline[:2], [_Gathered(place, inline[2], listed=False, marked=False, after_blank=True)])
            )
        elif heading and level and len(heading[1]) <= level:
            parts.append(_Part(Section.OTHER, words))
        else:
            marked = bool(heading or _BOLD_START.match(raw)) and not _BULLET.match(raw)
            _gather(parts[-1], raw, _Gathered(place, words, bool(_BULLET.match(raw)), marked, blank))
        blank = False
    return parts, name


def _inline(raw: str, current: Section, after_blank: bool) -> tuple[Section, str, str] | None:
    """(section, heading, the rest) of a line like "Skills: SQL, Excel"; inside a job only after a blank line."""
    found = _INLINE.fullmatch(plain(raw)) if not raw[:1].isspace() and not _BULLET.match(raw) else None
    section = section_of(found["head"]) if found else None
    # "Languages: Python" among the skills names no spoken language.
    if found is None or section is None or section is current or (current is Section.SKILLS and not after_blank):
        return None
    free = current in (Section.HEADER, Section.SUMMARY, Section.OTHER) or after_blank
    return (section, found["head"], found["rest"]) if free else None


def _gather(part: _Part, raw: str, line: _Gathered) -> None:
    """Append a line, or join it to the one before that it goes on from."""
    last = part.lines[-1] if part.lines else None
    goes_on = (
        last is not None
        and not (line.after_blank or line.listed or line.marked or find_span(line.text))
        and (
            (last.listed and (raw[:1].isspace() or line.text[0].islower()))
            or (part.section is Section.SUMMARY and not last.listed)
            or (line.text[0].islower() and last.text[-1] not in ".:;" and not last.marked)
        )
    )
    if last is not None and goes_on:
        last.text = f"{last.text} {line.text}"
    else:
        part.lines.append(line)


def _entries(part: _Part) -> list[Entry]:
    lines = part.lines
    if not lines:
        return []
    if part.section not in _IN_ENTRIES:
        return [Entry(part.section, "", tuple(g.line for g in lines), part.heading)]
    starts = _starts(lines)
    if not starts:  # nothing is dated or marked: each paragraph is an entry
        starts = [i for i, g in enumerate(lines) if g.after_blank or i == 0]
    bounds = [*sorted({0, *starts}), len(lines)]
    return [_entry(part, lines[a:b]) for a, b in pairwise(bounds)]


def _entry(part: _Part, lines: Sequence[_Gathered]) -> Entry:
    span: Span | None = None
    title = ""
    for gathered in lines[:4]:
        if gathered.listed and gathered is not lines[0]:
            break
        found = find_span(gathered.text)
        words = gathered.text
        if found and span is None:
            span = found
            words = words[: found.at[0]] + words[found.at[1] :]
        title = title or _TITLE_CLUTTER.sub("", _TITLE_CLUTTER.sub("", words)).strip()
    return Entry(part.section, title, tuple(g.line for g in lines), part.heading, span)


def _starts(lines: Sequence[_Gathered]) -> list[int]:
    """Where entries begin: at marked lines, and at the head of the lines above a date."""
    starts: list[int] = []
    owned = -1  # index of the last line that already belongs to a dated head
    for i, gathered in enumerate(lines):
        if gathered.marked and not (
            starts and starts[-1] == i - 1 and lines[i - 1].marked and not gathered.after_blank
        ):
            starts.append(i)
        if (gathered.listed and not gathered.after_blank) or not find_span(gathered.text):
            continue
        head = i
        while head - 1 > owned and i - head < 2 and _heads(lines, head):
            head -= 1
        if not starts or starts[-1] < head:
            starts.append(head)
        owned = i
    return starts


def _heads(lines: Sequence[_Gathered], index: int) -> bool:
    """Whether the line above ``index`` belongs to the same head: a title over its date."""
    above, here = lines[index - 1], lines[index]
    joined = not here.after_blank or above.marked
    return joined and not above.listed and not above.text.endswith(".") and find_span(above.text) is None


def plain(raw: str) -> str:
    """A line's words, without bullets and Markdown marks."""
    words = _BULLET.sub("", raw, count=1) if _BULLET.match(raw) else raw
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", words)).strip().lstrip("#").split())


def _name(words: str) -> str:
    """A person's name out of the first lines; empty when the line is none."""
    first = words.removeprefix("Name:").split(",")[0].split("|")[0].strip()
    parts = first.split()
    fits = 1 < len(parts) <= 5 and all(p[0].isupper() or p.islower() for p in parts) and parts[0][0].isupper()
    return first if fits and len(first) <= 60 and not _NOT_A_NAME.search(first) and not first.endswith(".") else ""
