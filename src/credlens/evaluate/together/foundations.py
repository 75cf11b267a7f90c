"""What occupations are built on: hand-written YAML in, the one that a target's titles name out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.skill import Alias, Taxonomy
from credlens.model.together import Foundation, KnowledgeArea
from credlens.skills.matcher import PhraseIndex
from credlens.yamlfile import Record, load, read_sources, sources_of


def read(files: Iterable[tuple[str, bytes]], taxonomy: Taxonomy) -> tuple[list[Foundation], list[Problem]]:
    """Foundations out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    found: dict[str, Foundation] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, wrong = load(data, file)
        if top is not None:
            table = read_sources(top)
            top.text("field")
            for entry in top.records("occupations"):
                foundation = _foundation(entry, table, taxonomy)
                if foundation is not None and foundation.id in found:
                    entry.problem("id", f"The occupation {foundation.id!r} is defined twice.")
                elif foundation is not None:
                    found[foundation.id] = foundation
            top.finish()
        problems += wrong
    return list(found.values()), problems


def _foundation(entry: Record, table: Mapping[str, Source], taxonomy: Taxonomy) -> Foundation | None:
    title = entry.text("title")
    sources = sources_of(entry, table)
    areas = tuple(_area(a, sources, table, taxonomy) for a in entry.records("areas"))
    if not areas:
        entry.problem("areas", "The occupation has no areas.", "Add `areas:`, each with an id, a label and skills.")
    for twice in (i for i, n in Counter(a.id for a in areas).items() if n > 1):
        entry.problem("areas", f"The area {twice!r} is defined twice.")
    for skill, n in Counter(s for a in areas for s in (*a.skills, *a.parts)).items():
        if n > 1:
            entry.problem("areas", f"The skill {skill!r} stands in two places.", "Keep it where it matters most.")
    found = Foundation(
        id=entry.text("id"),
        title=title,
        titles=(Alias(title), *entry.aliases("titles")),
        areas=areas,
        onet_soc=entry.optional("onet_soc"),
        isco08=entry.optional("isco08"),
    )
    return found if entry.finish() else None


def _area(area: Record, default: tuple[Source, ...], table: Mapping[str, Source], taxonomy: Taxonomy) -> KnowledgeArea:
    found = KnowledgeArea(
        id=area.text("id"),
        label=area.text("label"),
        skills=area.strings("skills"),
        parts=area.strings("parts"),
        why=area.text("why"),
        sources=sources_of(area, table, default),
        by_course=area.flag("by_course", default=True),
    )
    if not found.skills:
        area.problem(
            "skills", "The area has no skills.", "Name those that are the area itself, ids of the skills files."
        )
    for key, skills in (("skills", found.skills), ("parts", found.parts)):
        for skill in skills:
            if skill not in taxonomy:
                area.problem(key, f"The taxonomy has no skill {skill!r}.", "Use an id out of the skills files.")
    area.finish()
    return found


def recognise(target: str, titles: Sequence[tuple[str, int]], foundations: Sequence[Foundation]) -> Foundation | None:
    """The foundation of the occupation that at least half of the ads' titles name, else of the one that the target itself names.

    Args:
        target: the goal in words.
        titles: titles of the ads with their counts; none when there are no ads.
        foundations: those there are; of two that a title names, its longest name counts.
    """
    index = PhraseIndex((f.id, f.titles) for f in foundations)
    counts: Counter[str] = Counter()
    for title, count in titles:
        for key in sorted({hit.key for hit in index.find(title)}):
            counts[key] += count
    total = sum(count for _, count in titles)
    best = max(sorted(counts), key=lambda key: counts[key], default=None)
    if best is None or 2 * counts[best] < total:
        named = index.find(target)
        best = named[0].key if named else None
    return next((f for f in foundations if f.id == best), None)
