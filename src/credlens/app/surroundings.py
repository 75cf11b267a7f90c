"""What stands around the scores of a credential: who earns by it, and what studies of others found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credlens.app.situation import Situation
from credlens.evaluate.surroundings.motive import motive
from credlens.evaluate.surroundings.studies import applicable
from credlens.model.motive import Motive
from credlens.model.study import Applied


def motives(here: Situation, ids: Iterable[str]) -> Mapping[str, Motive]:
    """How the organisations behind each credential earn by it, by credential id."""
    catalog, taxonomy = here.knowledge.catalog, here.knowledge.taxonomy
    return {i: motive(catalog[i], taxonomy) for i in ids}


def studies(here: Situation, ids: Iterable[str], place: str | None) -> Mapping[str, tuple[Applied, ...]]:
    """The studies that may say something about each credential for this person, by credential id.

    Args:
        here: the person, and what is known.
        ids: credentials of the catalog.
        place: ISO 3166 code of where the person looks for work; None when they did not say.
    """
    catalog, known = here.knowledge.catalog, here.knowledge.studies
    return {i: applicable(catalog[i], here.person, known, place) for i in ids}
