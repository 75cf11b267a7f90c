from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog import codec
from credlens.catalog.exports import EXPORTS
from credlens.catalog.exports.elm import EXPORT, RECORD, standard
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import yaml_files
from credlens.catalog.sources.elm.source import SOURCE
from credlens.catalog.values.durations import workload
from credlens.catalog.values.elm_terms import KIND_CODES
from credlens.catalog.values.languages import language
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    CreditValue,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
)
from credlens.model.fact import Fact, Method, Source, not_looked_up
from credlens.model.offer import (
    Classification,
    DeliveryMode,
    Identifier,
    Rating,
    Relation,
    RelationKind,
    Schedule,
    StatedSkill,
)
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

STARTER = Path(codec.__file__).parents[1] / "data" / "credentials"
PAGE = Source(Method.READ, "https://example.edu/course", date(2026, 11, 22))
FULL = Credential(
    "welding",
    "Welding, part 1",
    aliases=(Alias("Welding I"),),
    identifiers=(Identifier("ctid", "ce-1"), Identifier("url", "example.edu/course")),
    description=Fact("How to join metal.", (PAGE,)),
    kind=Fact("Course", (PAGE,)),
    issuer=Fact(Organisation("Example Guild", OrganisationKind.OTHER), (PAGE,)),
    provider=Fact(Organisation("Example College", OrganisationKind.UNIVERSITY), (PAGE,)),
    official_url=Fact("https://example.edu/course", (PAGE,)),
    eqf=Fact(4, (PAGE,)),
    languages=Fact(("en", "mt"), (PAGE,)),
    hours=Fact(Hours(62.5, 62.5), (PAGE,)),
    duration=Fact(Months(1.38, 1.38), (PAGE,), note="6 weeks"),
    schedule=Fact(Schedule(None, (date(2027, 1, 11), date(2027, 5, 3)), date(2026, 12, 1), 6.0), (PAGE,)),
    mode=Fact(DeliveryMode.WORK, (PAGE,)),
    stated=(
        StatedSkill("weld metal", (PAGE,), "http://data.europa.eu/esco/skill/0a", "S6"),
        StatedSkill("read drawings", (PAGE,), "https://skills.example/9", ""),
        StatedSkill("works safely", (PAGE,)),
    ),
    costs=(
        CostItem("a", CostPattern.ONE_OFF, Fact(Decimal("199.50"), (PAGE,)), "EUR", "tuition", condition="members"),
        CostItem("b", CostPattern.PER_MONTH, Fact(Decimal(30), (PAGE,)), "GBP", "tuition", "example-plus"),
    ),
    assessment=(Assessment(AssessmentType.PRACTICAL, (PAGE,)), Assessment(AssessmentType.SELF_ASSESSMENT, (PAGE,))),
    prerequisites=(
        Prerequisite(hard=False, sources=(PAGE,), text="Own boots."),
        Prerequisite(hard=False, sources=(PAGE,), text="Be 16."),
        Prerequisite(hard=True, sources=(PAGE,), experience_years=1),
    ),
    accreditation=(
        Accreditation("programme", "ISO 3834", "Example Board", (PAGE,), date(2020, 1, 2), date(2030, 1, 2), "https://board.example/1"),
        Accreditation("institution", "", "Example Ministry", (PAGE,)),
        Accreditation("scheme", "ISO/IEC 17024", "Example Board", (PAGE,)),
    ),
    recognition=(RecognitionClaim("Example Union", "endorsement", (PAGE,)),),
    credit=(CreditValue("ECTS", 2.5, (PAGE,)), CreditValue("Example points", 3, (PAGE,))),
    relations=(
        Relation(RelationKind.PART_OF, "ctid:ce-2", (PAGE,), "Metal work"),
        Relation(RelationKind.HAS_PART, "url:example.edu/a b", (PAGE,)),
    ),
    classifications=(Classification("isced-f", "0715", "Mechanics", (PAGE,)), Classification("soc", "51-4121", "Welders", (PAGE,))),
    rating=Fact(Rating(4.5, 10), (PAGE,)),
    free_aid=Fact("A grant of the region.", (PAGE,)),
)  # fmt: skip


def _document(credentials: Iterable[Credential]) -> Any:
    return json.loads("".join(EXPORT.write(credentials)))


def _events(document: Any) -> list[CatalogEvent]:
    data = json.dumps(document).encode()
    return list(SOURCE.read([SourceFile("a.jsonld", lambda: io.BytesIO(data))], Settings()))


def _offers(document: Any) -> list[Credential]:
    return [e.credential for e in _events(document) if isinstance(e, Offer)]


def _stripped(document: Any) -> Any:
    return {**document, "@graph": [{k: v for k, v in record.items() if k != RECORD} for record in document["@graph"]]}


def _values(credential: Credential) -> dict[str, Any]:
    """What the model has terms for, without the sources, which it has none for."""
    c = credential
    schedule = c.schedule.get(None) or Schedule()
    hours, months = c.hours.get(None), c.duration.get(None)
    if months and not any(workload(f"P{n}{unit}").months == months for unit in "MD" for n in range(1, 400)):
        months = None  # 3.7 months are no whole number of days
    if hours and not (hours.max * 60).is_integer():
        hours = None
    soft = [p.text for p in c.prerequisites if not p.hard and p.text]
    return {
        "title": c.title,
        "aliases": list(dict.fromkeys(a.text for a in c.aliases)),
        "description": c.description.get(""),
        "kind": c.kind.get("") if c.kind.get("") in KIND_CODES else "",
        "issuer": str(c.issuer.get("")),
        "provider": str(c.provider.get("")),
        "official_url": c.official_url.get(""),
        "eqf": c.eqf.get(0),
        "languages": list(dict.fromkeys(language(tag) for tag in c.languages.get(()))),  # the model knows no regions
        "hours": hours if hours and hours.min == hours.max else None,
        "duration": months,
        "schedule": (tuple(sorted(set(schedule.starts))), schedule.apply_by, schedule.access_months),
        "mode": c.mode.get(None),
        "stated": {(s.name, s.uri, s.code) for s in c.stated},
        "costs": [(i.pattern, i.amount.value, i.currency, i.condition) for i in c.costs if i.amount.known],
        "assessment": [a.type for a in c.assessment],
        "soft prerequisites": list(dict.fromkeys(soft)),
        "accreditation": [replace(a, sources=()) for a in c.accreditation],
        "credit": [(v.system, v.amount) for v in c.credit if v.amount is not None],
        "relations": {
            (r.kind, r.target, r.title)
            for r in c.relations
            if r.kind in {RelationKind.PART_OF, RelationKind.HAS_PART}
        },
        "fields": {(x.code, x.name) for x in c.classifications if x.scheme == "isced-f"},
        "free_aid": c.free_aid.get(""),
    }  # fmt: skip


def test_the_registry_leads_here() -> None:
    assert EXPORTS["elm"] is EXPORT


def test_a_record_in_the_models_own_terms() -> None:
    opportunity = standard(FULL)
    specification = opportunity["learningAchievementSpecification"]

    assert (opportunity["type"], specification["type"]) == ("LearningOpportunity", "Qualification")
    assert specification["id"] == "urn:credlens:credential:welding"
    assert specification["title"] == {"und": "Welding, part 1"}
    assert specification["volumeOfLearning"] == "PT62H30M"
    assert specification["eqfLevel"]["id"] == "http://data.europa.eu/snb/eqf/4"
    assert [x["id"] for x in specification["language"]] == [
        "http://publications.europa.eu/resource/authority/language/ENG",
        "http://publications.europa.eu/resource/authority/language/MLT",
    ]
    assert specification["learningOutcome"][0]["relatedESCOSkill"][0]["id"] == "http://data.europa.eu/esco/skill/0a"
    assert specification["creditPoint"][0]["framework"]["id"] == "http://data.europa.eu/snb/education-credit/6fcec5c5af"
    assert specification["creditPoint"][0]["point"] == "2.5"
    assert specification["provenBy"][0]["dcType"]["id"] == "http://data.europa.eu/snb/assessment/6a4db9f11d"
    assert opportunity["duration"] == "P42D"
    assert opportunity["priceDetail"][0]["amount"]["value"] == 199.5
    assert opportunity["applicationDeadline"] == "2026-12-01T00:00:00Z"


def test_export_and_import_give_the_same_records() -> None:
    plain = Credential("b", "Nothing else")

    assert _offers(_document([FULL, plain])) == [FULL, plain]
    assert _document([]) == {"@context": _document([plain])["@context"], "@graph": []}


def test_without_the_record_every_value_with_a_term_comes_back() -> None:
    (credential,) = _offers(_stripped(_document([FULL])))

    assert _values(credential) == _values(FULL)
    assert Identifier("ctid", "ce-1") in credential.identifiers
    assert credential.rating == not_looked_up(), "the model has no term for it"
    assert [s.method for s in credential.description.sources] == [Method.IMPORTED]


def test_the_record_counts_only_while_nobody_has_changed_what_stands_beside_it() -> None:
    document = _document([FULL])
    document["@graph"][0]["learningAchievementSpecification"]["eqfLevel"]["id"] = "http://data.europa.eu/snb/eqf/5"

    events = _events(document)

    assert [e.credential.eqf.value for e in events if isinstance(e, Offer)] == [5]
    assert [e.words for e in events if isinstance(e, Note)] == [
        "a.jsonld: record 1: its own terms are read, since they say something else than the record that stands beside them"
    ]


@pytest.mark.parametrize(
    "record",
    [None, 3, "x", [], {}, {"id": "welding"}, {"id": "x", "title": "y", "hours": {"value": {"min": 9, "max": 1}}}],
)
def test_a_damaged_record_does_not_count(record: Any) -> None:
    document = _document([FULL])
    document["@graph"][0][RECORD] = record

    (credential,) = _offers(document)

    assert _values(credential) == _values(FULL)


def test_an_interval_and_a_price_nobody_knows_have_no_term() -> None:
    unknown = CostItem("a", CostPattern.PER_MONTH, not_looked_up(), "EUR", "tuition")
    odd = replace(Credential("a", "A"), hours=Fact(Hours(0.333, 0.333)), duration=Fact(Months(1.005, 1.005)))
    terms = standard(
        replace(Credential("a", "A"), hours=Fact(Hours(10, 20)), duration=Fact(Months(1, 2)), costs=(unknown,))
    )

    assert terms == standard(odd)
    assert terms == {
        "id": "urn:credlens:credential:a",
        "type": "LearningAchievementSpecification",
        "title": {"und": "A"},
    }


def test_its_own_address_in_the_model_goes_out_again() -> None:
    own = replace(Credential("a", "A"), identifiers=(Identifier("elm", "https://example.edu/las/1"),))

    assert standard(own)["id"] == "https://example.edu/las/1"


@pytest.fixture(scope="module")
def starter() -> list[Credential]:
    class _AnySkill:
        def __contains__(self, skill: object) -> bool:
            return True

    files = [(p.name, p.read_bytes()) for p in sorted(STARTER.glob("*.yaml"))[::9]]
    return yaml_files.read(files, _AnySkill())[0]  # type: ignore[arg-type]


def test_the_starter_catalog_goes_out_and_comes_back(starter: list[Credential]) -> None:
    document = _document(starter)

    assert len(starter) > 5
    assert _offers(document) == starter
    for read, written in zip(_offers(_stripped(document)), starter, strict=True):
        assert _values(read) == _values(written)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12).filter(
    lambda w: w.casefold() not in {"na", "nan", "none", "null", "tbd", "unknown", "undefined", "accreditation", "skill", "knowledge", "competence", "language", "country"}
)  # fmt: skip
DAYS = st.dates(date(2000, 1, 1), date(2099, 1, 1))


def _facts(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact[Any]]:
    return st.just(not_looked_up()) | values.map(lambda v: Fact(v, (PAGE,)))


def _some(values: st.SearchStrategy[Any], *, unique_by: Any = None) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3, unique_by=unique_by).map(tuple)


CREDENTIALS = st.builds(
    Credential,
    id=WORDS,
    title=WORDS,
    aliases=_some(st.builds(Alias, WORDS), unique_by=lambda a: a.text),
    description=_facts(WORDS),
    kind=_facts(st.sampled_from(["Course", "LearningProgram", "Certification"])),
    issuer=_facts(st.builds(Organisation, WORDS, st.sampled_from(OrganisationKind))),
    provider=_facts(st.builds(Organisation, WORDS, st.sampled_from(OrganisationKind))),
    eqf=_facts(st.integers(1, 8)),
    languages=_facts(st.lists(st.sampled_from(["en", "es", "de", "ceb"]), min_size=1, unique=True).map(tuple)),
    hours=_facts(st.integers(1, 60_000).map(lambda m: Hours(round(m / 60, 2), round(m / 60, 2))).filter(lambda h: round(h.min * 60, 6).is_integer())),
    duration=_facts(st.integers(1, 60).map(lambda m: Months(m, m)) | st.integers(1, 200).map(lambda w: Months(round(w * 12 / 52, 2), round(w * 12 / 52, 2)))),
    schedule=_facts(st.builds(Schedule, self_paced=st.none() | st.booleans(), starts=_some(DAYS), apply_by=st.none() | DAYS, access_months=st.none() | st.integers(1, 99).map(float))),
    mode=_facts(st.sampled_from(DeliveryMode)),
    stated=_some(st.builds(StatedSkill, WORDS, st.just((PAGE,)), st.sampled_from(["", "http://data.europa.eu/esco/skill/1"])), unique_by=(lambda s: s.name.casefold(), lambda s: s.uri or s.name)),
    costs=_some(st.builds(CostItem, WORDS, st.sampled_from([CostPattern.ONE_OFF, CostPattern.PER_YEAR, CostPattern.MEMBERSHIP]), st.decimals("0.01", 999_999, places=2).map(lambda d: Fact(d, (PAGE,))), st.sampled_from(["EUR", "USD"]), st.just("tuition"))),
    assessment=_some(st.builds(Assessment, st.sampled_from(AssessmentType), st.just((PAGE,)), minutes=st.none() | st.just(90.0))),
    prerequisites=_some(st.builds(lambda t: Prerequisite(hard=False, sources=(PAGE,), text=t), WORDS), unique_by=lambda p: p.text),
    accreditation=_some(st.builds(Accreditation, st.sampled_from(["institution", "programme", "scheme"]), WORDS | st.just(""), WORDS | st.just(""), st.just((PAGE,)), st.none() | DAYS, st.none() | DAYS)),
    credit=_some(st.builds(CreditValue, st.sampled_from(["ECTS", "points"]), st.none() | st.integers(1, 2000).map(lambda n: n / 2), st.just((PAGE,)))).filter(lambda c: all((v.amount or 0) <= 1000 for v in c)),
)  # fmt: skip


@settings(max_examples=40)
@given(CREDENTIALS)
def test_nothing_is_lost_on_the_way_out_and_back(credential: Credential) -> None:
    document = _document([credential])
    (plain,) = _offers(_stripped(document))

    assert _offers(document) == [credential]
    expected = _values(credential)
    if not expected["hours"] and plain.hours.note:  # ECTS points mean hours
        expected["hours"] = _values(plain)["hours"]
    assert _values(plain) == expected
