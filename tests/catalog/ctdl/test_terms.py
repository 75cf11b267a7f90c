"""Each field that has a term of CTDL goes out in it and comes back out of it alone, without the extension."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.catalog.ctdl.names import EXTENSION, Node
from credlens.catalog.ctdl.record import node_of
from credlens.catalog.ctdl.terms import READERS, WRITERS
from credlens.catalog.offer import Offer, Settings, SourceFile
from credlens.catalog.sources.ctdl import SOURCE
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Status,
    Validity,
    Verification,
)
from credlens.model.fact import Fact, Method, Source
from credlens.model.occupation import DegreeLevel
from credlens.model.offer import (
    Absent,
    Classification,
    DeliveryMode,
    Identifier,
    OutcomeFigure,
    Relation,
    RelationKind,
    StatedSkill,
)
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

HERE = Source(Method.IMPORTED, None, None, "a.json: record 1")
S = (HERE,)
CERTIFICATION = Credential("x", "Example Diver", kind=Fact("Certification", S))
COURSE = Credential("x", "Example Dive", kind=Fact("Course", S))
KEY = "ce-11111111-0000-4000-8000-00000000000a"


def back(credential: Credential) -> Credential:
    """The record again out of its node's own terms."""
    data = json.dumps({"@graph": [node_of(credential)]}).encode()
    assert EXTENSION.encode() not in data
    (offer,) = [
        e for e in SOURCE.read([SourceFile("a.json", lambda: io.BytesIO(data))], Settings()) if isinstance(e, Offer)
    ]
    return offer.credential


def price(
    amount: str,
    option: str = "standard",
    pattern: CostPattern = CostPattern.ONE_OFF,
    what: str = "tuition",
    **more: Any,
) -> CostItem:
    return CostItem(option, pattern, Fact(Decimal(amount), S), "EUR", what, **more)


FACTS: dict[str, tuple[Any, ...]] = {
    "description": ("About diving.",),
    "version": ("2.1",),
    "kind": ("License", "DoctoralDegree"),
    "status": tuple(Status),
    "ends": (date(2027, 1, 31),),
    "superseded_by": (f"ctid:{KEY}", "url:example.org/next", "coursera:next", "another-record"),
    "issuer": (
        Organisation("Example University", OrganisationKind.UNIVERSITY),
        Organisation("Exemplar", OrganisationKind.EMPLOYER),
    ),
    "provider": (Organisation("Exemplar", OrganisationKind.OTHER),),
    "official_url": ("https://www.example.org/diver",),
    "jurisdictions": (("US-OR", "CA"), ("WORLD",)),
    "level": (CredentialLevel.BEGINNER, CredentialLevel.ADVANCED),
    "eqf": (5,),
    "languages": (("de",), ("en", "es")),
    "hours": (Hours(40, 40), Hours(30.5, 60)),
    "duration": (Months(2, 2), Months(1.5, 3)),
    "mode": tuple(DeliveryMode),
    "validity": (Validity(30),),
    "renewal": (Renewal("retest"), Renewal("fee", Decimal("90.50"), "EUR"), Renewal("free_assessment")),
    "verification": (Verification("public_page", "verify.example.org"),),
    "free_aid": ("Half is paid.",),
}
LISTS: dict[str, tuple[Any, ...]] = {
    "aliases": (Alias("ED"), Alias("Diver, Example")),
    "identifiers": (Identifier("ctid", KEY), Identifier("url", "example.org/other"), Identifier("credly", "abc")),
    "stated": (StatedSkill("Buoyancy", S, "https://example.org/s/1", "S1"), StatedSkill("Navigation under water", S)),
    "costs": (
        price("49.50", pattern=CostPattern.PER_MONTH, condition="after a free week", valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31)),
        price("20", pattern=CostPattern.PER_ATTEMPT, what="exam"), price("5", what="membership"), price("7", what="certificate"),
        price("0", pattern=CostPattern.FREE, what="materials"), price("12", pattern=CostPattern.PER_YEAR, what="application"),
    ),
    "prerequisites": (
        Prerequisite(hard=True, sources=S, credentials=(f"ctid:{KEY}",), text="the older one"),
        Prerequisite(hard=False, sources=S, credentials=("url:example.org/a",)),
        Prerequisite(hard=True, sources=S, credentials=("url:example.org/a", "other-record")),
        Prerequisite(hard=True, sources=S, experience_years=2.5, experience_of="as a diver"),
        Prerequisite(hard=True, sources=S, degree=DegreeLevel.BACHELOR),
        Prerequisite(hard=False, sources=S, text="swim well"),
        Prerequisite(hard=True, sources=S, degree=DegreeLevel.MASTER, either="or"),
        Prerequisite(hard=True, sources=S, experience_years=4.0, either="or"),
    ),
    "recognition": (
        RecognitionClaim("Example Navy", "approved_list", S), RecognitionClaim("Example Union", "endorsement", S, "all coasts"),
        RecognitionClaim("Example Office", "regulator", S), RecognitionClaim("Example Council", "credit", S),
    ),
    "credit": (
        CreditValue("Semester Hour", 3.0, S, "with 70 %", "", "Upper Division Level", "diving"), CreditValue("Example points", 2.5, S),
        CreditValue("Degree Credit", None, S, "", "Example Council", until=date(2027, 1, 1)),
        CreditValue("Degree Credit", 1.0, S, "", "Example Council"), CreditValue("Degree Credit", 2.0, S, until=date(2027, 1, 1)),
    ),
    "relations": tuple(
        Relation(kind, f"url:example.org/{kind}", S, "That one", "" if kind in {RelationKind.PART_OF, RelationKind.HAS_PART} else "3 credits")
        for kind in RelationKind if kind is not RelationKind.EQUIVALENT
    ),
    "classifications": (
        Classification("soc", "49-9092.00", "Commercial Divers", S), Classification("isco", "7541", "Underwater divers", S), Classification("esco", "7541.1", "diver", S),
        Classification("naics", "213112", "", S), Classification("naics", "2131", "Support", S), Classification("cip", "49.0304", "Diver", S), Classification("isced-f", "1041", "", S),
    ),
    "outcomes": (
        OutcomeFigure("awarded", 41.0, S, months=6.0, note="all years"), OutcomeFigure("median_earnings", 51000.0, S, "USD"),
        OutcomeFigure("pass_rate", 0.821, S, n=50), OutcomeFigure("employment_rate", 0.5, S), OutcomeFigure("jobs_obtained", 9.0, S), OutcomeFigure("holders", 400.0, S),
        OutcomeFigure("earnings_p90", 80000.0, S, "USD", n=12), OutcomeFigure("jobs_obtained_rate", 0.25, S),
    ),
    "absent": (Absent("credit", S),),
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, values in FACTS.items() for v in values])
@pytest.mark.parametrize("record", [CERTIFICATION, COURSE], ids=["certification", "course"])
def test_a_fact(record: Credential, name: str, value: Any) -> None:
    assert getattr(back(replace(record, **{name: Fact(value, S)})), name).get(None) == value


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("record", [CERTIFICATION, COURSE], ids=["certification", "course"])
def test_a_list(record: Credential, name: str) -> None:
    """Values of one property keep their order; between properties there is none."""
    found = getattr(back(replace(record, **{name: LISTS[name]})), name)
    assert sorted(found, key=repr) == sorted(LISTS[name], key=repr)


@pytest.mark.parametrize("kind", AssessmentType)
@pytest.mark.parametrize("record", [CERTIFICATION, COURSE], ids=["certification", "course"])
def test_an_assessment(record: Credential, kind: AssessmentType) -> None:
    found = (Assessment(kind, S), Assessment(kind, S, minutes=160.0, group=True, condition="at a test centre"))
    assert back(replace(record, assessment=found)).assessment == found


def test_options_stay_alternatives() -> None:
    costs = (
        price("100", "in-state"),
        price("300", "out-of-state"),
        price("350", "with a book"),
        price("999", "aggregate"),
    )
    assert back(replace(COURSE, costs=costs)).costs == costs


def test_the_accreditation_of_the_thing_itself() -> None:
    own, school = Accreditation("scheme", "", "Example Board", S), Accreditation("institution", "", "Example Agency", S)
    assert back(replace(CERTIFICATION, accreditation=(own, school))).accreditation == (own,)


def test_every_field_with_a_term_is_tried() -> None:
    assert {*FACTS, *LISTS, "title", "assessment", "accreditation"} == set(WRITERS)


def test_texts_are_written_in_the_language_they_came_in() -> None:
    node: Node = {
        "@id": "https://example.org/x",
        "@type": "ceterms:Course",
        "ceterms:name": {"es-MX": "Buceo"},
        "ceterms:description": {"es-MX": "Bajo el agua."},
    }
    data = json.dumps(node).encode()
    (offer,) = [
        e for e in SOURCE.read([SourceFile("a.json", lambda: io.BytesIO(data))], Settings()) if isinstance(e, Offer)
    ]
    changed = replace(offer.credential, description=Fact("Bajo el mar.", S))
    assert node_of(changed)["ceterms:description"] == {"es-MX": "Bajo el mar."}


def test_readers_only_name_properties_with_a_prefix() -> None:
    assert all(name == "@type" or name.startswith("ceterms:") for name in READERS)
