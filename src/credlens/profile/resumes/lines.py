"""Lines of a resume to sections and entries: the part that all formats made of lines share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from credlens.profile.dates import Span, ended, find_period, find_span, span_of
from credlens.profile.degrees import names_study
from credlens.profile.headings import section_of
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.profile.resumes.certificates import grouped, name_in_lines, only_date
from credlens.profile.roles import ends_sentence

_BULLET = re.compile(r"\s*(?:[-*+•·▪●◦‣\u2013—➢✓]|o(?=\s)|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$")
_BOLD_START = re.compile(r"\s*(?:\*\*|__)[^*_]")
_INLINE = re.compile(r"(?P<head>[^\W\d_](?:[^\W\d_]|[ &/'\u2019-]){2,40}):\s+(?P<rest>\S.*)")
_CODED = re.compile(
    r"\b(?:programming|coding|Python|Java(?:Script)?|TypeScript|SQL|HTML|PHP|Ruby|Rust|Kotlin|Swift|Golang)\b|C\+\+|C#",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"(?<!!)\[[^\]\[]*\]\(<?((?:https?://|mailto:)[^()\s>]*)")
_COLUMNS = re.compile(r"(?<=[^\s|\u2013—-])(?: *\t[ \t]*| {4,})(?=[^\s|\u2013—-])")
_RULE = re.compile(r"\s*(?:[-=_*~]\s?){3,}$")
_IN_ENTRIES = (Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS, Section.VOLUNTEER)
_TITLE_CLUTTER = re.compile(r"\(\s*\)|\[\s*\]|^[\s,|·•\u2013—:;-]+|[\s,|·•\u2013—:;(-]+$")
_DATE_FIRST = re.compile(r"\W*(?:19|20)\d\d\b")
_DASH = re.compile(r"\s*[-\u2013—]\s*$")
_LABELLED = re.compile(r"[^\W\d_][\w ]{2,30}:\s")
_BROKEN = 40  # characters; a shorter line was not broken for want of room
_HEADER_LINES = 15  # in which a name is looked for
_NOT_A_NAME = re.compile(
    r"\d|@|://|\b(?:resume|résumé|curriculum|vitae|cv|page)\b|\b(?:an?|this|the|invented) example\b"
    r"|^example (?:only|person|document|data|profile|template|text|file)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of a document before its sections are known.

    Attributes:
        words: without bullets and marks.
        level: of a heading, from 1; 0 when it is none by its marks or looks.
        strong: whether all of it stands out, as bold type does.
        marked: whether it begins an entry by its marks or looks.
        indented: whether it is set in.
        after_blank: whether there is room above it.
        plain: whether its looks say that it is no heading, whatever its words are.
        minor: whether it is in smaller letters than what it stands below.
        section: what it announces, when its looks say that it is a heading and one word of it is a heading's.
        links: addresses that its words lead to.
    """

    where: str
    words: str
    level: int = 0
    strong: bool = False
    marked: bool = False
    listed: bool = False
    indented: bool = False
    after_blank: bool = False
    plain: bool = False
    minor: bool = False
    section: Section | None = None
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """A section while it is being gathered."""

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
    minor: bool = False
    links: tuple[str, ...] = ()

    @property
    def line(self) -> Line:
        return Line(self.where, self.text, self.listed, self.links)


def parse(text: str, where: str) -> Resume:
    """A resume out of plain or marked-up lines."""
    seen = _seen(text.split("\n"), where)
    return Resume(_name_among(seen), assemble(seen))


def assemble(lines: Sequence[Seen]) -> tuple[Entry, ...]:
    """The entries of a document by its lines."""
    return tuple(entry for part in _parts(lines) for entry in _entries(part))


def _seen(lines: Sequence[str], where: str) -> list[Seen]:
    seen: list[Seen] = []
    blank = True
    for number, raw in enumerate(lines, start=1):
        if not plain(raw) or _RULE.match(raw):
            blank = True
            continue
        heading = _HEADING.match(raw)
        listed = bool(_BULLET.match(raw))
        seen.append(
            Seen(
                f"{where}:{number}",
                plain(heading[2] if heading else raw),
                len(heading[1]) if heading else 0,
                bool(_BOLD_LINE.match(raw)),
                bool(heading or _BOLD_START.match(raw)) and not listed,
                listed,
                raw[:1].isspace(),
                blank,
                links=tuple(_ADDRESS.findall(raw)),
            )
        )
        blank = False
    return seen


def _name_among(lines: Sequence[Seen]) -> str:
    """The first line of the header that is a person's name."""
    for line in lines[:_HEADER_LINES]:
        if not line.listed and section_of(line.words) is not None:
            break
        if name := name_in(line.words):
            return name
    return ""


def _parts(lines: Sequence[Seen]) -> list[_Part]:
    parts = [_Part(Section.HEADER, "")]
    level = 0
    for line in lines:
        section = None if line.listed or line.plain else section_of(line.words) or line.section
        inline = _inline(line, parts[-1])
        if section is not None and (line.level or line.strong or len(line.words) <= 40):
            parts.append(_Part(section, line.words))
            level = line.level
        elif inline:
            gathered = _Gathered(line.where, inline[2], listed=False, marked=False, after_blank=True)
            parts.append(_Part(*inline[:2], [gathered]))
        elif line.level and level and line.level <= level:
            parts.append(_Part(Section.OTHER, line.words))
        else:
            _gather(parts[-1], line)
    return parts


def _inline(line: Seen, part: _Part) -> tuple[Section, str, str] | None:
    """(section, heading, the rest) of a line like "Skills: SQL, Excel"; inside a job only after a blank line."""
    found = _INLINE.fullmatch(line.words) if not line.indented and not line.listed else None
    section = section_of(found["head"]) if found and found["head"][0].isupper() else None
    if found is None or section is None or section is part.section:
        return None
    # "Languages: Python" among the skills names no spoken language.
    first = not part.lines
    if part.section is Section.SKILLS and (first or not line.after_blank or _CODED.search(line.words)):
        return None
    free = part.section in (Section.HEADER, Section.SUMMARY, Section.OTHER) or line.after_blank
    return (section, found["head"], found["rest"]) if free else None


def _gather(part: _Part, seen: Seen) -> None:
    """Append a line, or join it to the one before that it goes on from."""
    line = _Gathered(seen.where, seen.words, seen.listed, seen.marked, seen.after_blank, seen.minor, seen.links)
    last = part.lines[-1] if part.lines else None
    goes_on = (
        last is not None
        and not (line.after_blank or line.listed or line.marked or find_span(line.text))
        and (
            (last.listed and (seen.indented or line.text[0].islower()))
            or (part.section is Section.SUMMARY and not last.listed)
            or (line.text[0].islower() and last.text[-1] not in ".:;" and not last.marked and not _is_short(part, last))
        )
    )
    if last is not None and goes_on:
        last.text, last.links = f"{last.text} {line.text}", (*last.links, *line.links)
    else:
        part.lines.append(line)


def _is_short(part: _Part, line: _Gathered) -> bool:
    """Whether a line of work may be a title over an employer in small letters: no line that had to be broken."""
    return part.section is Section.EXPERIENCE and not line.listed and len(line.text) < _BROKEN


def _entries(part: _Part) -> list[Entry]:
    lines = part.lines
    if not lines:
        return []
    if part.section is Section.CERTIFICATIONS:
        bounds = [*grouped(lines), len(lines)]
        return [_certificate(part, lines[a:b]) for a, b in pairwise(bounds)]
    if part.section not in _IN_ENTRIES:
        return [Entry(part.section, "", tuple(g.line for g in lines), part.heading)]
    starts = _starts(lines, part.section)
    if not starts:  # nothing is dated or marked: each paragraph is an entry
        starts = [i for i, g in enumerate(lines) if g.after_blank or i == 0]
    bounds = [*sorted({0, *starts}), len(lines)]
    return [_entry(part, lines[a:b]) for a, b in pairwise(bounds)]


def _certificate(part: _Part, lines: Sequence[_Gathered]) -> Entry:
    title = name_in_lines(lines)
    return Entry(part.section, title, tuple(g.line for g in lines), part.heading)


def _entry(part: _Part, lines: Sequence[_Gathered]) -> Entry:
    if len(lines) > 1 and only_date(lines[0].text):  # the title line goes first, wherever its date stands
        lines = [lines[1], lines[0], *lines[2:]]
    torn = _torn(lines[:4])
    span: Span | None = None
    title = ""
    for gathered in lines[:4]:
        if gathered.listed and gathered is not lines[0]:
            break
        found = find_span(gathered.text)
        if found is None and torn is None and part.section is Section.EDUCATION:
            found = _ended(gathered.text)
        words = gathered.text
        if found and span is None:
            span = found
            words = words[: found.at[0]] + words[found.at[1] :]
        title = title or _TITLE_CLUTTER.sub("", _TITLE_CLUTTER.sub("", words)).strip()
    return Entry(part.section, title, tuple(g.line for g in lines), part.heading, span or torn)


def _torn(lines: Sequence[_Gathered]) -> Span | None:
    """A span of which the second half slipped into the next line, as in narrow columns."""
    for above, below in pairwise(lines):
        start, end = find_period(above.text), find_period(below.text)
        if start and end and _DASH.match(above.text, start[1][1]) and not find_span(below.text):
            return span_of(start[0], end[0])
    return None


def _ended(text: str) -> Span | None:
    """The one date at the head or at the end of a line of education: when it ended."""
    found = find_period(text)
    if found is None or _LABELLED.match(text):
        return None
    period, (start, end) = found
    if _DASH.match(text, end):  # the other end of a span stands elsewhere
        return None
    outer = any(sum(c.isalnum() for c in rest) == 0 for rest in (text[:start], text[end:]))
    return ended(period, (start, end)) if outer else None


def _starts(lines: Sequence[_Gathered], section: Section) -> list[int]:
    """Where entries begin: at marked lines, and at the head of the lines above a date."""
    dated = _dated(lines, section)
    if only_date(lines[0].text):  # each date stands over what it belongs to, or before it
        own = [not gathered.listed and only_date(gathered.text) for gathered in lines]
        before = [here and _DATE_FIRST.match(gathered.text) for here, gathered in zip(dated, lines, strict=True)]
        return [i for i in range(len(lines)) if own[i] or before[i]]
    starts: list[int] = []
    usual = next((i for i, is_dated in enumerate(dated) if is_dated), 0)  # lines of a head above its date
    owned = -1  # index of the last line that already belongs to a dated head
    for i, gathered in enumerate(lines):
        if gathered.marked and not (
            starts and starts[-1] == i - 1 and lines[i - 1].marked and not gathered.after_blank
        ):
            starts.append(i)
        if not dated[i]:
            continue
        head = i
        while head - 1 > owned and i - head < 2 and not dated[head - 1] and _heads(lines, head):
            head -= 1
        # Without room above it, the line may be the last of the entry before.
        if i - head > usual:
            head = next((k for k in range(head, i) if lines[k].after_blank or lines[k].marked), i - usual)
        if not starts or starts[-1] < head:
            starts.append(head)
        owned = i
    return starts


def _dated(lines: Sequence[_Gathered], section: Section) -> list[bool]:
    """Which lines have the date of an entry: a span of time, in education also one date beside a school or a degree."""
    items = all(gathered.listed for gathered in lines)
    own = [items or not gathered.listed or gathered.after_blank for gathered in lines]
    dated = [free and find_span(gathered.text) is not None for free, gathered in zip(own, lines, strict=True)]
    if section is not Section.EDUCATION:
        return dated
    for i, gathered in enumerate(lines):
        if own[i] and not dated[i] and _ended(gathered.text):
            above = (lines[k].text for k in range(i, max(i - 3, -1), -1) if k == i or not (dated[k] or lines[k].listed))
            dated[i] = any(names_study(text) for text in above) and not (
                i and dated[i - 1] and only_date(gathered.text)
            )
    return dated


def _heads(lines: Sequence[_Gathered], index: int) -> bool:
    """Whether the line above ``index`` belongs to the same head: a title over its date."""
    above, here = lines[index - 1], lines[index]
    joined = not here.after_blank or above.marked
    return joined and not above.listed and not ends_sentence(above.text) and find_span(above.text) is None


def plain(raw: str) -> str:
    """A line's words, without bullets and Markdown marks; columns that stand far apart are set apart by ``" | "``."""
    words = _BULLET.sub("", raw, count=1) if _BULLET.match(raw) else raw
    words = _COLUMNS.sub(" | ", _MARKS.sub("", _LINK.sub(r"\1", words)).strip().lstrip("#"))
    return " ".join(words.split())


def name_in(words: str) -> str:
    """A person's name out of the first lines; empty when the line is none."""
    first = words.removeprefix("Name:").split(",")[0].split("|")[0].strip()
    parts = first.split()
    fits = 1 < len(parts) <= 5 and all(_capital(p[0]) or p.islower() for p in parts) and _capital(parts[0][0])
    return first if fits and len(first) <= 60 and not _NOT_A_NAME.search(first) and not first.endswith(".") else ""


def _capital(letter: str) -> bool:
    """Whether a letter is a capital, or of a script that has none (Arabic, Hebrew, Chinese)."""
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())
