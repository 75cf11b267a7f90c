"""The starter data through the loaders that the program uses: no mistakes, and enough of everything that was promised."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

import pytest
import yaml

from credlens.catalog.build import build
from credlens.catalog.sources import yaml_files
from credlens.evaluate.registers import loading as published
from credlens.evaluate.surroundings.studies import applicable, read_studies
from credlens.evaluate.together import foundations as founded
from credlens.gap import occupations as regulated
from credlens.io.starter import PackageStarter
from credlens.model.credential import Catalog, Credential, EvidenceClass, Status
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.occupation import RegulatedOccupation
from credlens.model.person import Person
from credlens.model.plan import Community, Project
from credlens.model.register import Lists, Registers
from credlens.model.skill import Taxonomy
from credlens.model.study import Direction, Study
from credlens.model.together import Foundation
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


@pytest.fixture(scope="module")
def loaded_foundations(taxonomy: Taxonomy) -> tuple[list[Foundation], list[Problem]]:
    return founded.read(_files("foundations"), taxonomy)


@pytest.fixture(scope="module")
def loaded_studies() -> tuple[list[Study], list[Problem]]:
    return read_studies(_files("studies"))


@pytest.fixture(scope="module")
def loaded_registers() -> tuple[Registers, list[Problem]]:
    return published.read(_files("registers"))


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


def test_the_foundations_have_no_mistakes(loaded_foundations: tuple[list[Foundation], list[Problem]]) -> None:
    assert _lines(loaded_foundations[1]) == ""


def test_the_studies_have_no_mistakes(loaded_studies: tuple[list[Study], list[Problem]]) -> None:
    assert _lines(loaded_studies[1]) == ""


def test_the_registers_have_no_mistakes(loaded_registers: tuple[Registers, list[Problem]]) -> None:
    assert _lines(loaded_registers[1]) == ""


def test_every_file_is_one_that_a_loader_reads() -> None:
    odd = [
        f.name for folder in ("skills", "credentials", "credential-names", "foundations", "issuers", "labels", "linkedin", "occupations", "projects", "registers", "studies") for f in STARTER.files(folder)
        if not f.name.endswith(".yaml")
    ]  # fmt: skip
    assert odd == []
    assert STARTER.folders("") == [
        "credential-names", "credentials", "demo", "foundations", "issuers", "labels", "linkedin", "occupations", "projects", "reading", "registers", "senses", "skills", "studies"
    ]  # fmt: skip


def test_a_file_is_named_after_what_it_holds(taxonomy: Taxonomy, catalog: Catalog) -> None:
    def stems(folder: str) -> list[str]:
        return sorted(PurePosixPath(name).stem for name, _ in _files(folder))

    assert stems("skills") == sorted(taxonomy.fields)
    assert stems("credentials") == sorted(catalog.credentials)
    assert [PurePosixPath(name).stem for name, data in _files("registers") if yaml.safe_load(data).get("id") != PurePosixPath(name).stem] == [
        "badge_hosts"
    ]  # fmt: skip
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


# Studies


def test_every_study_says_how_it_was_done_with_how_many_and_who_says_so(
    loaded_studies: tuple[list[Study], list[Problem]],
) -> None:
    studies = loaded_studies[0]

    assert len(studies) >= 20
    # How many is a number, or an unknown that says what was not seen.
    assert [s.id for s in studies if s.n is None and "not say" not in s.n_of] == []
    assert [s.id for s in studies if not any(x.method is Method.READ and x.address for x in s.sources)] == []
    assert [s.id for s in studies if not (s.authors and s.caveat and s.population and KEBAB.fullmatch(s.id))] == []


def test_a_size_that_nobody_saw_is_marked_as_recalled(loaded_studies: tuple[list[Study], list[Problem]]) -> None:
    recalled = {s.id for s in loaded_studies[0] for e in s.effects for x in e.sources if x.method is Method.RECALLED}

    assert recalled == {"athey-palikot-2024"}


def test_a_raw_gap_is_never_shown_as_an_effect(loaded_studies: tuple[list[Study], list[Problem]]) -> None:
    raw = next(s for s in loaded_studies[0] if s.id == "bls-cps-2015")

    assert {e.direction for e in raw.effects} == {Direction.UNCLEAR}


def test_studies_speak_of_every_credential_and_never_only_in_its_favour(
    catalog: Catalog, loaded_studies: tuple[list[Study], list[Problem]]
) -> None:
    shown = {c.id: applicable(c, Person("P", {}), loaded_studies[0]) for c in catalog.credentials.values()}
    # Where the law asks for a licence nothing is known that points the other way.
    licences = {i for i, c in catalog.credentials.items() if c.evidence_class.get(None) is EvidenceClass.LICENCE}
    certificates = {i: found for i, found in shown.items() if len(found) > 2 and i not in licences}

    assert [i for i, found in shown.items() if not found] == []
    assert [i for i, found in certificates.items() if not any(a.contrary for a in found)] == []
    assert [i for i, found in certificates.items() if all(a.contrary for a in found)] == []


# Foundations


def test_the_occupations_that_the_catalog_serves_have_foundations(
    loaded_foundations: tuple[list[Foundation], list[Problem]],
) -> None:
    foundations = loaded_foundations[0]

    assert len(foundations) >= 12
    assert [f.id for f in foundations if not 10 <= len(f.areas) <= 15] == []
    # All work asks for something that no course teaches.
    assert [f.id for f in foundations if all(a.by_course for a in f.areas)] == []
    assert [f.id for f in foundations if not KEBAB.fullmatch(f.id)] == []
    assert [(f.id, a.id) for f in foundations for a in f.areas if not (a.sources and KEBAB.fullmatch(a.id))] == []
    assert [(n, PurePosixPath(n).stem) for n, _ in _files("foundations")] == [
        (n, yaml.safe_load(data)["field"]) for n, data in _files("foundations")
    ]


def test_no_two_foundations_share_a_title(loaded_foundations: tuple[list[Foundation], list[Problem]]) -> None:
    titles = Counter(t for f in loaded_foundations[0] for t in {comparable(a.text) for a in f.titles})

    assert [t for t, times in titles.items() if times > 1] == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Junior Data Analyst, Marketing", "data-analyst"),
        ("Senior Business Intelligence Analyst", "data-analyst"),
        ("Azure Cloud Engineer (Hospital)", "cloud-engineer"),
        ("Machine Learning Engineer - Fraud", "machine-learning-engineer"),
        ("IT Help Desk Technician", "it-support-specialist"),
        ("SOC Analyst II", "cybersecurity-analyst"),
        ("Full Stack Developer", "software-developer"),
        ("Accounts Payable Clerk", "bookkeeper"),
        ("UX/UI Designer", "ux-designer"),
        ("Registered Nurse", None),
    ],
)
def test_a_title_leads_to_the_foundation_of_its_occupation(
    loaded_foundations: tuple[list[Foundation], list[Problem]], title: str, expected: str | None
) -> None:
    found = founded.recognise(title, [], loaded_foundations[0])

    assert (found.id if found else None) == expected


# Registers


def test_registers_name_credentials_of_the_catalog_and_say_who_says_so(
    loaded_registers: tuple[Registers, list[Problem]], catalog: Catalog
) -> None:
    registers = loaded_registers[0].registers
    lines = [(r.id, e) for r in registers.values() for e in r.entries]
    sources = [(i, s) for i, e in lines for s in e.sources] + [
        (h.name, s) for h in loaded_registers[0].badge_hosts for s in h.sources
    ]

    assert sorted({c for _, e in lines for c in e.credentials} - set(catalog.credentials)) == []
    assert [(i, e.holder) for i, e in lines if not e.sources] == []
    assert {s.method for _, s in sources} == {Method.READ, Method.RECALLED}
    assert [
        i for i, s in sources if s.method is Method.READ and not re.match(r"https?://[\w.-]+\.\w", s.address or "")
    ] == []
    assert [r.id for r in registers.values() if not r.address.startswith("https://")] == []


def test_nobody_is_both_recognised_and_not(loaded_registers: tuple[Registers, list[Problem]]) -> None:
    registers = loaded_registers[0].registers.values()

    def named(of: Lists) -> set[str]:
        return {comparable(n) for r in registers if r.of is of for e in r.entries for n in (e.holder, *e.names)}

    assert named(Lists.UNRECOGNISED) & named(Lists.ACCREDITOR) == set()
    assert len(named(Lists.UNRECOGNISED)) >= 15


def test_a_domain_stands_for_one_host_and_the_dead_ones_are_known(
    loaded_registers: tuple[Registers, list[Problem]],
) -> None:
    hosts = loaded_registers[0].badge_hosts
    domains = Counter(d for h in hosts for d in h.hosts)

    assert [d for d, times in domains.items() if times > 1] == []
    assert {"badgecheck.us.badgr.com", "backpack.openbadges.org"} <= {d for h in hosts if not h.alive for d in h.hosts}


def test_every_scheme_that_claims_a_known_accreditor_is_in_its_list(
    loaded_registers: tuple[Registers, list[Problem]], catalog: Catalog
) -> None:
    """A claim of ISO/IEC 17024 or NCCA in the catalog that no line backs would be a warning nobody meant."""
    listed = {c for r in loaded_registers[0].registers.values() for e in r.entries for c in e.credentials}
    claims = {
        c.id
        for c in catalog.credentials.values()
        for a in c.accreditation
        if "17024" in a.standard or a.standard == "NCCA"
    }

    assert sorted(claims - listed) == []
