"""Whatever a taxonomy holds comes back from the disk as it was."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.io.taxonomies.records import Deferred
from credlens.io.taxonomies.store import DiskTaxonomies
from credlens.model.fact import Method, Source
from credlens.model.occupation import EducationShare, ElementRating, Occupation, OccupationMatch, Task, TechnologyUse
from credlens.model.skill import Alias, Reuse, Skill, SkillKind
from credlens.model.taxonomy import ImportedTaxonomy, SkillGroup

SOURCE = Source(Method.READ, "https://example.org", note="n")

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
key = st.text("abcé-:%", min_size=1, max_size=6)
keys = st.lists(key, max_size=3, unique=True).map(tuple)
number = st.none() | st.integers(0, 10**9)
real = st.floats(allow_nan=False, allow_infinity=False)
interval = st.none() | st.tuples(real, real)
links = st.dictionaries(key, keys, max_size=3)

skills = st.builds(
    Skill,
    id=key,
    label=text,
    aliases=st.lists(st.builds(Alias, text, st.booleans()), max_size=3).map(tuple),
    kind=st.none() | st.sampled_from(SkillKind),
    reuse=st.none() | st.sampled_from(Reuse),
    field=text,
    sources=st.just((SOURCE,)),
    vendor=st.none() | text,
    broader=keys,
    esco=st.none() | text,
    onet=st.none() | text,
    whole_field=st.booleans(),
    description=text,
    address=st.none() | text,
)
occupations = st.builds(
    Occupation,
    id=key,
    uri=text,
    label=text,
    titles=keys,
    description=text,
    code=text,
    isco08=st.none() | text,
    onet_soc=st.none() | text,
    broader=keys,
    regulated=st.none() | st.booleans(),
    essential=keys,
    optional=keys,
    technologies=st.lists(st.builds(TechnologyUse, key, st.booleans(), st.booleans()), max_size=2).map(tuple),
    elements=st.lists(
        st.builds(ElementRating, key, text, real, number, interval, text, st.booleans(), st.booleans(), text),
        max_size=2,
    ).map(tuple),
    tasks=st.lists(st.builds(Task, key, text, st.none() | st.booleans(), number, text), max_size=2).map(tuple),
    education=st.lists(st.builds(EducationShare, text, real, number, text, st.booleans()), max_size=2).map(tuple),
    job_zone=st.none() | st.integers(1, 5),
)


def _by_id(records: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(records, max_size=3, unique_by=lambda r: r.id).map(lambda found: {r.id: r for r in found})


taxonomies = st.builds(
    ImportedTaxonomy,
    kind=st.just("rsd"),
    name=st.just("kelp"),
    version=st.sampled_from([None, "1"]),
    attribution=text,
    source=st.just(SOURCE),
    language=text,
    skills=_by_id(skills),
    notes=keys,
    groups=_by_id(st.builds(SkillGroup, key, text, text, text, keys)),
    broader=links,
    essential=links,
    optional=links,
    keywords=links,
    alignments=links,
    occupation_codes=links,
    collections=links,
    occupations=_by_id(occupations),
    occupation_groups=st.dictionaries(key, text, max_size=3),
    crosswalk=st.lists(
        st.builds(OccupationMatch, text, text, text, st.none() | real, st.none() | real), max_size=3
    ).map(tuple),
)


@settings(max_examples=60)
@given(taxonomies)
def test_a_taxonomy_comes_back_as_it_was(taxonomy: ImportedTaxonomy) -> None:
    with tempfile.TemporaryDirectory() as home:
        store = DiskTaxonomies(Path(home))
        info = store.save(taxonomy, imported=date(2031, 1, 2), problems=0, sources=())
        again = store.load(info.key)
        assert again == taxonomy
        for name in ("skills", "groups", "broader", "occupations"):
            assert list(getattr(again, name)) == list(getattr(taxonomy, name))  # in the same order


def test_a_deferred_mapping_is_made_once_and_only_when_somebody_looks() -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"a": 1}

    mapping = Deferred(make)
    assert made == []
    assert (mapping["a"], list(mapping), len(mapping), mapping == {"a": 1}) == (1, ["a"], 1, True)
    assert made == [1]
