"""What the program knows before anybody asks: taxonomy, catalog, regulated occupations, projects, communities.

Loaded once for each :class:`Knowledge`, piece by piece on first use. Starter data with a mistake is a defect of the release, so it is raised
and not worked around; a person's own imported records with a mistake are left out and listed in ``problems``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from credlens.app.ports import NamedBytes, Ports
from credlens.catalog.build import build
from credlens.catalog.sources import SOURCES
from credlens.gap import occupations as regulated
from credlens.model.credential import Catalog
from credlens.model.errors import InputError, Problem
from credlens.model.occupation import RegulatedOccupation
from credlens.model.plan import Community, Project
from credlens.model.posting import Reading
from credlens.model.skill import Taxonomy
from credlens.plan import portfolio
from credlens.skills.reader import Reader
from credlens.skills.taxonomies import TAXONOMIES


class Knowledge:
    """Starter data plus what the person imported.

    Args:
        ports: the doors.
        own: whether to add the person's own imported records (the demo does not).
    """

    def __init__(self, ports: Ports, *, own: bool = True) -> None:
        self._ports = ports
        self._own = own
        self._readings: dict[str, Reading] = {}
        self.problems: list[Problem] = []

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The starter taxonomy."""
        taxonomy, problems = TAXONOMIES["starter"](self._starter("skills"))
        _must_be_clean(problems)
        return taxonomy

    @cached_property
    def catalog(self) -> Catalog:
        """The starter catalog, with the person's own records added or replacing records of the same id."""
        credentials, problems = SOURCES["yaml"](self._starter("credentials"), self.taxonomy.skills)
        _must_be_clean(problems)
        origin = "starter"
        if self._own and self._ports.has_state():
            records = self._ports.store().records()
            mine, wrong = SOURCES["yaml"](_pairs(records), self.taxonomy.skills)
            self.problems += wrong
            credentials += mine
            origin = f"starter and {len(mine)} own" if mine else origin
        catalog, dangling = build(credentials, origin)
        if not self._own:
            _must_be_clean(dangling)
        return catalog

    @cached_property
    def occupations(self) -> list[RegulatedOccupation]:
        """Licensed and degree-bound occupations."""
        found, problems = regulated.read(self._starter("occupations"))
        _must_be_clean(problems)
        return found

    @cached_property
    def projects(self) -> list[Project]:
        """Portfolio projects."""
        found, problems = portfolio.read_projects(self._starter("projects"), self.taxonomy)
        _must_be_clean(problems)
        return found

    @cached_property
    def communities(self) -> list[Community]:
        """Places to ask for feedback."""
        found, problems = portfolio.read_communities(self._starter("", "communities.yaml"), self.taxonomy)
        _must_be_clean(problems)
        return found

    @cached_property
    def reader(self) -> Reader:
        """The reader of texts, over all of the above."""
        names = [(c.id, c.title, c.aliases) for c in self.catalog.credentials.values()]
        return Reader(self.taxonomy, names, self.occupations)

    def read(self, text: str) -> Reading:
        """One text, read once however often it is asked for."""
        if text not in self._readings:
            self._readings[text] = self.reader.read(text)
        return self._readings[text]

    def _starter(self, folder: str, ending: str = ".yaml") -> list[tuple[str, bytes]]:
        return _pairs(f for f in self._ports.starter.files(folder) if f.name.endswith(ending))


def _pairs(files: Iterable[NamedBytes]) -> list[tuple[str, bytes]]:
    return [(f.name, f.data) for f in files]


def _must_be_clean(problems: list[Problem]) -> None:
    if problems:
        raise InputError(problems, f"The starter data has {len(problems)} mistakes; the first is in {problems[0]}")
