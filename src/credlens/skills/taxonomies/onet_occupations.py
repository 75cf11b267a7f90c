"""O*NET's occupations, with titles, technologies, rated elements, tasks, education and job zone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from credlens.model.errors import Problem
from credlens.model.occupation import EducationShare, ElementRating, Occupation, Task, TechnologyUse
from credlens.skills.taxonomies.onet_files import SOC, Parts
from credlens.skills.taxonomies.tables import decimal, whole

OCCUPATION = "https://www.onetonline.org/link/summary/"

Uses = dict[str, list[TechnologyUse]]
"""Occupation -> the technologies it uses."""

Names = dict[str, tuple[str, str]]
"""Occupation -> its title and description."""

_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_MONTH = re.compile(r"(\d{2})/(\d{4})")
_CORE = {"Core": True, "Supplemental": False}
_EDUCATION = "RL"  # the scale "required level of education"; the others are about experience and training
_MOST_PERCENT = 100.0


def read_occupations(parts: Parts, named: Names, uses: Uses, elements: Container[str]) -> dict[str, Occupation]:
    """Occupations by O*NET-SOC code; rows about others are problems.

    Args:
        parts: the files.
        named: the occupations there are.
        uses: technologies by occupation.
        elements: ids of the elements whose ratings are taken.
    """
    titles = _titles(parts, named)
    tasks, education, zones = _tasks(parts, named), _education(parts, named), _zones(parts, named)
    ratings = _ratings(parts, named, elements)
    return {
        code: Occupation(
            id=code,
            uri=OCCUPATION + code,
            label=label,
            titles=tuple(t for t in titles.get(code, {}) if t != label),
            description=text,
            code=code,
            onet_soc=code,
            technologies=tuple(uses.get(code, ())),
            elements=tuple(ratings.get(code, ())),
            tasks=tuple(tasks.get(code, ())),
            education=tuple(education.get(code, ())),
            job_zone=zones.get(code),
        )
        for code, (label, text) in named.items()
    }


def occupation_names(parts: Parts) -> Names:
    """The occupations there are."""
    named: Names = {}
    for where, (code, label, text) in parts.rows("occupations", SOC, "Title", "Description"):
        if code in named:
            parts.problems.append(Problem(where, f"The occupation {code} is there twice.", "Keep one of its rows."))
            continue
        if not _CODE.fullmatch(code) or not label:
            parts.problems.append(Problem(where, f"{code!r} is no O*NET-SOC code with a title.", "Mend the row there."))
            parts.absent.update({code} - {""})
            continue
        named[code] = (label, text)
    return named


def about(parts: Parts, role: str, named: Names, *columns: str) -> Iterator[tuple[str, str, list[str]]]:
    """(place, occupation, cells) of every row of a file that is about a known occupation."""
    for where, (code, *about) in parts.rows(role, SOC, *columns):
        if code in named:
            yield where, code, about
        elif code not in parts.absent:
            message = f"There is no occupation {code!r} in the file of occupations."
            parts.problems.append(Problem(where, message, "Take all files from the same release."))


def _titles(parts: Parts, named: Names) -> dict[str, dict[str, None]]:
    titles: dict[str, dict[str, None]] = {}
    for role, column in (("titles", "Alternate Title"), ("reported titles", "Reported Job Title")):
        for _, code, (title,) in about(parts, role, named, column):
            titles.setdefault(code, {})[title] = None
    return titles


def _tasks(parts: Parts, named: Names) -> dict[str, list[Task]]:
    tasks: dict[str, list[Task]] = {}
    columns = ("Task ID", "Task", "Task Type", "Incumbents Responding", "Date")
    for _, code, (key, text, kind, n, day) in about(parts, "tasks", named, *columns):
        tasks.setdefault(code, []).append(Task(key, text, _CORE.get(kind), whole(n), _month(day)))
    return tasks


def _zones(parts: Parts, named: Names) -> dict[str, int]:
    zones: dict[str, int] = {}
    for where, code, (zone,) in about(parts, "job zones", named, "Job Zone"):
        if zone in {"1", "2", "3", "4", "5"}:
            zones[code] = int(zone)
        else:
            parts.problems.append(Problem(where, f"The job zone is {zone!r}.", "It is a number from 1 to 5."))
    return zones


def _education(parts: Parts, named: Names) -> dict[str, list[EducationShare]]:
    named_levels = parts.rows("education levels", "Scale ID", "Category", "Category Description")
    levels = {(scale, category): text for _, (scale, category, text) in named_levels}
    shares: dict[str, list[EducationShare]] = {}
    columns = ("Scale ID", "Category", "Data Value", "N", "Date", "Recommend Suppress")
    for where, code, (scale, category, value, n, day, suppress) in about(parts, "education", named, *columns):
        if scale != _EDUCATION:
            continue
        percent = decimal(value)
        if percent is None or not 0 <= percent <= _MOST_PERCENT:
            parts.problems.append(Problem(where, f"The share is {value!r}.", "It is a number from 0 to 100."))
            continue
        level = levels.get((scale, category), f"category {category}")
        shares.setdefault(code, []).append(EducationShare(level, percent, whole(n), _month(day), suppress == "Y"))
    return shares


def _ratings(parts: Parts, named: Names, elements: Container[str]) -> dict[str, list[ElementRating]]:
    ratings: dict[str, list[ElementRating]] = {}
    columns = ("Element ID", "Scale ID", "Data Value", "N", "Lower CI Bound", "Upper CI Bound", "Date")
    flags = ("Recommend Suppress", "Not Relevant", "Domain Source")
    for role in ("skills", "knowledge"):
        for where, code, row in about(parts, role, named, *columns, *flags):
            element, scale, value, n, low, high, day, suppress, idle, source = row
            mean = decimal(value)
            if mean is None:
                parts.problems.append(Problem(where, f"The data value is {value!r}.", "It is a number."))
            elif element in elements:
                ends = decimal(low), decimal(high)
                interval = None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
                rating = ElementRating(
                    element, scale, mean, whole(n), interval, _month(day), suppress == "Y", idle != "Y", source
                )
                ratings.setdefault(code, []).append(rating)
    return ratings


def _month(text: str) -> str:
    """``08/2023`` as ``2023-08``; empty when it is no month."""
    match = _MONTH.fullmatch(text)
    return f"{match[2]}-{match[1]}" if match else ""
