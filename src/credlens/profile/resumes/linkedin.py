"""The zip archive of one's own data that LinkedIn hands out ("Get a copy of your data").

Its files are read where they lie and nothing is unpacked to disk; columns are known by their headers in several languages, and where they
are not, by their order, which is the same in all of them.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from credlens.model.errors import InputError, Problem
from credlens.profile.dates import Span, find_period, span_of
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.profile.resumes.linkedin_words import ALSO, FILES, HEADERS, ORDER
from credlens.skills.decode import decode

MOST_MEMBERS = 5_000  # of an archive; exports have some fifty, and one for each picture
MOST_BYTES = 20 * 1024 * 1024  # of one file, unpacked: more than a lifetime of jobs
MOST_ROWS = 5_000
HEADER_WITHIN = 20  # rows; some files begin with notes

IN_ENGLISH = "Ask LinkedIn for the archive with your account's language set to English, or give your resume as PDF, DOCX or text."

_SECTIONS = {
    "positions": Section.EXPERIENCE,
    "volunteering": Section.VOLUNTEER,
    "projects": Section.PROJECTS,
    "education": Section.EDUCATION,
}
_LISTS = {
    # kind -> (section, (what stands before a column, column) in the order of the line)
    "skills": (Section.SKILLS, (("", "name"), (": ", "level"))),
    "certifications": (
        Section.CERTIFICATIONS,
        (
            ("", "name"),
            (", issued ", "start"),
            (", expires ", "end"),
            (", ", "authority"),
            (", credential ID ", "number"),
            (", ", "url"),
        ),
    ),
    "languages": (Section.LANGUAGES, (("", "name"), (": ", "level"))),
    "courses": (Section.COURSES, (("", "name"),)),
}

_PAGE = re.compile(r"https?://[^\s,;\]]+")

Row = Mapping[str, str]


@dataclass
class _Table:
    """A file's rows by column, each with the place it is called by."""

    rows: list[tuple[str, Row]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read(data: bytes, where: str) -> Resume:
    """The resume in a LinkedIn export.

    Raises:
        InputError: it is no zip archive, holds none of the files that are known, or would unpack to too much.
    """
    tables = {kind: _table(kind, text, place) for kind, (text, place) in _texts(data, where).items()}
    if not any(table.rows for table in tables.values()):
        problems = [note for table in tables.values() for note in table.notes]
        raise InputError(
            problems or [Problem(where, "The LinkedIn archive holds no data that could be read.", IN_ENGLISH)]
        )
    name = next((f"{row.get('first', '')} {row.get('last', '')}".strip() for _, row in _rows(tables, "profile")), "")
    notes = tuple(note for table in tables.values() for note in table.notes)
    return Resume(name, tuple(_entries(tables)), structured=True, notes=notes, contact=tuple(_contact(tables)))


def _contact(tables: Mapping[str, _Table]) -> Iterator[tuple[str, str]]:
    """What the profile shows to everybody: the region, and pages of one's own ("[PORTFOLIO:https://...]")."""
    for _, row in _rows(tables, "profile"):
        if place := row.get("place"):
            yield "place", place
        yield from (("link", found) for found in _PAGE.findall(row.get("websites", "")))


def kept(data: bytes, where: str) -> bytes:
    """The archive with nothing but the files that are read: what else LinkedIn knows, messages and contacts, need not be stored.

    Raises:
        InputError: as :func:`read`.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for text, place in _texts(data, where).values():
            # A ZipInfo's day never changes: the same archive is the same bytes.
            archive.writestr(zipfile.ZipInfo(place.rpartition(": ")[2]), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _texts(data: bytes, where: str) -> dict[str, tuple[str, str]]:
    """Kind of file -> (its text, the place it is called by), of the files that are known."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = _wanted(archive, where)
            return {
                kind: (_text(archive, member, f"{where}: {name}"), f"{where}: {name}")
                for kind, (member, name) in wanted.items()
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        locked = isinstance(error, RuntimeError) and "password" in str(error)
        message = "The archive is protected with a password." if locked else "This is no zip archive, or a damaged one."
        raise InputError([Problem(where, message, "Give the archive as LinkedIn sent it.")]) from None


def _wanted(archive: zipfile.ZipFile, where: str) -> dict[str, tuple[zipfile.ZipInfo, str]]:
    """Kind -> (member, its name without folders); the first in the order of names where there are two."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise InputError(
            [
                Problem(
                    where,
                    f"The archive has {len(members):,} files; an export has a few dozen.",
                    "Give the archive as LinkedIn sent it.",
                )
            ]
        )
    tables = sorted(
        ((m.filename.replace("\\", "/").rpartition("/")[2], m) for m in members if m.filename.lower().endswith(".csv")),
        key=lambda named: (named[0], named[1].filename),
    )
    found: dict[str, tuple[zipfile.ZipInfo, str]] = {}
    for name, member in tables:
        stem = name[:-4].strip().casefold()
        kind = next((kind for kind, names in FILES.items() if stem in names), None)
        if kind and kind not in found:
            found[kind] = (member, name)
    if not found:
        has = ", ".join(name for name, _ in tables[:8]) or "no CSV file"
        raise InputError(
            [
                Problem(
                    where,
                    f"This zip archive is no LinkedIn export that can be read: of Profile.csv, Positions.csv and the like it has none ({has}).",
                    IN_ENGLISH,
                )
            ]
        )
    return {kind: found[kind] for kind in FILES if kind in found}


def _text(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> str:
    """A member's text; what it says of its size is not trusted."""
    with archive.open(member) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError(
            [
                Problem(
                    place,
                    f"It unpacks to more than {MOST_BYTES // 2**20} MiB.",
                    "Give the archive as LinkedIn sent it.",
                )
            ]
        )
    return decode(data, place)[0] if data.strip() else ""


def _table(kind: str, text: str, place: str) -> _Table:
    """The rows of a file; what could not be made out is noted."""
    table = _Table()
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            rows.append([" ".join(cell.split()) if "\n" not in cell else cell.strip() for cell in row])
            if len(rows) > MOST_ROWS:
                table.notes.append(Problem(place, f"Only its first {MOST_ROWS:,} rows are read."))
                break
    except csv.Error as error:
        table.notes.append(Problem(f"{place} row {len(rows) + 1}", f"It is no CSV from here on: {error}."))
    rows = [row for row in rows if row]
    if not rows:
        return table
    head, columns = _columns(kind, rows)
    if not columns:
        shown = ", ".join(next((row for row in rows if len(row) > 1), rows[0]))
        table.notes.append(Problem(place, f"Its columns are not known: {shown}. It was left out.", IN_ENGLISH))
        return table
    if columns != _known(kind, rows[head]):
        table.notes.append(
            Problem(
                place,
                f"Its columns were told by their order, since their names are not known: {', '.join(rows[head])}.",
                "Look at what was read: credlens profile review.",
            )
        )
    for number, row in enumerate(rows[head + 1 :], start=1):
        cells = {name: row[i] for name, i in columns.items() if i < len(row) and row[i]}
        if cells:
            table.rows.append((f"{place} row {number}", cells))
    return table


def _columns(kind: str, rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    """(index of the header, column -> its place); no columns when neither headers nor order tell them."""
    best = max(range(min(HEADER_WITHIN, len(rows))), key=lambda i: (len(_known(kind, rows[i])), -i))
    known = _known(kind, rows[best])
    used = [name for name in ORDER[kind] if not name.startswith("[")]
    if len(known) >= min(2, len(used)):
        return best, known
    widest = max(len(row) for row in rows)
    head = next(i for i, row in enumerate(rows) if len(row) == widest)
    order = {name: i for i, name in enumerate(ORDER[kind]) if not name.startswith("[")}
    body = [row for row in rows[head + 1 :] if len(row) == widest]
    dated = [order[name] for name in ("start", "end") if name in order]
    fits = widest >= len(ORDER[kind]) and bool(body) and bool(dated or known or kind == "skills")
    if fits and all(not row[i] or find_period(row[i]) for row in body for i in dated):
        return head, order
    return 0, {}


def _known(kind: str, row: list[str]) -> dict[str, int]:
    """The columns whose headers are known."""
    wanted = [name for name in (*ORDER[kind], *ALSO.get(kind, ())) if not name.startswith("[")]
    cells = [cell.strip().casefold().replace("\u2019", "'") for cell in row]
    found: dict[str, int] = {}
    for name in wanted:
        place = next((i for i, cell in enumerate(cells) if cell in HEADERS[name] and i not in found.values()), None)
        if place is not None:
            found[name] = place
    return found


def _rows(tables: Mapping[str, _Table], kind: str) -> list[tuple[str, Row]]:
    return tables[kind].rows if kind in tables else []


def _entries(tables: Mapping[str, _Table]) -> Iterator[Entry]:
    for place, row in _rows(tables, "profile"):
        for name, section in (("headline", Section.HEADER), ("summary", Section.SUMMARY)):
            if name in row:
                yield Entry(section, "", tuple(_lines(place, row[name])), name)
    for kind, section in _SECTIONS.items():
        for place, row in _rows(tables, kind):
            yield _entry(kind, section, place, row)
    for kind, (section, parts) in _LISTS.items():
        lines = [
            Line(place, "".join(before + row[column] for before, column in parts if column in row), listed=True)
            for place, row in _rows(tables, kind)
            if "name" in row
        ]
        if section is Section.CERTIFICATIONS:  # each by itself, with what its fields say
            rows = [row for _, row in _rows(tables, kind) if "name" in row]
            yield from (_certificate(kind, line, row) for line, row in zip(lines, rows, strict=True))
        elif lines:
            yield Entry(section, "", tuple(lines), kind)


def _certificate(kind: str, line: Line, row: Row) -> Entry:
    start, end = find_period(row.get("start", "")), find_period(row.get("end", ""))
    last, said = (end[0].last, end[0].said) if end else (None, "")
    span = Span(start[0].first, last, (0, 0), (start[0].said, said)) if start else None
    return Entry(Section.CERTIFICATIONS, row["name"], (line,), kind, span, row.get("authority", ""))


def _entry(kind: str, section: Section, place: str, row: Row) -> Entry:
    title, organisation = row.get("degree" if kind == "education" else "title", ""), row.get("organisation", "")
    subject = row.get("subject", "") if kind == "education" else ""
    if kind == "education" and not subject:  # "Bachelor of Arts - BA, History"
        subject = title.partition(",")[2].strip()
    head = ", ".join(part for part in (title, "" if subject in title else subject, organisation) if part) or place
    lines = [Line(place, head)]
    for name in ("description", "notes", "activities"):
        lines += _lines(place, row.get(name, ""))
    where, link = row.get("place", ""), row.get("url", "")
    return Entry(section, title, tuple(lines), kind, _span(row), organisation, subject, where, link)


def _lines(place: str, text: str) -> list[Line]:
    return [
        Line(place, words, listed=True)
        for part in text.splitlines()
        if (words := " ".join(part.split()).lstrip("-*•· "))
    ]


def _span(row: Row) -> Span | None:
    start, end = find_period(row.get("start", "")), find_period(row.get("end", ""))
    if start is None and end is None:
        return None
    if start is None:  # "Education" of LinkedIn may give the end alone
        assert end is not None  # noqa: S101 - just seen
        return Span(end[0].first, end[0].last, (0, 0), ("", end[0].said))
    return span_of(start[0], end[0] if end else None)
