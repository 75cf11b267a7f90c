"""One taxonomy out of the starter's and the imported ones: what is the same skill, and whose a name is.

The same skill
    Skills with one address are the same: a starter skill that names the UUID of an ESCO concept is that concept. So are an O*NET element
    and the starter skill that names its id; an O*NET technology and the starter skill that names its commodity and has its name; a Rich
    Skill Descriptor and the skill that it alone is aligned with (several that are aligned with one skill are parts of it); and an O*NET
    technology, element or descriptor and the skill with the same label. What was merged by its label is counted in the notes.
Whose a name is
    The starter's first; then the skill's whose preferred label it is; then the skill's that was imported first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from credlens.model.skill import Alias, Skill, Taxonomy
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.text import comparable, fold

_BETWEEN = "\x01"  # stands in no name, and folding leaves it alone
_SHOWN = 3  # labels named in a note

Names = tuple[str, ...]
"""A skill's names in comparable form, in the order of its aliases."""


@dataclass(frozen=True)
class Union:
    """Several taxonomies as one.

    Attributes:
        notes: what was merged by its label, and how many names had several owners.
        ids: name of an imported taxonomy -> its own id of a skill -> the id here.
    """

    taxonomy: Taxonomy
    notes: tuple[str, ...]
    ids: Mapping[str, Mapping[str, str]]


def unite(starter: Taxonomy, imported: Sequence[ImportedTaxonomy]) -> Union:
    """The starter's skills, each with what imported taxonomies add to it, then the others in the order of import."""
    if not imported:
        return Union(starter, (), {})
    names = _names([starter.skills, *(t.skills for t in imported)])
    merger = _Merger(starter, names[0])
    for taxonomy, own in zip(imported, names[1:], strict=True):
        merger.add(taxonomy, own)
    skills = merger.named()
    united = Taxonomy(
        name=" + ".join((starter.name, *(t.name for t in imported))),
        version=" + ".join((starter.version, *(t.version or "unknown" for t in imported))),
        attribution=" ".join(dict.fromkeys((f"{starter.attribution}.", *(t.attribution for t in imported)))),
        skills=skills,
        fields=starter.fields,
    )
    return Union(united, tuple(merger.notes), merger.ids)


class _Merger:
    """The skills so far, who is who, and whose each name is."""

    def __init__(self, starter: Taxonomy, names: Sequence[Names]) -> None:
        self.notes: list[str] = []
        self.ids: dict[str, dict[str, str]] = {}
        self._starter = starter.skills
        self._skills = dict(starter.skills)
        self._by_uri = {s.uri: s.id for s in reversed(self._skills.values())}
        self._by_element = {s.onet: s.id for s in reversed(self._skills.values()) if s.onet and "." in s.onet}
        self._by_label: dict[str, str] = {}
        self._owner: dict[str, str] = {}
        self._added: list[tuple[str, Skill, Names]] = []
        for skill, own in zip(starter.skills.values(), names, strict=True):
            self._by_label.setdefault(own[0], skill.id)
            for name in own:
                self._owner.setdefault(name, skill.id)

    def add(self, taxonomy: ImportedTaxonomy, names: Sequence[Names]) -> None:
        """Put each skill to the one it is, or at the end; names are given out when all are there."""
        aligned = self._aligned(taxonomy)
        same = self._same(taxonomy, names, aligned)
        ids = {key: same.get(key) or self._free(key, taxonomy.name) for key in taxonomy.skills}
        for (key, skill), own in zip(taxonomy.skills.items(), names, strict=True):
            here = ids[key]
            self._added.append((here, skill, own))
            self._by_uri.setdefault(skill.uri, here)
            if here in self._skills:
                known = self._skills[here]
                self._skills[here] = known if known.description else replace(known, description=skill.description)
            else:
                above = (*(ids[b] for b in skill.broader if b in ids), *aligned.get(key, ()))
                broader = tuple(dict.fromkeys(b for b in above if b != here))
                as_it_is = (here, broader) == (skill.id, skill.broader)
                self._skills[here] = skill if as_it_is else replace(skill, id=here, broader=broader)
        for key, own in zip(taxonomy.skills, names, strict=True):
            self._by_label.setdefault(own[0], ids[key])
        self.ids[taxonomy.name] = ids

    def named(self) -> dict[str, Skill]:
        """The skills with the names that are theirs."""
        starters = frozenset(self._owner)
        for here, _, own in self._added:
            self._owner.setdefault(own[0], here)
        given: dict[str, dict[str, Alias]] = {}
        contested: set[str] = set()
        for here, skill, own in self._added:
            mine = given.setdefault(here, {})
            for alias, name in zip(skill.aliases, own, strict=False):  # a skill without a name has its label in `own`
                if self._owner.setdefault(name, here) != here:
                    contested.add(name)
                elif name not in starters:
                    mine.setdefault(alias.text, alias)
        if contested:
            self.notes.append(f"Names that were those of several skills, and stayed with one: {len(contested):,}.")
        for here, more in given.items():
            skill = self._skills[here]
            aliases = (*(skill.aliases if here in self._starter else ()), *more.values())
            if aliases != skill.aliases:
                self._skills[here] = replace(skill, aliases=aliases)
        return self._skills

    def _same(
        self, taxonomy: ImportedTaxonomy, names: Sequence[Names], aligned: Mapping[str, tuple[str, ...]]
    ) -> dict[str, str]:
        """Own id -> id here, of the skills that are there already."""
        same: dict[str, str] = {}
        by_label: dict[str, str] = {}  # id here -> own id; a label is that of one skill of a taxonomy
        alone = Counter(target for targets in aligned.values() for target in targets)
        for (key, skill), own in zip(taxonomy.skills.items(), names, strict=True):
            target = self._by_uri.get(skill.uri) or self._by_code(skill, own[0], taxonomy)
            if target is None and len(aligned.get(key, ())) == 1 and alone[aligned[key][0]] == 1:
                target = aligned[key][0]
            if target is None and taxonomy.kind != "esco":
                target = self._by_label.get(own[0])
                if target is not None and by_label.setdefault(target, key) != key:
                    target = None
            if target is not None:
                same[key] = target
        if by_label:
            some = ", ".join(taxonomy.skills[key].label for key in list(by_label.values())[:_SHOWN])
            self.notes.append(
                f"Skills of {taxonomy.name} taken for known ones with the same label: {len(by_label):,} ({some}"
                + (" and others)." if len(by_label) > _SHOWN else ").")
            )
        return same

    def _by_code(self, skill: Skill, label: str, taxonomy: ImportedTaxonomy) -> str | None:
        """The starter skill with the O*NET id of an element, or with the commodity and a name of a technology."""
        if taxonomy.kind != "onet" or skill.onet is None:
            return None
        if "." in skill.onet:
            return self._by_element.get(skill.onet)
        named = self._owner.get(label)
        return named if named and self._starter[named].onet in taxonomy.broader.get(skill.id, ()) else None

    def _aligned(self, taxonomy: ImportedTaxonomy) -> dict[str, tuple[str, ...]]:
        """Own id -> ids here of the skills that its publisher aligns it with."""
        found = {
            key: tuple(dict.fromkeys(self._by_uri[uri] for uri in uris if uri in self._by_uri))
            for key, uris in taxonomy.alignments.items()
        }
        return {key: targets for key, targets in found.items() if targets}

    def _free(self, key: str, name: str) -> str:
        return f"{name}:{key}" if key in self._skills else key


def _names(taxonomies: Sequence[Mapping[str, Skill]]) -> list[list[Names]]:
    """The names of every skill in comparable form, a list for each taxonomy; at least the label's."""
    texts = [[[a.text for a in s.aliases] or [s.label] for s in skills.values()] for skills in taxonomies]
    folded = iter(_folded([text for skills in texts for names in skills for text in names]))
    return [[tuple(next(folded) for _ in names) for names in skills] for skills in texts]


def _folded(texts: Sequence[str]) -> Iterable[str]:
    """Each text in comparable form. Plain ones are folded all at once, which is several times faster."""
    plain = [t for t in texts if t.isascii() and _BETWEEN not in t]
    together = iter(fold(_BETWEEN.join(plain)).text.split(_BETWEEN))
    return [next(together).strip() if t.isascii() and _BETWEEN not in t else comparable(t) for t in texts]
