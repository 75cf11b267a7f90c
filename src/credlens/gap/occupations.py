"""Licensed and degree-bound occupations out of hand-written YAML, and which of them a target is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.occupation import DegreeLevel, LawReach, RegulatedOccupation
from credlens.model.skill import Alias
from credlens.skills.matcher import PhraseIndex
from credlens.yamlfile import Record, load, read_sources, sources_of

DEMANDS = ("degree", "licence")
EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)


def read(files: Iterable[tuple[str, bytes]]) -> tuple[list[RegulatedOccupation], list[Problem]]:
    """Occupations out of (file name, bytes) pairs; one with a mistake is left out and listed."""
    occupations: dict[str, RegulatedOccupation] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            table = read_sources(top)
            for entry in top.records("occupations"):
                occupation = _occupation(entry, table)
                if occupation is not None and occupation.id in occupations:
                    entry.problem("id", f"The occupation {occupation.id!r} is defined twice.")
                elif occupation is not None:
                    occupations[occupation.id] = occupation
            top.finish()
        problems += found
    return list(occupations.values()), problems


def _occupation(entry: Record, table: dict[str, Source]) -> RegulatedOccupation | None:
    demands = entry.strings("requires")
    for demand in demands:
        if demand not in DEMANDS:
            entry.problem("requires", f"`requires` cannot hold {demand!r}.", "Use degree, licence, or both.")
    if not demands:
        entry.problem(
            "requires", "The occupation requires nothing.", "Write [degree], [licence] or both, or leave it out."
        )
    if "licence" in demands and not (entry.has("licence") and entry.has("licence_names")):
        entry.problem(
            "licence",
            "The licence is not named.",
            "Add `licence:` and `licence_names:` (how ads and resumes write it).",
        )
    title = entry.text("title")
    level, note = None, ""
    degree = entry.record("degree")
    if degree is not None:
        level, note = degree.choice("level", DegreeLevel), degree.text("note", "")
        if level in {DegreeLevel.NONE, DegreeLevel.UNSTATED}:
            degree.problem("level", f"{level.value!r} is no degree.", "Leave `level` out when the rule names none.")
        degree.finish()
    code, label = "", ""
    jurisdiction = entry.record("jurisdiction")
    if jurisdiction is None:
        entry.problem("jurisdiction", "`jurisdiction` is missing.", "Write {code: US, label: United States}.")
    else:
        code, label = jurisdiction.text("code"), jurisdiction.text("label", "")
        jurisdiction.finish()
    entry.text("note", "")
    found = RegulatedOccupation(
        id=entry.text("id"),
        title=title,
        titles=(Alias(title), *entry.aliases("titles")),
        onet_soc=entry.optional("onet_soc"),
        isco08=entry.optional("isco08"),
        jurisdiction=code,
        jurisdiction_label=label or code,
        needs_degree="degree" in demands,
        needs_licence="licence" in demands,
        degree=level,
        degree_note=note,
        licence=entry.text("licence", ""),
        licence_names=entry.aliases("licence_names"),
        authority=entry.text("authority", ""),
        opens_with=entry.text("opens_with", ""),
        sources=sources_of(entry, table),
    )
    return found if entry.finish() else None


def recognise(
    titles: Sequence[tuple[str, int]], occupations: Sequence[RegulatedOccupation], jurisdiction: str | None
) -> RegulatedOccupation | None:
    """The regulated occupation that at least half of the ads' titles name; None when there is none.

    Args:
        titles: ad titles with their counts.
        occupations: the regulated occupations known.
        jurisdiction: ISO 3166 code of where the person wants to work; when None, rules of the United States are looked at first, since
            most of the starter table is from there.
    """
    wanted = jurisdiction or "US"
    ranked = sorted(
        occupations, key=lambda o: (o.jurisdiction != wanted, not o.jurisdiction.startswith(wanted[:2]), o.id)
    )
    if jurisdiction:
        ranked = [o for o in ranked if _applies(o.jurisdiction, jurisdiction)]
    index = PhraseIndex((o.id, o.titles) for o in ranked)
    counts: dict[str, int] = {}
    for title, count in titles:
        for key in sorted({hit.key for hit in index.find(title)}):
            counts[key] = counts.get(key, 0) + count
    total = sum(count for _, count in titles)
    best = max(sorted(counts), key=lambda key: counts[key], default=None)
    if best is None or counts[best] * 2 < total:
        return None
    return next(o for o in ranked if o.id == best)


def law_reach(
    titles: Sequence[tuple[str, int]], occupations: Sequence[RegulatedOccupation], jurisdiction: str | None
) -> LawReach:
    """Whose rules the table has, and whether it knows the target as regulated in other places only; see :func:`recognise`."""
    table = _places(occupations)
    if jurisdiction is None or recognise(titles, occupations, jurisdiction) is not None:
        return LawReach(table, place=jurisdiction or "")
    found = recognise(titles, occupations, None)
    if found is None:
        return LawReach(table, place=jurisdiction)
    same = [o for o in occupations if recognise(titles, [o], None) is not None]
    return LawReach(table, found.title, _places(same), jurisdiction)


def _places(occupations: Sequence[RegulatedOccupation]) -> tuple[str, ...]:
    """Where the rules of these hold, in words, those of most rules first."""
    counts = Counter(o.jurisdiction_label for o in occupations)
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))


def _applies(rule: str, place: str) -> bool:
    """Whether a rule holds in a place: of the place itself, of its country or union, or, for a whole country, of any part of it."""
    if rule == "EU":
        return place[:2] in EU or place == "EU"
    return rule == place or place.startswith(f"{rule}-") or rule.startswith(f"{place}-")
