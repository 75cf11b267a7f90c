"""Portfolio projects and communities: hand-written YAML in, the ones that fit a person out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from credlens.model.errors import Problem
from credlens.model.plan import Community, Project
from credlens.model.skill import Taxonomy
from credlens.skills.text import comparable
from credlens.yamlfile import Record, load, read_sources, sources_of


def read_projects(files: Iterable[tuple[str, bytes]], taxonomy: Taxonomy) -> tuple[list[Project], list[Problem]]:
    """Projects out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    projects: dict[str, Project] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            field = top.text("field")
            for entry in top.records("projects"):
                low, high = _hours(entry)
                project = Project(
                    id=entry.text("id"),
                    title=entry.text("title"),
                    skills=entry.strings("skills"),
                    persons_from=entry.strings("persons_from"),
                    deliverable=entry.text("deliverable"),
                    data=entry.text("data"),
                    hours_min=low,
                    hours_max=high,
                    proves=entry.text("proves"),
                    field=field,
                )
                for skill in project.skills:
                    if skill not in taxonomy:
                        entry.problem(
                            "skills", f"The taxonomy has no skill {skill!r}.", "Use an id out of the skills files."
                        )
                if project.id in projects:
                    entry.problem("id", f"The project {project.id!r} is defined twice.")
                if entry.finish():
                    projects[project.id] = project
            top.finish()
        problems += found
    return list(projects.values()), problems


def _hours(entry: Record) -> tuple[float, float]:
    hours = entry.record("hours")
    if hours is None:
        if not entry.has("hours"):
            entry.problem("hours", "`hours` is missing.", "Write {min: 8, max: 15}.")
        return 0.0, 0.0
    low, high = hours.number("min"), hours.number("max")
    if hours.finish() and (low is None or not high or low > high):
        hours.problem(None, "The hours need a `min` and a `max` that is not less.", "Write {min: 8, max: 15}.")
    return low or 0.0, high or 0.0


def read_communities(files: Iterable[tuple[str, bytes]], taxonomy: Taxonomy) -> tuple[list[Community], list[Problem]]:
    """Communities out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    communities: dict[str, Community] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            table = read_sources(top)
            for entry in top.records("communities"):
                free = entry.flag("free", default=True) if entry.has("free") else None
                entry.raw("free")
                community = Community(
                    id=entry.text("id"),
                    name=entry.text("name"),
                    address=entry.text("address", ""),
                    fields=entry.strings("for"),
                    ask=entry.text("ask"),
                    free=free,
                    source="; ".join(str(s) for s in sources_of(entry, table)),
                )
                for field in community.fields:
                    if field not in taxonomy.fields:
                        entry.problem(
                            "for", f"There is no field of work {field!r}.", f"Use: {', '.join(taxonomy.fields)}."
                        )
                if community.id in communities:
                    entry.problem("id", f"The community {community.id!r} is defined twice.")
                if entry.finish():
                    communities[community.id] = community
            top.finish()
        problems += found
    return list(communities.values()), problems


def projects_for(skills: Sequence[str], projects: Iterable[Project], comes_from: str) -> Mapping[str, Project]:
    """One project for each skill that any project shows.

    A project whose data comes out of the person's own field is taken first, since they can say more about it; then the one that shows
    more of the wanted skills at once; then the shorter one; then by id.

    Args:
        skills: skill ids, most wanted first.
        projects: all projects.
        comes_from: the field the person comes from, in words.
    """
    wanted = set(skills)
    pool = list(projects)
    own = _words(comes_from)

    def order(project: Project) -> tuple[bool, bool, int, float, str]:
        # Whole words: law is no part of lawn care.
        fits = bool(own) and any(_words(f) <= own or own <= _words(f) for f in project.persons_from)
        for_anybody = not project.persons_from
        return (not fits, not for_anybody, -len(wanted & set(project.skills)), project.hours_max, project.id)

    chosen = {}
    for skill in skills:
        fitting = sorted((p for p in pool if skill in p.skills), key=order)
        if fitting:
            chosen[skill] = fitting[0]
    return chosen


def communities_for(fields: Sequence[str], communities: Iterable[Community], most: int = 4) -> tuple[Community, ...]:
    """Up to ``most`` communities of these fields of work: those of the first field first, then by name."""
    rank = {field: place for place, field in reversed(list(enumerate(fields)))}
    fitting = [
        (min(rank[f] for f in c.fields if f in rank), c.name, c.id, c)
        for c in communities
        if any(f in rank for f in c.fields)
    ]
    return tuple(c for *_, c in sorted(fitting, key=lambda t: t[:3])[:most])


def _words(text: str) -> set[str]:
    return set(comparable(text).split())
