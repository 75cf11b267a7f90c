"""ESCO's occupations, with the skills that each of them needs or may need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from credlens.model.errors import Problem
from credlens.model.occupation import Occupation
from credlens.skills.taxonomies.esco_files import Parts, tail
from credlens.skills.taxonomies.tables import cells

OCCUPATION = "http://data.europa.eu/esco/occupation/"

SkillOf = Callable[[str, str], str | None]
"""The skill at (address, place that names it); tells of one that is not there."""


def read_occupations(parts: Parts, skill_of: SkillOf) -> dict[str, Occupation]:
    """Occupations by UUID; empty when the release has no file of them."""
    jobs, absent = _listed(parts)
    if jobs:
        _add_skills(parts, jobs, absent, skill_of)
        _add_broader(parts, jobs)
    return jobs


def isco_groups(parts: Parts) -> dict[str, str]:
    """ISCO-08 code -> label."""
    return {code: label for _, (code, label) in parts.rows("iscogroups", ("code", "preferredLabel"))}


def _listed(parts: Parts) -> tuple[dict[str, Occupation], set[str]]:
    """Occupations in use, and the ids of those that were left out."""
    jobs: dict[str, Occupation] = {}
    absent: set[str] = set()
    needed = ("conceptUri", "preferredLabel", "altLabels", "description", "code", "iscoGroup")
    more = ("hiddenLabels", "regulatedProfessionNote", "status")
    for where, (uri, label, *about, status) in parts.rows("occupations", needed, *more):
        job = tail(uri)
        if not job or not uri.startswith(OCCUPATION) or not label:
            parts.problems.append(
                Problem(where, f"{uri!r} is no occupation with a preferredLabel.", "Mend the row there.")
            )
            absent.update({job} - {""})
        elif job in jobs:
            parts.problems.append(Problem(where, f"The occupation {job} is there twice.", "Keep one of its rows."))
        elif status.casefold() not in {"released", ""}:
            absent.add(job)
        else:
            jobs[job] = _occupation(job, uri, label, *about)
    return jobs, absent


def _occupation(
    job: str, uri: str, label: str, alt: str, text: str, code: str, isco: str, hidden: str, regulated: str
) -> Occupation:
    titles = tuple(t for t in dict.fromkeys(cells(alt, "\n") + cells(hidden, "\n")) if t != label)
    rule = {"regulated": True, "unregulated": False}.get(regulated.rsplit("/", 1)[-1])
    isco08 = isco.rsplit("/", 1)[-1].removeprefix("C") or None
    return Occupation(job, uri, label, titles, text, code, isco08=isco08, regulated=rule)


def _add_skills(parts: Parts, jobs: dict[str, Occupation], absent: set[str], skill_of: SkillOf) -> None:
    found: dict[str, dict[str, dict[str, None]]] = {"essential": {}, "optional": {}}
    needed = ("occupationUri", "relationType", "skillUri")
    for where, (uri, kind, skill_uri) in parts.rows("occupationskillrelations", needed):
        job = tail(uri)
        if kind not in found:
            parts.problems.append(Problem(where, f"relationType is {kind!r}.", "Use essential or optional."))
        elif job in jobs:
            skill = skill_of(skill_uri, where)
            if skill:
                found[kind].setdefault(job, {})[skill] = None
        elif job not in absent:
            message = f"There is no occupation {uri!r} in the file of occupations."
            parts.problems.append(Problem(where, message, "Take all files from the same release."))
    for job, known in jobs.items():
        needs, may_need = (tuple(found[kind].get(job, ())) for kind in found)
        jobs[job] = replace(known, essential=needs, optional=may_need)


def _add_broader(parts: Parts, jobs: dict[str, Occupation]) -> None:
    above: dict[str, dict[str, None]] = {}
    for _, (uri, over) in parts.rows("broaderrelationsoccpillar", ("conceptUri", "broaderUri")):
        above.setdefault(tail(uri), {})[over] = None
    for job, known in jobs.items():
        if job in above:
            jobs[job] = replace(known, broader=tuple(above[job]))
