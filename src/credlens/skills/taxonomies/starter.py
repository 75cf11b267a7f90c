"""The starter taxonomy: hand-written YAML, one file for each field of work (format: ``data/README.md``)."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.skills.text import comparable, keep_case
from credlens.yamlfile import Record, load, read_sources, sources_of

NAME = "starter"
VERSION = "2026-11"
ATTRIBUTION = (
    "credlens starter taxonomy, hand-written; ESCO identifiers: European Commission, ESCO 1.2.0; "
    "O*NET identifiers: O*NET 29.2, U.S. Department of Labor, CC BY 4.0"
)


def read(files: Iterable[tuple[str, bytes]]) -> tuple[Taxonomy, list[Problem]]:
    """Skills out of (file name, bytes) pairs; a skill with a mistake is left out and listed."""
    skills: dict[str, Skill] = {}
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    places: dict[str, str] = {}
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            field = top.text("field")
            if field in fields:
                top.problem("field", f"The field {field!r} has a file already.", "Put its skills into that one.")
            fields.setdefault(field, top.text("label"))
            table = read_sources(top)
            default = sources_of(top, table)
            for entry in top.records("skills"):
                skill = _skill(entry, field, table, default)
                if skill is None:
                    continue
                if skill.id in skills:
                    entry.problem(
                        "id", f"The skill {skill.id!r} is defined twice.", f"It is also in {places[skill.id]}."
                    )
                    continue
                skills[skill.id], places[skill.id] = skill, entry.where
            top.finish()
        problems += found
    problems += _cross_checks(skills, places)
    return Taxonomy(NAME, VERSION, ATTRIBUTION, skills, fields), problems


def _skill(entry: Record, field: str, table: dict[str, Source], default: tuple[Source, ...]) -> Skill | None:
    label = entry.text("label")
    exact = entry.flag("label_exact", default=False)
    kind, reuse = entry.choice("kind", SkillKind), entry.choice("reuse", Reuse)
    for key, value in (("kind", kind), ("reuse", reuse)):
        if value is None and not entry.has(key):
            entry.problem(key, f"`{key}` is missing.")
    skill_id, aliases = entry.text("id"), (Alias(label, exact), *entry.aliases("aliases"))
    vendor, broader = entry.optional("vendor"), entry.strings("broader")
    esco, onet = entry.optional("esco"), entry.optional("onet")
    whole_field = entry.flag("whole_field", default=False)
    sources = sources_of(entry, table, default)
    if not entry.finish() or kind is None or reuse is None:
        return None
    return Skill(skill_id, label, aliases, kind, reuse, field, sources, vendor, broader, esco, onet, whole_field)


def _cross_checks(skills: dict[str, Skill], places: dict[str, str]) -> list[Problem]:
    problems = []
    owners: dict[str, list[tuple[Alias, str]]] = {}
    for skill in skills.values():
        where = places[skill.id]
        problems += [
            Problem(f"{where}.broader", f"There is no skill {b!r}.", "Name an existing id, or leave it out.")
            for b in skill.broader
            if b not in skills
        ]
        if _above(skill.id, skills):
            problems.append(Problem(f"{where}.broader", "It is broader than itself.", "Break the circle."))
        for alias in skill.aliases:
            others = owners.setdefault(comparable(alias.text), [])
            problems += [
                Problem(
                    f"{where}.aliases", f"{alias.text!r} already belongs to {owner!r}.", "Keep it with one of them."
                )
                for other, owner in others
                if owner != skill.id and _clash(alias, other)
            ]
            others.append((alias, skill.id))
    return problems


def _clash(one: Alias, other: Alias) -> bool:
    """Whether a text could mean both, of two ways of writing that read alike without case."""
    return not (one.exact and other.exact) or keep_case(one.text) == keep_case(other.text)


def _above(skill_id: str, skills: dict[str, Skill]) -> bool:
    """Whether a skill stands among everything broader than itself."""
    seen: set[str] = set()
    waiting = list(skills[skill_id].broader)
    while waiting:
        above = waiting.pop()
        if above in skills and above not in seen:
            seen.add(above)
            waiting += skills[above].broader
    return skill_id in seen
