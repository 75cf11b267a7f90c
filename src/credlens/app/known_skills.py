"""The skills that the program knows: the starter taxonomy joined with what the person imported.

Apart from everything else that it knows, so that who only asks about skills need not wait for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from credlens.app.heap import staying
from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import InputError, Problem
from credlens.model.skill import Taxonomy
from credlens.model.taxonomy import ImportedTaxonomy, TaxonomyInfo
from credlens.skills import ambiguity, prose
from credlens.skills.ambiguity import Senses
from credlens.skills.reader import Reader
from credlens.skills.taxonomies import TAXONOMIES
from credlens.skills.taxonomies.union import Union, unite


class KnownSkills:
    """Skills, each piece loaded on first use.

    Args:
        ports: the doors.
        own: whether to add what the person imported.
    """

    def __init__(self, ports: Ports, *, own: bool = True) -> None:
        self._ports = ports
        self.own = own
        self._published: dict[str, ImportedTaxonomy] = {}

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The starter taxonomy, joined with the imported ones."""
        return self.union.taxonomy

    @cached_property
    def union(self) -> Union:
        """The same, with what became of each imported skill."""
        return unite(self.starter, [self._load(info) for info in self.imported])

    @cached_property
    def imported(self) -> tuple[TaxonomyInfo, ...]:
        """The taxonomies the person imported, in the order of import."""
        return self._ports.taxonomies.imported() if self.own else ()

    def published(self, name: str) -> ImportedTaxonomy | None:
        """An imported taxonomy as its publisher has it ("esco"): descriptions, relations, occupations; None when it is not there."""
        info = next((i for i in self.imported if i.name == name), None)
        return None if info is None else self._load(info)

    @cached_property
    def starter(self) -> Taxonomy:
        """The starter taxonomy alone; all that the starter data names is in it."""
        taxonomy, problems = TAXONOMIES["starter"](self._starter("skills"))
        must_be_clean(problems)
        return taxonomy

    @cached_property
    def own_names(self) -> list[tuple[str, str]]:
        """(skill id, name) pairs that were written for reading ads."""
        return [(s.id, a.text) for s in self.starter for a in s.aliases]

    @cached_property
    def skill_reader(self) -> Reader:
        """A reader of skills alone."""
        with staying():
            return Reader(self.taxonomy, senses=self.senses, own=self.own_names)

    @cached_property
    def senses(self) -> Senses:
        """What is known of words that are names, too."""
        files = dict(self._starter("senses", ""))
        return ambiguity.read(files["senses/names.json"], prose.read(files["senses/words.txt"]))

    def _load(self, info: TaxonomyInfo) -> ImportedTaxonomy:
        if info.key not in self._published:
            self._published[info.key] = self._ports.taxonomies.load(info.key)
        return self._published[info.key]

    def _starter(self, folder: str, ending: str = ".yaml") -> list[tuple[str, bytes]]:
        return pairs(f for f in self._ports.starter.files(folder) if f.name.endswith(ending))


def pairs(files: Iterable[NamedBytes]) -> list[tuple[str, bytes]]:
    """Files as (name, bytes) pairs."""
    return [(f.name, f.data) for f in files]


def must_be_clean(problems: list[Problem]) -> None:
    """See that the starter data is without mistakes.

    Raises:
        InputError: it is not, which is a defect of the release.
    """
    if problems:
        raise InputError(problems, f"The starter data has {len(problems)} mistakes; the first is in {problems[0]}")
