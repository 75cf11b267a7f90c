"""The table of Coursera's catalog of 2025: a row for each course, specialization, certificate or degree.

Its later rows are dirty. In some the cells have moved (the number of reviews, or level, type and duration in one, stand under skills), some
say nothing but a name, and some stand there twice. A row that is worse than another of the same name gives way to it; each is told of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.coursera.api import PLATFORM, SCHEME
from credlens.catalog.values.durations import workload
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.levels import level
from credlens.catalog.values.listed import is_moved, listed
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, proposed_id, slug
from credlens.catalog.values.tablefile import Row, header, rows
from credlens.catalog.values.text import line
from credlens.model.credential import Credential, CredentialLevel, CreditValue
from credlens.model.errors import InputError, Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Absent, Rating, StatedSkill
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

HEADER = (
    "partner",
    "course",
    "skills",
    "rating",
    "reviewcount",
    "level",
    "certificatetype",
    "duration",
    "crediteligibility",
)
_ELIGIBLE = "credit eligible by the platform's own word; how much and where is not said"
# Types that say nothing beside the name; "Google Data Analytics Professional Certificate" is what people write, "... Course" is not.
_PLAIN_TYPES = frozenset({"course", "degree", "guided project"})


@dataclass
class _Seen:
    """What the rows of all files are, before one of them is used.

    Attributes:
        best: by key, the row that says most: (cells filled, its place, its content).
        typed: by partner and name, the place of the row that says most and names a type.
        same, mixed: rows that repeat another word for word; rows of a level that is none of the four.
    """

    best: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    typed: dict[str, tuple[int, str]] = field(default_factory=dict)
    same: int = 0
    levels: Counter[str] = field(default_factory=Counter)


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The credentials of all files; each file is gone through twice, so that of two rows the fuller one is used."""
    usable = []
    for file in files:
        problem = _unusable(file)
        if problem:
            yield problem
        else:
            usable.append(file)
    seen = _Seen()
    for file in usable:
        for event in rows(file):
            if isinstance(event, Row):
                _look(event, seen)
    for file in usable:
        for event in rows(file):
            yield from _row(event, seen, settings) if isinstance(event, Row) else (event,)
    if seen.same:
        yield Note(f"{seen.same:,} row{'s' * (seen.same != 1)} left aside: word for word the same as another")
    for word, count in seen.levels.items():
        yield Note(f"level {word!r} in {count:,} rows is none of the four levels: left unknown there")


def _unusable(file: SourceFile) -> Problem | None:
    try:
        missing = [name for name in HEADER if name not in {n.casefold() for n in header(file)}]
    except InputError as error:
        return error.problems[0]
    if not missing:
        return None
    message = f"This is not the table of Coursera's catalog: it has no column {', '.join(missing)}."
    return Problem(file.name, message, "Other tables are read as `csv`.")


def _look(row: Row, seen: _Seen) -> None:
    cells = _cells(row)
    filled = 1 if _is_bare(cells) else sum(bool(v) for v in cells.values())  # what has moved counts for nothing
    key, name = _key(cells), _name(cells)
    if filled > seen.best.get(key, (0, "", 0))[0]:
        seen.best[key] = (filled, row.where, hash(tuple(cells.values())))
    if _type(cells) and filled > seen.typed.get(name, (0, ""))[0]:
        seen.typed[name] = (filled, row.where)


def _row(row: Row, seen: _Seen, settings: Settings) -> Iterator[CatalogEvent]:
    cells = _cells(row)
    if not cells["course"]:
        yield Problem(row.where, "The row names no course.", "It is left out.")
        return
    key = _key(cells)
    _, used, content = seen.best[key]
    if not _type(cells):
        _, used = seen.typed.get(_name(cells), (0, used))
    if used != row.where:
        if content == hash(tuple(cells.values())) and not _is_bare(cells):
            seen.same += 1
        else:
            yield Problem(row.where, _worse(cells), f"It is left out: {_place(used, row.where)} is used.")
        return
    r = Reading(row.where, imported(None, settings.as_of, row.where))
    credential = _credential(key, cells, seen, r)
    yield from r.problems
    yield Offer(key, credential, "", row.where)


def _worse(cells: Mapping[str, str]) -> str:
    """What is wrong with a row that gives way to another of its name."""
    if _is_bare(cells):
        shifted = _type(cells)
        return (
            f"The cells have moved ({shifted!r} stands under skills), and nothing else is there but a name."
            if shifted
            else "There is nothing but a name."
        )
    return f"{cells['course']!r} of {cells['partner']} is given twice, with different content."


def _place(other: str, here: str) -> str:
    """Another row's place, without the file's name when that is the same."""
    file, _, row = other.rpartition(": ")
    return row if here.rpartition(": ")[0] == file else other


def _cells(row: Row) -> dict[str, str]:
    by_name = {name.casefold(): line(value) for name, value in row.cells.items()}
    return {name: by_name[name] for name in HEADER}


def _is_bare(cells: Mapping[str, str]) -> bool:
    """Whether a row says nothing of its own: then its False for credit is a default as well."""
    return not (cells["certificatetype"] or cells["duration"] or cells["rating"])


def _type(cells: Mapping[str, str]) -> str:
    """The type, also where it has moved to the columns of level and skills."""
    if cells["certificatetype"]:
        return cells["certificatetype"]
    moved = cells["level"]
    return moved if moved == cells["skills"] and of_words(moved) else ""


def _name(cells: Mapping[str, str]) -> str:
    return slug(cells["partner"], cells["course"])


def _key(cells: Mapping[str, str]) -> str:
    return slug(cells["partner"], cells["course"], _type(cells))


def _credential(key: str, cells: Mapping[str, str], seen: _Seen, r: Reading) -> Credential:
    said = _type(cells)
    kind = of_words(said)
    if said and kind is None:
        r.problem("certificatetype", f"{said!r} is no type that is known.")
    elif said and not cells["certificatetype"]:
        r.problem(
            "skills",
            f"The cells have moved: {said!r} stands under skills and level.",
            "It is read as the type; duration and skills are left unknown.",
        )
    elif not said:
        r.problem(
            "certificatetype", "There is nothing but a name.", "Type, level, duration and skills are left unknown."
        )
    hours, duration = _workload(cells, r)
    eligible = cells["crediteligibility"].casefold()
    return Credential(
        id=proposed_id(SCHEME, key),
        title=cells["course"],
        aliases=_aliases(cells["course"], said),
        kind=known(kind.kind, r.source, note=f"{said!r} on Coursera") if kind else not_stated(r.source),
        evidence_class=known(kind.evidence_class if kind else None, r.source),
        provider=known(organisation(cells["partner"]), r.source),
        platform=known(PLATFORM, r.source),
        level=_level(cells, seen, r),
        hours=hours,
        duration=duration,
        stated=_skills(cells, r),
        credit=(CreditValue("academic credit", None, (r.source,), _ELIGIBLE),) if eligible == "true" else (),
        rating=_rating(cells, r),
        absent=(Absent("credit", (r.source,)),) if eligible == "false" and not _is_bare(cells) else (),
    )


def _aliases(title: str, said: str) -> tuple[Alias, ...]:
    """The name with its type, as it is called outside Coursera, and without a colon that was left at its end."""
    name = title.rstrip(" :")
    found = [name] if name != title else []
    if said and said.casefold() not in _PLAIN_TYPES and said.casefold() not in title.casefold():
        found.append(f"{name} {said}")
    return tuple(Alias(text) for text in found)


def _level(cells: Mapping[str, str], seen: _Seen, r: Reading) -> Fact[CredentialLevel]:
    said = cells["level"]
    found = level(said)
    if found:
        return known(found, r.source)
    if said and of_words(said) is None:
        seen.levels[said] += 1
        return not_stated(r.source, note=f"{said!r} on Coursera")
    return not_stated(r.source)


def _workload(cells: Mapping[str, str], r: Reading) -> tuple[Fact[Hours], Fact[Months]]:
    """Months for most: Coursera puts courses into classes of calendar time, and no hours follow from those."""
    said = cells["duration"]
    if not said:
        return not_looked_up(), not_stated(r.source)
    found = workload(said)
    if found.pace or not (found.hours or found.months):
        r.problem(
            "duration",
            f"{said!r} says how much a week, not how long."
            if found.pace
            else f"{said!r} is no duration that is understood.",
        )
        return not_stated(r.source, note=said), not_stated(r.source, note=said)
    return known(found.hours, r.source, note=said if found.hours else ""), known(found.months, r.source)


def _skills(cells: Mapping[str, str], r: Reading) -> tuple[StatedSkill, ...]:
    said = cells["skills"]
    if is_moved(said):
        r.problem("skills", f"The cells have moved: {said!r} is no list of skills.", "The skills are left unknown.")
        return ()
    if not cells["certificatetype"]:
        return ()
    return tuple(StatedSkill(name, (r.source,)) for name in listed(said))


def _rating(cells: Mapping[str, str], r: Reading) -> Fact[Rating]:
    mean = r.number("rating", cells["rating"], 5)
    if mean is None:
        return not_stated(r.source)
    count = r.number("reviewcount", cells["reviewcount"], 1e9)
    return known(Rating(mean, None if count is None else int(count)), r.source)
