"""What the program knows before anybody asks: taxonomies, catalog, regulated occupations, projects, communities.

Loaded once for each :class:`Knowledge`, piece by piece on first use. Starter data with a mistake is a defect of the release, so it is raised
and not worked around; a person's own imported records with a mistake are left out and listed in ``problems``.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from credlens.app.catalog.whole import CatalogBeside, whole
from credlens.app.heap import staying
from credlens.app.known_skills import KnownSkills, must_be_clean, pairs
from credlens.app.linking import parts
from credlens.app.ports import Ports
from credlens.catalog import own_records
from credlens.catalog.build import build
from credlens.catalog.sources import yaml_files
from credlens.evaluate.surroundings.studies import read_studies
from credlens.evaluate.together import foundations as founded
from credlens.gap import occupations as regulated
from credlens.model.credential import Catalog, Credential
from credlens.model.errors import Problem
from credlens.model.occupation import RegulatedOccupation
from credlens.model.plan import Community, Project
from credlens.model.posting import Reading
from credlens.model.register import Registers
from credlens.model.study import Study
from credlens.model.together import Foundation
from credlens.plan import portfolio
from credlens.skills.credential_names import CredentialName, as_name
from credlens.skills.credential_names import read as read_names
from credlens.skills.linking.concepts import of_skills
from credlens.skills.linking.mentions import Linked
from credlens.skills.reader import Reader

if TYPE_CHECKING:
    from credlens.market.titles.index import TitleIndex

TIER = 1
"""How texts are read unless somebody asks otherwise: 0 by names alone, 1 with static vectors, 2 with an encoder."""


class Knowledge(KnownSkills):
    """Starter data plus what the person imported.

    Args:
        ports: the doors.
        own: whether to add what the person imported, taxonomies and records (the demo does not).
    """

    def __init__(self, ports: Ports, *, own: bool = True) -> None:
        super().__init__(ports, own=own)
        self._readings: dict[tuple[str, int], Reading] = {}
        self._linked: dict[int, Linked | None] = {}
        self._titles: dict[str, TitleIndex] = {}
        self._beside: dict[str, Credential] = {}
        self.problems: list[Problem] = []

    @classmethod
    def of(cls, ports: Ports) -> Knowledge:
        """What is known with what the person imported; the same one again where the doors are kept open and none of that changed."""
        return ports.remember("knowledge", lambda: _imported(ports), lambda: cls(ports))

    def beside(self, credentials: Sequence[Credential]) -> Knowledge:
        """The same with credentials that are looked at now and not kept: the catalog shows them, texts are searched for them."""
        other = copy(self)
        made = vars(other)
        made["_beside"] = {c.id: c for c in credentials}
        made.pop("catalog", None)
        if {c.id: as_name(c) for c in self._beside.values()} != {c.id: as_name(c) for c in credentials}:
            made.pop("credential_names", None)
            made.pop("reader", None)
            made["_readings"] = {}
        return other

    def titles(self, name: str) -> TitleIndex | None:
        """What finds the occupation behind an ad's title in an imported taxonomy; None when it is not there or has no occupations."""
        published = self.published(name)
        if published is None or not published.occupations:
            return None
        if name not in self._titles:
            from credlens.market.titles.index import TitleIndex

            self._titles[name] = TitleIndex(published.occupations.values())
        return self._titles[name]

    @cached_property
    def curated(self) -> Catalog:
        """The hand-written records: the starter catalog, the person's own added or replacing those of the same id."""
        credentials, problems = yaml_files.read(self._starter("credentials"), self.starter.skills)
        must_be_clean(problems)
        origin = f"starter and {len(self.kept)} own" if self.kept else "starter"
        catalog, dangling = build([*credentials, *self.kept], origin)
        if not self.own:
            must_be_clean(dangling)
        return catalog

    @cached_property
    def kept(self) -> list[Credential]:
        """The person's own records: hand-written ones, and those they had judged and kept."""
        if not self.own or not self._ports.has_state():
            return []
        mine, wrong = own_records.read(pairs(self._ports.store().records()), self.taxonomy.skills)
        self.problems += wrong
        return mine

    @cached_property
    def catalog(self) -> Catalog:
        """The hand-written records, with what imported catalogs say of the same credentials and of all others."""
        found = self.curated
        if self.own and self._ports.has_state():
            store = self._ports.catalog()
            found = whole(found, store) if store.count() else found
        return CatalogBeside.of(found, self._beside) if self._beside else found

    @cached_property
    def occupations(self) -> list[RegulatedOccupation]:
        """Licensed and degree-bound occupations."""
        found, problems = regulated.read(self._starter("occupations"))
        must_be_clean(problems)
        return found

    @cached_property
    def registers(self) -> Registers:
        """What accreditors and those who recognise them publish, and the hosts at which badges are checked."""
        from credlens.evaluate.registers import loading as registers

        found, problems = registers.read(self._starter("registers"))
        must_be_clean(problems)
        return found

    @cached_property
    def projects(self) -> list[Project]:
        """Portfolio projects."""
        found, problems = portfolio.read_projects(self._starter("projects"), self.starter)
        must_be_clean(problems)
        return found

    @cached_property
    def communities(self) -> list[Community]:
        """Places to ask for feedback."""
        found, problems = portfolio.read_communities(self._starter("", "communities.yaml"), self.starter)
        must_be_clean(problems)
        return found

    @cached_property
    def foundations(self) -> list[Foundation]:
        """What occupations are built on."""
        found, problems = founded.read(self._starter("foundations"), self.starter)
        must_be_clean(problems)
        return found

    @cached_property
    def studies(self) -> list[Study]:
        """Studies of what credentials did for other people."""
        found, problems = read_studies(self._starter("studies"))
        must_be_clean(problems)
        return found

    @cached_property
    def credential_names(self) -> list[CredentialName]:
        """How credentials are written: the hand-written records first, then well-known ones whether or not the catalog has them.

        Imported ones are left out: a catalog of courses is full of titles such as "Machine Learning", which name no credential in an ad. So
        are the person's own records that are called like a skill.
        """
        known, problems = read_names(self._starter("credential-names"))
        must_be_clean(problems)
        mine = [*self.kept, *self._beside.values()]
        unheard = {c.id for c in mine if self.called_like_a_skill(c)}
        there = {**self.curated.credentials, **self._beside}
        return [*(as_name(c) for c in there.values() if c.id not in unheard), *known]

    def called_like_a_skill(self, credential: Credential) -> bool:
        """Whether its title is the name of a skill, so that an ad with these words asks for the skill."""
        return credential.title.casefold() in self._skill_names

    @cached_property
    def _skill_names(self) -> frozenset[str]:
        return frozenset(name.casefold() for s in self.taxonomy for name in (s.label, *(a.text for a in s.aliases)))

    @cached_property
    def reader(self) -> Reader:
        """The reader of texts, over all of the above."""
        with staying():
            return Reader(
                self.taxonomy, self.credential_names, self.occupations, senses=self.senses, own=self.own_names
            )

    def linked(self, tier: int) -> Linked | None:
        """What links other words to skills, made on first use; None in the tier that reads names alone."""
        if tier not in self._linked:
            self._linked[tier] = self._link(tier) if tier else None
        return self._linked[tier]

    def _link(self, tier: int) -> Linked:
        concepts = of_skills(self.taxonomy, [self._load(info) for info in self.imported])
        made = parts(self._ports, "reading", concepts, tier, keep=bool(self.imported))
        return Linked(made.linker(), [c.key for c in concepts])

    def read(self, text: str, tier: int = TIER) -> Reading:
        """One text, read once however often it is asked for."""
        if (text, tier) not in self._readings:
            self._readings[text, tier] = self.reader.read(text, self.linked(tier))
        return self._readings[text, tier]


def _imported(ports: Ports) -> tuple[object, ...]:
    """All that a knowledge is made of beside the starter data, told apart."""
    taxonomies = tuple(i.key for i in ports.taxonomies.imported())
    if not ports.has_state():
        return taxonomies, (), 0
    return taxonomies, ports.store().records(), ports.catalog().generation()
