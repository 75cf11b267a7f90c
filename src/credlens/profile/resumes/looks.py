"""Opened documents to resumes: what their looks say of headings, entries and the person's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from credlens.model.errors import Problem
from credlens.profile.headings import section_of
from credlens.profile.openers.opened import Opened, OpenedLine
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes.lines import Seen, assemble, name_in

_LONGEST_HEADING = 40  # characters
_BIGGER = 0.4  # points; what printers call the same size differs by less
_LABEL = re.compile(r"[^\W\d_][\w &/+.-]{1,40}:(?:\s|$)")
_MAIL = re.compile(r"[\w.+-]+(?=@)")
_FIRST_LINES, _HEADER_LINES = 120, 15  # of a document, in which a name is looked for; without large letters
_BEFORE_HEADINGS = 4.0  # points that a name before the first heading counts as larger
_LABELS = (Section.SKILLS, Section.LANGUAGES)  # sections whose words also stand over groups of skills
_IN_TIME = (Section.EXPERIENCE, Section.EDUCATION)


class Look(NamedTuple):
    """What a heading looks like; the larger, the more it stands out. ``level`` is 9 for the highest, 0 for none."""

    size: float
    bold: bool
    capitals: bool
    level: int


def resume_of(opened: Opened, where: str) -> Resume:
    """The resume in an opened document, with what is doubtful about it."""
    seen = _seen(opened.lines, where)
    entries = assemble(seen)
    notes = [Problem(where, n.message, n.what_to_do) for n in opened.notes]
    sections = {e.section for e in entries}
    quality = opened.quality
    if not sections & {Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS, Section.VOLUNTEER}:
        quality = min(quality, 0.5)
        message = "No heading of work or education was recognised, so no years and degrees are read."
        notes.append(Problem(where, message, 'Give these parts headings such as "Experience" and "Education".'))
    elif not any(e.span for e in entries if e.section in _IN_TIME):
        quality = min(quality, 0.7)
        message = "No dates were found in work and education."
        notes.append(Problem(where, message, 'Write them as "March 2019 - present", or look through what was read.'))
    return Resume(_name(opened.lines), entries, notes=tuple(notes), quality=quality)


def _seen(lines: Sequence[OpenedLine], where: str) -> list[Seen]:
    body = body_size(lines)
    seen: list[Seen] = []
    numbers: Counter[int] = Counter()
    above = 0.0  # size of the letters of what the next line may be a detail of
    for line, (heading, section) in zip(lines, _headings(lines, body), strict=True):
        numbers[line.page] += 1
        minor = line.size < above - 0.5
        seen.append(
            Seen(
                _place(where, line.page, numbers[line.page]),
                line.text,
                level=1 if heading else 0,
                strong=heading,
                marked=not heading and _begins(line, body),
                listed=line.listed and not heading,
                after_blank=line.apart,
                plain=not heading,
                minor=minor,
                section=section,
            )
        )
        above = 0.0 if heading else above if minor else line.size
    return seen


def _headings(lines: Sequence[OpenedLine], body: float) -> Iterator[tuple[bool, Section | None]]:
    """Whether each line is a heading, and the section it announces when only its looks tell that it is one."""
    heads = heading_looks(lines, body)
    known = [_is_candidate(line) for line in lines]
    unknown = [not k and look_of(line) in heads and _may_head(line) for k, line in zip(known, lines, strict=True)]
    if sum(unknown) > sum(known):  # then titles of entries look like headings
        unknown = [False] * len(lines)
    current: tuple[Look, Section | None] | None = None
    for line, is_known, is_unknown in zip(lines, known, unknown, strict=True):
        look, section = look_of(line), section_of(line.text) if is_known else None
        weaker = current is not None and look < current[0] and look not in heads
        group = current is not None and current[1] in _LABELS and section in _LABELS
        if is_unknown or (is_known and not (weaker and (group or look.size < body + _BIGGER))):
            current = look, section
            yield True, _hinted(line.text) if is_unknown else None
        else:
            yield False, None


def _hinted(words: str) -> Section | None:
    """The section that a single word of a heading tells, where all of them together tell none ("Digital skills")."""
    return next((found for word in words.split() if (found := section_of(word))), None)


def _place(where: str, page: int, number: int) -> str:
    return f"{where}: page {page}, line {number}" if page else f"{where}: line {number}"


def body_size(lines: Sequence[OpenedLine]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], -s), default=0.0)


def look_of(line: OpenedLine) -> Look:
    """How a line looks, sizes to half a point."""
    letters = [c for c in line.text if c.isalpha()]
    capitals = len(letters) > 2 and all(c.isupper() for c in letters)
    return Look(round(line.size * 2) / 2, line.bold, capitals, 10 - line.level if line.level else 0)


def heading_looks(lines: Sequence[OpenedLine], body: float) -> frozenset[Look]:
    """The looks of headings: those that stand out from the text and that at least two different headings have.

    "Languages" and "Tools" in bold may also stand over groups of skills: alone they make no look of headings where there is a stronger one.
    """
    sections: dict[Look, set[Section]] = {}
    for line in lines:
        section = section_of(line.text) if _is_candidate(line) else None
        look = look_of(line)
        if section is not None and (look.size > body + _BIGGER or look.bold or look.capitals or look.level):
            sections.setdefault(look, set()).add(section)
    strongest = max(sections, default=None)
    return frozenset(
        look for look, found in sections.items() if len(found) > 1 and (found - set(_LABELS) or look == strongest)
    )


def _is_candidate(line: OpenedLine) -> bool:
    return not line.listed and len(line.text) <= _LONGEST_HEADING and section_of(line.text) is not None


def _may_head(line: OpenedLine) -> bool:
    words = line.text.split()
    return (
        not line.listed
        and len(words) <= 6
        and len(line.text) <= _LONGEST_HEADING
        and not any(c in "|@" for c in line.text)
    )


def _begins(line: OpenedLine, body: float) -> bool:
    """Whether a line looks like the title of an entry: bold at its start, larger, or a lower heading; a label with its words is none."""
    whole = line.level or (line.bold and not line.text.endswith(":"))  # "Microsoft Certified: Azure Administrator"
    if line.listed or (_LABEL.match(line.text) and not whole):
        return False
    return line.lead or line.bold or bool(line.level) or line.size > body + _BIGGER


def _name(lines: Sequence[OpenedLine]) -> str:
    """The person's name: the largest words of the first page that can be one; those their e-mail address has in it go first."""
    first = [line for line in lines if line.page <= 1][:_FIRST_LINES]
    names = list(dict.fromkeys(_large_names(first, body_size(lines)) + _first_names(first)))
    mail = next((found[0].casefold() for line in first if (found := _MAIL.search(line.text))), "")
    own = [n for n in names if any(len(w) > 2 and w.casefold() in mail for w in n.split())]
    return _cased((own or names or [""])[0])


def _large_names(first: Sequence[OpenedLine], body: float) -> list[str]:
    """Names in large letters, the largest first; what stands before the first heading counts as larger."""
    head = next((i for i, line in enumerate(first) if _is_candidate(line)), len(first))
    large = [i for i, line in enumerate(first) if line.size > body + 1]
    large.sort(key=lambda i: (-first[i].size - (_BEFORE_HEADINGS if i < head else 0), i))
    names = []
    for i in large[:6]:
        words = first[i].text
        if len(words.split()) == 1 and i + 1 < len(first) and abs(first[i + 1].size - first[i].size) < 1:
            words = f"{words} {first[i + 1].text}"
        if section_of(words) is None and (name := name_in(words)):
            names.append(name)
    return names


def _first_names(first: Sequence[OpenedLine]) -> list[str]:
    """Names before any heading."""
    head = takewhile(lambda line: not _is_candidate(line), first[:_HEADER_LINES])
    return [name for line in head if (name := name_in(line.text))]


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() else name
