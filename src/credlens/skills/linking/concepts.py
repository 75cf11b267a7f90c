"""Skills as the index takes them: with what an imported taxonomy says about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from credlens.model.skill import Reuse, Skill, SkillKind
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.linking.index import Concept


def of_skills(skills: Iterable[Skill], imported: Sequence[ImportedTaxonomy]) -> list[Concept]:
    """The skills of the taxonomy in use, in its order; one that has no name cannot be spoken of."""
    essential, optional = _needed(imported)
    return [_concept(s, s.id, s.label, essential, optional) for s in skills if s.aliases]


def of_labels(labels: Sequence[str], imported: Sequence[ImportedTaxonomy]) -> list[Concept]:
    """Labels of a benchmark, in its order, each with the skill of an imported taxonomy that bears it, white space at the ends aside.

    A label that no taxonomy has is known by its words alone.
    """
    essential, optional = _needed(imported)
    by_label: dict[str, Skill] = {}
    for taxonomy in imported:
        for skill in taxonomy.skills.values():
            by_label.setdefault(skill.label.strip(), skill)
    found = []
    for label in labels:
        known = by_label.get(label.strip())
        found.append(_concept(known, label, label, essential, optional) if known else Concept(label, label))
    return found


def _concept(skill: Skill, key: str, label: str, essential: Counter[str], optional: Counter[str]) -> Concept:
    names = tuple(dict.fromkeys(a.text for a in skill.aliases if a.text != label))
    return Concept(
        key,
        label,
        names,
        skill.description,
        skill.kind is SkillKind.KNOWLEDGE,
        skill.reuse is Reuse.TRANSVERSAL,
        essential[skill.esco or skill.id],
        optional[skill.esco or skill.id],
    )


def _needed(imported: Sequence[ImportedTaxonomy]) -> tuple[Counter[str], Counter[str]]:
    """In how many occupations each skill, by its id in its own taxonomy, is essential and optional."""
    essential: Counter[str] = Counter()
    optional: Counter[str] = Counter()
    for taxonomy in imported:
        for occupation in taxonomy.occupations.values():
            essential.update(occupation.essential)
            optional.update(occupation.optional)
    return essential, optional
