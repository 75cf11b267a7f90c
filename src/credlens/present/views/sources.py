"""Where everything on a page comes from. Built last, when every footnote has its number."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.credential import Catalog
from credlens.model.skill import Taxonomy
from credlens.present import terms, words
from credlens.present.notes import STALE_DAYS, Note, Notes


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a page.

    Attributes:
        methods: (word, what it means), those that occur.
        stale_days: age in days from which a source is marked.
    """

    notes: tuple[Note, ...]
    methods: tuple[tuple[str, str], ...]
    taxonomy: str
    catalog: str
    stale_days: int


def sources(notes: Notes, taxonomy: Taxonomy, catalog: Catalog) -> Sources:
    """Every source used so far."""
    used = notes.listed()
    occurring = {n.method for n in used}
    return Sources(
        notes=used,
        methods=tuple(found for found in terms.METHODS.values() if found[0] in occurring),
        taxonomy=f"{taxonomy.name}, {taxonomy.version}: {words.full_stop(taxonomy.attribution)}",
        catalog=f"{catalog.origin}, {words.count(len(catalog), 'credential')}",
        stale_days=STALE_DAYS,
    )
