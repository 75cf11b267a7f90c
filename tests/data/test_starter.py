"""The starter data through the loaders that the program uses: no mistakes, and enough of everything that was promised."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

import pytest
import yaml

from credlens.catalog.build import build
from credlens.catalog.sources import yaml_files
from credlens.gap import occupations as regulated
from credlens.io.starter import PackageStarter
from credlens.model.credential import Catalog, Credential, Status
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.occupation import RegulatedOccupation
from credlens.model.plan import Community, Project
from credlens.model.skill import Taxonomy
from credlens.plan.portfolio import read_communities, read_projects
from credlens.skills.taxonomies import TAXONOMIES
from credlens.skills.text import comparable

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
STARTER = PackageStarter()


def _files(folder: str, ending: str = ".yaml") -> list[tuple[str, bytes]]:
    return [(f.name, f.data) for f in STARTER.files(folder) if f.name.endswith(ending)]


def _lines(problems: list[Problem]) -> str:
    return "\n".join(str(p) for p in problems)


@pytest.fixture(scope="module")
def loaded_taxonomy() -> tuple[Taxonomy, list[Problem]]:
    return TAXONOMIES["starter"](_files("skills"))


@pytest.fixture(scope="module")
def taxonomy(loaded_taxonomy: tuple[Taxonomy, list[Problem]]) -> Taxonomy:
    return loaded_taxonomy[0]


@pytest.fixture(scope="module")
def loaded_credentials(taxonomy: Taxonomy) -> tuple[list[Credential], list[Problem]]:
    return yaml_files.read(_files("credentials"), taxonomy.skills)


@pytest.fixture(scope="module")
def catalog(loaded_credentials: tuple[list[Credential], list[Problem]]) -> Catalog:
    return build(loaded_credentials[0])[0]


@pytest.fixture(scope="module")
def loaded_occupations() -> tuple[list[RegulatedOccupation], list[Problem]]:
    return regulated.read(_files("occupations"))


@pytest.fixture(scope="module")
def loaded_projects(taxonomy: Taxonomy) -> tuple[list[Project], list[Problem]]:
    return read_projects(_files("projects"), taxonomy)


@pytest.fixture(scope="module")
def loaded_communities(taxonomy: Taxonomy) -> tuple[list[Community], list[Problem]]:
    return read_communities(_files("", "communities.yaml"), taxonomy)


# No mistakes


def test_the_skills_have_no_mistakes(loaded_taxonomy: tuple[Taxonomy, list[Problem]]) -> None:
    assert _lines(loaded_taxonomy[1]) == ""


def test_the_credentials_have_no_mistakes(loaded_credentials: tuple[list[Credential], list[Problem]]) -> None:
    assert _lines(loaded_credentials[1]) == ""


def test_no_credential_refers_to_one_that_is_not_there(
    loaded_credentials: tuple[list[Credential], list[Problem]],
) -> None:
    assert _lines(build(loaded_credentials[0])[1]) == ""


def test_the_occupations_have_no_mistakes(loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]]) -> None:
    assert _lines(loaded_occupations[1]) == ""


def test_the_projects_have_no_mistakes(loaded_projects: tuple[list[Project], list[Problem]]) -> None:
    assert _lines(loaded_projects[1]) == ""


def test_the_communities_have_no_mistakes(loaded_communities: tuple[list[Community], list[Problem]]) -> None:
    assert _lines(loaded_communities[1]) == ""


def test_every_file_is_one_that_a_loader_reads() -> None:
    odd = [
        f.name for folder in ("skills", "credentials", "credential-names", "occupations", "projects") for f in STARTER.files(folder)
        if not f.name.endswith(".yaml")
    ]  # fmt: skip
    assert odd == []
    assert STARTER.folders("") == [
        "credential-names", "credentials", "demo", "occupations", "projects", "reading", "senses", "skills"
    ]  # fmt: skip


def test_a_file_is_named_after_what_it_holds(taxonomy: Taxonomy, catalog: Catalog) -> None:
    def stems(folder: str) -> list[str]:
        return sorted(PurePosixPath(name).stem for name, _ in _files(folder))

    assert stems("skills") == sorted(taxonomy.fields)
    assert stems("credentials") == sorted(catalog.credentials)
    assert [(name, yaml.safe_load(data)["field"]) for name, data in _files("projects")] == [
        (name, PurePosixPath(name).stem) for name, _ in _files("projects")
    ]


def test_ids_are_kebab_case(
    taxonomy: Taxonomy,
    catalog: Catalog,
    loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]],
    loaded_projects: tuple[list[Project], list[Problem]],
    loaded_communities: tuple[list[Community], list[Problem]],
) -> None:
    records = [*loaded_occupations[0], *loaded_projects[0], *loaded_communities[0]]
    ids = [*taxonomy.skills, *taxonomy.fields, *catalog.credentials, *(r.id for r in records)]

    assert [i for i in ids if not KEBAB.fullmatch(i)] == []


def test_codes_of_other_taxonomies_are_whole_and_used_once(taxonomy: Taxonomy) -> None:
    esco = [s.esco for s in taxonomy if s.esco]

    assert [e for e in esco if not UUID.fullmatch(e)] == []
    assert [e for e, n in Counter(esco).items() if n > 1] == []


def test_projects_stand_in_a_field_of_work_of_the_taxonomy(
    taxonomy: Taxonomy, loaded_projects: tuple[list[Project], list[Problem]]
) -> None:
    assert sorted({p.field for p in loaded_projects[0]} - set(taxonomy.fields)) == []


# Sources


def _sources(value: object) -> list[Source]:
    """Every source anywhere inside a record."""
    if isinstance(value, Source):
        return [value]
    if isinstance(value, list | tuple):
        return [s for part in value for s in _sources(part)]
    names = getattr(value, "__dataclass_fields__", {})
    return [s for name in names for s in _sources(getattr(value, name))]


def test_what_was_read_can_be_looked_up_and_every_source_has_its_day(
    taxonomy: Taxonomy, catalog: Catalog, loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]]
) -> None:
    records = [*taxonomy, *catalog.credentials.values(), *loaded_occupations[0]]
    found = {(r.id, s) for r in records for s in _sources(r)}

    assert {s.method for _, s in found} == {Method.READ, Method.RECALLED}
    assert (
        sorted(
            i for i, s in found if s.method is Method.READ and not re.match(r"https?://[\w.-]+\.\w", s.address or "")
        )
        == []
    )
    assert sorted(i for i, s in found if s.date is None) == []


def test_every_skill_and_occupation_says_who_says_so(
    taxonomy: Taxonomy, loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]]
) -> None:
    assert [r.id for r in (*taxonomy, *loaded_occupations[0]) if not r.sources] == []


# Enough of everything


def test_there_are_skills_of_many_fields_and_half_of_them_are_known_to_the_world(taxonomy: Taxonomy) -> None:
    assert len(taxonomy) >= 400
    assert len({s.field for s in taxonomy}) >= 12
    assert sum(1 for s in taxonomy if s.esco or s.onet) * 2 >= len(taxonomy)


def test_there_are_credentials_occupations_and_projects_enough(
    catalog: Catalog,
    loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]],
    loaded_projects: tuple[list[Project], list[Problem]],
    loaded_communities: tuple[list[Community], list[Problem]],
) -> None:
    assert len(catalog) >= 60
    assert len(loaded_occupations[0]) >= 40
    assert len(loaded_projects[0]) >= 60
    assert loaded_communities[0]


def test_at_least_sixty_credentials_on_offer_say_what_they_teach_and_cost(catalog: Catalog) -> None:
    gone = {Status.DEPRECATED, Status.CEASED}
    offered = [c for c in catalog.credentials.values() if c.status.get(None) not in gone]

    assert len([c for c in offered if c.skills and c.costs]) >= 60


SYSTEMS = {
    "Coursera": r"Coursera",
    "edX": r"\bedX\b",
    "HarvardX": r"HarvardX",
    "MIT": r"\bMITx?\b|Massachusetts Institute of Technology",
    "Udacity": r"Udacity",
    "LinkedIn Learning": r"LinkedIn Learning",
    "Khan Academy": r"Khan Academy",
    "micro-masters": r"MicroMasters",
    "Google": r"\bGoogle\b",
    "IBM": r"\bIBM\b",
    "Salesforce": r"Salesforce",
    "Microsoft": r"Microsoft",
    "AWS": r"\bAWS\b|Amazon Web Services",
    "CompTIA": r"CompTIA",
    "PMP": r"\bPMP\b",
    "CFA": r"\bCFA\b",
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_that_is_named_has_a_credential(catalog: Catalog, system: str) -> None:
    def names(credential: Credential) -> str:
        roles = (credential.issuer, credential.provider, credential.platform)
        return " | ".join([credential.title, *(o.name for role in roles for o in role.candidates())])

    assert [c.id for c in catalog.credentials.values() if re.search(SYSTEMS[system], names(c))] != []


def test_badges_that_can_be_checked_by_others_are_among_them(catalog: Catalog) -> None:
    formats = Counter(v.format for c in catalog.credentials.values() for v in c.verification.candidates())

    assert formats["credly"] >= 3
    assert formats["open_badge_2"] + formats["open_badge_3"] >= 1


DATA_SKILLS = (
    "sql", "python", "r", "excel", "tableau", "power-bi", "statistics", "data-visualization", "data-cleaning", "dashboards",
    "machine-learning", "data-modeling",
)  # fmt: skip


@pytest.mark.parametrize("skill", DATA_SKILLS)
def test_an_important_data_skill_is_taught_by_at_least_three(catalog: Catalog, taxonomy: Taxonomy, skill: str) -> None:
    assert skill in taxonomy
    assert len(catalog.teaching(skill)) >= 3


def test_every_example_person_aims_at_something_the_data_know(
    loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]],
) -> None:
    known = {o.id for o in loaded_occupations[0]} | {None}
    for person in STARTER.folders("demo"):
        about = yaml.safe_load(dict(_files(f"demo/{person}"))[f"demo/{person}/person.yaml"])
        assert about["id"] == person
        assert about.get("occupation") in known
        assert about["resume"] in {PurePosixPath(f.name).name for f in STARTER.files(f"demo/{person}")}
        assert len(STARTER.files(f"demo/{person}/ads")) >= 10


def test_two_occupations_of_one_place_never_share_a_title(
    loaded_occupations: tuple[list[RegulatedOccupation], list[Problem]],
) -> None:
    names = Counter((o.jurisdiction, t) for o in loaded_occupations[0] for t in {comparable(a.text) for a in o.titles})

    assert [n for n, times in names.items() if times > 1] == []
