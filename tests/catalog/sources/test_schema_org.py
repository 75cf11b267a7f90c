from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.schema_org.source import SOURCE
from credlens.model.credential import CostPattern, CredentialLevel, EvidenceClass, Status, Validity
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, DeliveryMode, Identifier, Rating, Relation, RelationKind, Schedule, StatedSkill
from credlens.model.quantity import Hours, Months

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "schema-org"

COURSE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "Course",
    "name": "Bread &amp; yeast",
    "alternateName": "Bread I",
    "description": "<p>Bakes bread.</p>",
    "url": "https://www.example.edu/courses/bread/?utm_source=x",
    "provider": {"@type": "Organization", "name": "Example College of Baking", "sameAs": "https://www.example.edu"},
    "offers": [{"@type": "Offer", "category": "Paid", "price": "120.00", "priceCurrency": "EUR", "priceValidUntil": "2027-01-31"}],
    "educationalCredentialAwarded": [
        {
            "@type": "EducationalOccupationalCredential",
            "name": "Bread certificate",
            "credentialCategory": "Certificate of completion",
            "offers": [{"@type": "Offer", "category": "Paid", "price": 15, "priceCurrency": "EUR"}],
        }
    ],
    "hasCourseInstance": [
        {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": "PT22H", "startDate": "2027-02-01"},
        {
            "@type": "CourseInstance",
            "courseMode": ["online", "self-paced"],
            "courseSchedule": {"@type": "Schedule", "repeatCount": 6, "repeatFrequency": "Weekly", "duration": "PT3H"},
            "instructor": {"@type": "Person", "name": "Invented Person"},
        },
    ],
    "educationalLevel": "Beginner",
    "inLanguage": "en-GB",
    "teaches": ["Knead dough", {"@type": "DefinedTerm", "name": "Yeast", "url": "https://skills.example/yeast", "termCode": "Y1"}],
    "about": ["Baking"],
    "coursePrerequisites": ["Own an oven", "https://www.example.edu/courses/flour"],
    "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.6, "ratingCount": "1,234"},
    "financialAidEligible": "Example grant",
    "isPartOf": {"@type": "EducationalOccupationalProgram", "name": "Baker", "url": "https://www.example.edu/baker"},
    "dateModified": "2026-05-06",
}  # fmt: skip
CREDENTIAL: dict[str, Any] = {
    "@type": "EducationalOccupationalCredential",
    "@id": "https://example.org/cert/9",
    "name": "Certified Baker",
    "credentialCategory": {"@type": "DefinedTerm", "name": "Certification"},
    "issuedBy": {"@type": "Organization", "name": "Example Bakers Association"},
    "recognizedBy": [{"@type": "Organization", "name": "Example Ministry of Bread"}],
    "competencyRequired": "Knead dough",
    "validFor": "P2Y",
    "validIn": {"@type": "AdministrativeArea", "name": "Spain"},
    "educationalLevel": "EQF 4",
}


def _file(name: str, content: Any) -> SourceFile:
    data = (
        content
        if isinstance(content, bytes)
        else content.encode()
        if isinstance(content, str)
        else json.dumps(content).encode()
    )
    return SourceFile(name, lambda: io.BytesIO(data))


def _events(*files: SourceFile) -> list[CatalogEvent]:
    return list(SOURCE.read(files, Settings(date(2026, 11, 1))))


def _page(*blocks: Any, head: str = "", body: str = "") -> SourceFile:
    scripts = "".join(
        f'<script type="application/ld+json">{b if isinstance(b, str) else json.dumps(b)}</script>' for b in blocks
    )
    return _file("page.html", f"<html><head>{head}{scripts}</head><body><h1>Page</h1>{body}</body></html>")


def _offers(*files: SourceFile) -> list[Offer]:
    return [e for e in _events(*files) if isinstance(e, Offer)]


def _one(record: dict[str, Any]) -> Offer:
    (event,) = _events(_file("a.jsonld", record))
    assert isinstance(event, Offer), event
    return event


def test_the_registry_leads_here() -> None:
    assert SOURCES["schema-org"] is SOURCE


def test_every_field_of_a_course() -> None:
    offer = _one(COURSE)
    c = offer.credential
    source = Source(Method.IMPORTED, COURSE["url"], date(2026, 5, 6), "a.jsonld")
    about = Source(Method.IMPORTED, COURSE["url"], date(2026, 5, 6), "a.jsonld; what it is about")

    assert offer.key == COURSE["url"]
    assert offer.text == "Bakes bread.\n- Knead dough\n- Yeast"
    assert (c.title, [a.text for a in c.aliases]) == ("Bread & yeast", ["Bread I"])
    assert c.identifiers == (Identifier("url", "example.edu/courses/bread"),)
    assert c.description == Fact("Bakes bread.", (source,))
    assert c.kind == Fact("CertificateOfCompletion", (source,))
    assert c.evidence_class == Fact(EvidenceClass.COMPLETION, (source,))
    assert str(c.provider.value) == "Example College of Baking"
    assert not c.issuer.known
    assert not c.platform.known
    assert c.level == Fact(CredentialLevel.BEGINNER, (source,))
    assert c.languages == Fact(("en",), (source,))
    assert c.hours == Fact(Hours(18, 22), (source,), note="6 weeks x 3 h/week")
    assert c.duration == Fact(Months(1.38, 1.38), (source,))
    assert c.schedule == Fact(Schedule(True, (date(2027, 2, 1),)), (source,))
    assert c.mode == Fact(DeliveryMode.ONLINE, (source,))
    assert c.stated == (
        StatedSkill("Knead dough", (source,)),
        StatedSkill("Yeast", (source,), "https://skills.example/yeast", "Y1"),
        StatedSkill("Baking", (about,)),
    )
    assert [(i.option, i.what, i.pattern, i.amount.value, i.currency, i.valid_until) for i in c.costs] == [
        ("standard", "tuition", CostPattern.ONE_OFF, Decimal("120.00"), "EUR", date(2027, 1, 31)),
        ("standard", "certificate", CostPattern.ONE_OFF, Decimal(15), "EUR", None),
    ]
    assert [(p.hard, p.credentials, p.text) for p in c.prerequisites] == [
        (False, (), "Own an oven"),
        (True, ("url:example.edu/courses/flour",), ""),
    ]
    assert c.rating == Fact(Rating(4.6, 1234), (source,))
    assert c.relations == (Relation(RelationKind.PART_OF, "url:example.edu/baker", (source,), "Baker"),)
    assert c.free_aid == Fact("Example grant", (source,))
    assert "Invented" not in repr(offer)


def test_a_credential() -> None:
    c = _one(CREDENTIAL).credential

    assert (c.kind.value, c.evidence_class.value) == ("Certification", EvidenceClass.CERTIFICATION)
    assert str(c.issuer.value) == "Example Bakers Association"
    assert [(r.by, r.kind) for r in c.recognition] == [("Example Ministry of Bread", "endorsement")]
    assert c.validity.value == Validity(24)
    assert c.jurisdictions.value == ("ES",)
    assert c.eqf.value == 4
    assert [s.name for s in c.stated] == ["Knead dough"]


def test_a_programme() -> None:
    c = _one(
        {
            "@type": "EducationalOccupationalProgram",
            "name": "Baker",
            "url": "https://example.org/baker",
            "timeToComplete": "P9M",
            "educationalProgramMode": "IN_PERSON",
            "applicationDeadline": "2027-01-15",
            "programPrerequisites": "None",
            "numberOfCredits": {"@type": "StructuredValue", "value": 30, "unitText": "ECTS"},
            "occupationalCategory": ["51-3011 Bakers", {"@type": "CategoryCode", "codeValue": "35-2014.00"}],
            "salaryUponCompletion": [{"@type": "MonetaryAmountDistribution", "median": 30000, "currency": "USD", "duration": "P1Y"}, {"median": 5}],
            "hasCourse": [{"@type": "Course", "name": "Bread", "url": "https://example.org/bread"}],
        }
    ).credential  # fmt: skip

    assert c.kind.value == "LearningProgram"
    assert (c.duration.value, c.hours.known) == (Months(9, 9), False)
    assert c.schedule.value == Schedule(apply_by=date(2027, 1, 15))
    assert c.mode.value is DeliveryMode.ONSITE
    assert (c.prerequisites, c.absent) == ((), (Absent("prerequisites", c.kind.sources),))
    assert [(x.system, x.amount) for x in c.credit] == [("ECTS", 30)]
    assert [(x.scheme, x.code, x.name) for x in c.classifications] == [
        ("soc", "51-3011", "Bakers"),
        ("soc", "35-2014.00", ""),
    ]
    assert [(o.metric, o.value, o.unit, o.note) for o in c.outcomes] == [("median_earnings", 30000, "USD", "for P1Y")]
    assert [(r.kind, r.target) for r in c.relations] == [(RelationKind.HAS_PART, "url:example.org/bread")]


FREE, ONCE, MONTHLY, YEARLY = CostPattern.FREE, CostPattern.ONE_OFF, CostPattern.PER_MONTH, CostPattern.PER_YEAR


@pytest.mark.parametrize(
    ("offer", "expected", "trouble"),
    [
        ({"category": "Free"}, [(FREE, 0, "USD")], ""),
        ({"category": "Free", "price": "0"}, [(FREE, 0, "USD")], ""),
        ({"price": "Free"}, [(FREE, 0, "USD")], ""),
        ({"price": 0, "priceCurrency": "USD"}, [], "The price is 0, and nothing says that it is free."),
        ({"price": 0, "category": "Paid"}, [], "The price is 0, and nothing says that it is free."),
        ({"category": "Free", "price": 30}, [], "It is called free, and costs 30."),
        ({"category": "Subscription", "price": 0, "priceCurrency": "GBP"}, [(MONTHLY, None, "GBP")], ""),
        ({"category": "Subscription"}, [(MONTHLY, None, "USD")], ""),
        ({"category": "Subscription", "price": 9, "priceCurrency": "GBP"}, [(MONTHLY, None, "GBP")], "A subscription costs 9; for how long is not said."),
        ({"category": "Subscription", "priceSpecification": {"price": 39, "priceCurrency": "USD", "billingDuration": "P1M"}}, [(MONTHLY, 39, "USD")], ""),
        ({"price": 99, "priceCurrency": "USD", "priceSpecification": {"referenceQuantity": {"unitCode": "ANN"}}}, [(CostPattern.PER_YEAR, 99, "USD")], ""),
        ({"category": "Partially Free", "price": 49, "priceCurrency": "USD"}, [(CostPattern.FREE_AUDIT_PAID_CERT, 49, "USD")], ""),
        ({"category": "Partially Free"}, [(CostPattern.FREE_AUDIT_PAID_CERT, None, "USD")], ""),
        ({"price": "49,00 €"}, [(ONCE, Decimal("49.00"), "EUR")], ""),
        ({"price": "49"}, [], "The price of 49 has no currency."),
        ({"price": -3, "priceCurrency": "USD"}, [], "A price of -3 is below zero."),
        ({"price": 10**9, "priceCurrency": "USD"}, [], "A price of 1,000,000,000 is more than any course costs."),
        ({"price": "on request"}, [], "'on request' is no price."),
        ({"category": "Paid"}, [], ""),
        ({"priceSpecification": [{"price": 9, "priceCurrency": "USD", "unitText": "month"}, {"price": 90, "priceCurrency": "USD", "unitText": "year"}]},
         [(MONTHLY, 9, "USD"), (CostPattern.PER_YEAR, 90, "USD")], ""),
        ({"@type": "AggregateOffer", "lowPrice": 10, "highPrice": 20, "priceCurrency": "USD"}, [(ONCE, 10, "USD"), (ONCE, 20, "USD")], ""),
        ({"@type": "AggregateOffer", "lowPrice": "100", "highPrice": "50", "priceCurrency": "USD"}, [], "The lowest price, 100, is above the highest, 50."),
        ({"price": "from $49/month", "priceCurrency": "USD"}, [(MONTHLY, 49, "USD")], ""),
        ({"price": "49/month", "priceCurrency": "USD"}, [(MONTHLY, 49, "USD")], ""),
        ({"price": "EUR 300 per year"}, [(YEARLY, 300, "EUR")], ""),
        ({"price": "49 per credit", "priceCurrency": "USD"}, [], "49 is paid again and again; for how long each time is not clear."),
        ({"price": 49, "priceCurrency": "USD", "name": "Monthly"}, [(MONTHLY, 49, "USD")], ""),
        ({"price": 49, "priceCurrency": "USD", "description": "49 USD per month, cancel at any time."}, [(MONTHLY, 49, "USD")], ""),
        ({"price": 390, "priceCurrency": "USD", "name": "Annual plan"}, [(YEARLY, 390, "USD")], ""),
        ({"price": 39, "priceCurrency": "USD", "description": "Billed monthly or billed annually"}, [], "39 is paid again and again; for how long each time is not clear."),
        ({"price": 600, "priceCurrency": "USD", "description": "Six monthly instalments"}, [(ONCE, 600, "USD")], ""),
        ({"price": 600, "priceCurrency": "USD", "description": "Five hours per month with a tutor"}, [(ONCE, 600, "USD")], ""),
        ({"priceSpecification": {"@type": "UnitPriceSpecification", "price": 39, "priceCurrency": "USD", "billingDuration": 1, "unitCode": "MON"}}, [(MONTHLY, 39, "USD")], ""),
        ({"priceSpecification": {"price": 39, "priceCurrency": "USD", "unitCode": "ANN"}}, [(YEARLY, 39, "USD")], ""),
        ({"priceSpecification": {"price": 39, "priceCurrency": "USD", "referenceQuantity": "PER_MONTH"}}, [(MONTHLY, 39, "USD")], ""),
        ({"priceSpecification": {"price": 39, "priceCurrency": "USD", "referenceQuantity": {"@id": "PER_YEAR"}}}, [(YEARLY, 39, "USD")], ""),
        ({"priceSpecification": {"price": 39, "priceCurrency": "USD", "billingDuration": "P3M"}}, [], "39 is paid again and again; for how long each time is not clear."),
        ({"category": "Subscription", "price": "9/month", "priceCurrency": "GBP"}, [(MONTHLY, 9, "GBP")], ""),
        ({"category": "Partially Free", "price": "49/month", "priceCurrency": "USD"}, [(MONTHLY, 49, "USD")], ""),
    ],
)  # fmt: skip
def test_prices(offer: dict[str, Any], expected: list[Any], trouble: str) -> None:
    events = _events(_file("a.json", {"@type": "Course", "name": "A", "url": "https://example.org/a", "offers": offer}))

    (found,) = (e for e in events if isinstance(e, Offer))
    assert [(i.pattern, i.amount.get(None), i.currency) for i in found.credential.costs] == expected
    assert [e.message for e in events if isinstance(e, Problem)] == ([trouble] if trouble else [])


def test_a_price_that_is_not_there_is_not_stated_and_several_offers_are_alternatives() -> None:
    unknown = _one({**COURSE, "educationalCredentialAwarded": None, "offers": {"category": "Subscription", "price": 0}})
    several = [{"name": "Group", "price": 10, "priceCurrency": "EUR"}, {"price": 20, "priceCurrency": "EUR"}, {"price": 30, "priceCurrency": "EUR"}]  # fmt: skip
    accessible = {"@type": "Course", "name": "A", "isAccessibleForFree": True}

    assert unknown.credential.costs[0].amount.value == Unknown(WhyUnknown.NOT_STATED)
    assert [
        i.option for i in _one({**COURSE, "educationalCredentialAwarded": None, "offers": several}).credential.costs
    ] == [
        "Group",
        "standard",
        "standard 2",
    ]
    assert [i.pattern for i in _one(accessible).credential.costs] == [FREE]
    assert [i.pattern for i in _one({**accessible, "offers": {"price": "0"}}).credential.costs] == [FREE]


def test_a_price_from_which_on_it_costs_says_so() -> None:
    offer = {"price": "from 49 EUR", "description": "Early birds"}
    (item,) = _one({"@type": "Course", "name": "A", "offers": offer}).credential.costs

    assert (item.amount.value, item.condition) == (49, "from this price on; Early birds")


PAID: dict[str, Any] = {"@type": "Course", "name": "A", "isAccessibleForFree": True}


def test_a_page_that_says_free_and_a_price_is_a_problem_and_the_price_has_a_note() -> None:
    offers = [{"price": "49.99", "priceCurrency": "USD"}, {"price": 9, "priceCurrency": "USD", "name": "Monthly"}]
    events = _events(_file("a.json", {**PAID, "offers": offers}))

    (found,) = (e for e in events if isinstance(e, Offer))
    assert [(i.pattern, i.amount.get(None), i.amount.note) for i in found.credential.costs] == [
        (ONCE, Decimal("49.99"), "the page calls it accessible for free as well"),
        (MONTHLY, 9, "the page calls it accessible for free as well"),
    ]
    assert [(e.where, e.message) for e in events if isinstance(e, Problem)] == [
        ("a.json: isAccessibleForFree", "It says free and 49.99 and 9.")
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"description": "Audit this course, or earn a certificate."},
        {"description": "Free. You pay 49.99 for the certificate."},
        {"offers": {"name": "Verified certificate", "price": "49.99", "priceCurrency": "USD"}},
        {"description": "The certificate is available for a fee."},
    ],
)
def test_a_free_audit_with_a_paid_certificate_is_one_where_the_page_says_so(said: dict[str, Any]) -> None:
    (item,) = _one({**PAID, "offers": {"price": "49.99", "priceCurrency": "USD"}, **said}).credential.costs

    assert (item.pattern, item.amount.value, item.what) == (
        CostPattern.FREE_AUDIT_PAID_CERT,
        Decimal("49.99"),
        "certificate",
    )


@pytest.mark.parametrize(
    "said",
    ["Learn to audit security.", "A certificate for a better paid job.", "A better paid job with a certificate."],
)
def test_words_of_audits_and_certificates_alone_are_no_free_audit(said: str) -> None:
    offers = {"price": 50, "priceCurrency": "USD"}
    events = _events(_file("a.json", {**PAID, "description": said, "offers": offers}))

    (found,) = (e for e in events if isinstance(e, Offer))
    assert [i.pattern for i in found.credential.costs] == [ONCE]


def test_what_is_free_and_has_a_free_offer_beside_a_paid_one_is_no_contradiction() -> None:
    offers = [{"category": "Free"}, {"name": "With tutor", "price": 50, "priceCurrency": "EUR"}]

    assert [i.pattern for i in _one({**PAID, "offers": offers}).credential.costs] == [FREE, ONCE]


@pytest.mark.parametrize(
    ("availability", "status"),
    [
        (["https://schema.org/Discontinued"], Status.CEASED),
        (["Discontinued", {"@id": "http://schema.org/Discontinued"}], Status.CEASED),
        (["https://schema.org/Discontinued", "https://schema.org/InStock"], None),
        (["https://schema.org/SoldOut"], None),
        ([], None),
    ],
)
def test_what_is_offered_no_more_has_ceased(availability: list[Any], status: Status | None) -> None:
    offers = [{"price": n, "priceCurrency": "EUR", "availability": a} for n, a in enumerate(availability, start=5)]
    credential = _one({"@type": "Course", "name": "A", "offers": offers}).credential

    assert credential.status.get(None) is status
    assert [i.condition for i in credential.costs] == ["discontinued" if "Disc" in str(a) else "" for a in availability]


@pytest.mark.parametrize(
    ("loads", "hours", "months"),
    [
        ({"hasCourseInstance": {"courseWorkload": "PT20H"}, "timeRequired": "P2M"}, Hours(20, 20), Months(2, 2)),
        ({"courseWorkload": "PT20H", "timeRequired": "P2M"}, Hours(20, 20), Months(2, 2)),
        ({"hasCourseInstance": {"courseWorkload": "PT20H"}, "timeRequired": "PT30H"}, Hours(20, 20), None),
        ({"courseWorkload": "P1DT2H", "timeRequired": "P2M"}, None, Months(2, 2)),
        ({"courseWorkload": "P1DT2H"}, None, Months(0.03, 0.03)),
    ],
)
def test_the_calendar_time_is_not_lost_beside_the_workload(
    loads: dict[str, Any], hours: Hours | None, months: Months | None
) -> None:
    credential = _one({"@type": "Course", "name": "A", **loads}).credential

    assert (credential.hours.get(None), credential.duration.get(None)) == (hours, months)


@pytest.mark.parametrize("pace", ["5 hours per week", "5 Stunden pro Woche"])
def test_a_pace_alone_gives_no_workload_and_with_the_weeks_it_does(pace: str) -> None:
    alone = _events(_file("a.json", {"@type": "Course", "name": "A", "hasCourseInstance": {"courseWorkload": pace}}))
    (found,) = (e for e in alone if isinstance(e, Offer))

    assert [(e.where, e.message) for e in alone if isinstance(e, Problem)] == [
        ("a.json: courseWorkload", "It says how much a week, not for how many weeks.")
    ]
    assert found.credential.hours.value == Unknown(WhyUnknown.NOT_STATED)
    assert found.credential.hours.note == "5 h a week; for how many weeks is not said"
    hours = _one({"@type": "Course", "name": "A", "courseWorkload": pace, "timeRequired": "P8W"}).credential.hours
    assert (hours.value, hours.note) == (Hours(40, 40), "8 weeks x 5 h/week")


def test_those_who_provide_it_together_are_all_named() -> None:
    several = [
        {"name": "Example University"},
        {"@type": "Person", "name": "Invented Person"},
        {"name": "Example Institute"},
    ]
    credential = _one({"@type": "Course", "name": "A", "provider": several}).credential

    assert str(credential.provider.value) == "Example University"
    assert credential.provider.note == "together with Example Institute"
    assert json.loads(credential.kept[0].text) == {"provider": ["Example University", "Example Institute"]}


def test_a_title_is_one_line() -> None:
    offer = _one({"@type": "Course", "name": "Line\nbreak", "provider": "Example School"})

    assert (offer.credential.title, offer.key) == ("Line break", "Example School/Line break")


def test_a_page_with_several_blocks_is_known_by_its_own_address() -> None:
    course = {k: v for k, v in COURSE.items() if k not in {"url", "aggregateRating", "offers", "dateModified"}}
    product = {
        "@type": "Product",
        "name": "Bread & yeast",
        "aggregateRating": {"ratingValue": 9, "bestRating": 10, "reviewCount": 3},
        "offers": {"price": 5, "priceCurrency": "EUR"},
        "description": "Something else.",
    }
    page = _page({"@graph": [{"@type": "WebPage"}, course]}, [product], {"@type": "BreadcrumbList"},
                 head='<link rel="canonical" href="https://www.example.edu/courses/bread">')  # fmt: skip

    (offer,) = _offers(page)

    assert offer.key == "https://www.example.edu/courses/bread"
    assert offer.credential.rating.value == Rating(9, 3, 10)
    assert [i.amount.value for i in offer.credential.costs] == [5, 15]
    assert offer.credential.description.value == "Bakes bread."
    assert offer.where == "page.html"


def test_a_course_inside_a_product_has_the_products_price() -> None:
    product = {
        "@type": "Product",
        "name": "Shop item",
        "offers": {
            "@type": "Offer",
            "price": 7,
            "priceCurrency": "EUR",
            "itemOffered": {"@type": "Course", "name": "Bread", "url": "https://example.org/bread"},
        },
    }

    (offer,) = _offers(_page(product))

    assert (offer.credential.title, [i.amount.value for i in offer.credential.costs]) == ("Bread", [7])


def test_two_blocks_on_one_course_complete_each_other() -> None:
    first, second = {"@type": "Course", "name": "Bread", "inLanguage": "en"}, {**COURSE, "name": "bread", "url": None}

    (offer,) = _offers(_page(first, second))

    assert offer.credential.level.known
    assert offer.credential.title == "Bread"


def test_two_courses_of_one_name_and_different_addresses_are_two() -> None:
    courses = [{"@type": "Course", "name": "Bread", "url": f"https://example.org/{n}"} for n in "ab"]

    assert [o.key for o in _offers(_page(*courses))] == ["https://example.org/a", "https://example.org/b"]


@pytest.mark.parametrize("name", ["page.html", "a.jsonld"])
def test_what_a_graph_says_elsewhere_is_found(name: str) -> None:
    graph = {
        "@graph": [
            {"@type": "Course", "name": "Bread", "provider": {"@id": "#us"}, "offers": [{"@id": "#price"}], "hasCourseInstance": {"@id": "#none"}},
            {"@type": "Organization", "@id": "#us", "name": "Example School"},
            {"@type": "Offer", "@id": "#price", "price": 5, "priceCurrency": "EUR"},
        ]
    }  # fmt: skip
    (offer,) = _offers(_page(graph) if name == "page.html" else _file(name, graph))

    assert str(offer.credential.provider.value) == "Example School"
    assert [i.amount.value for i in offer.credential.costs] == [5]


def test_an_address_that_several_share_is_the_name_of_none() -> None:
    courses = [
        {"@type": "Course", "name": n, "url": "https://example.org/all", "provider": "Example School"}
        for n in ("Bread", "Cake")
    ]

    for file in (_page(*courses), _file("a.json", courses)):
        offers = _offers(file)
        assert [o.key for o in offers] == ["Example School/Bread", "Example School/Cake"]
        assert {o.credential.identifiers for o in offers} == {()}
        assert {o.credential.official_url.value for o in offers} == {"https://example.org/all"}


def test_a_person_is_no_provider() -> None:
    person = {"@type": "Person", "name": "Invented Person"}

    offer = _one({**COURSE, "provider": person})
    both = _one({**COURSE, "provider": [person, {"@type": "Organization", "name": "Example School"}]})

    assert not offer.credential.provider.known
    assert str(both.credential.provider.value) == "Example School"


def test_a_course_without_an_address_has_no_name_that_others_could_share() -> None:
    offer = _one({"@type": "Course", "name": "Bread", "courseCode": "B1", "provider": "Example School"})

    assert (offer.key, offer.credential.identifiers) == ("Example School/B1", ())


def test_a_page_nested_too_deep_is_listed() -> None:
    events = _events(_page('{"@type": "Course", "name": "A", "about": ' + "[" * 300 + "]" * 300 + "}", COURSE))

    assert [type(e) for e in events] == [Problem, Offer]


def test_a_list_of_courses_has_the_address_of_each_and_not_the_pages() -> None:
    items = [
        {"@type": "ListItem", "item": {"@type": "Course", "name": n, "url": f"https://example.org/{n}"}}
        for n in ("a", "b")
    ]
    page = _page(
        {"@type": "ItemList", "itemListElement": items}, head='<link rel="canonical" href="https://example.org/all">'
    )

    assert [(o.key, o.where) for o in _offers(page)] == [
        ("https://example.org/a", "page.html: 1"),
        ("https://example.org/b", "page.html: 2"),
    ]


def test_a_broken_block_is_listed_and_the_others_are_read() -> None:
    events = _events(_page('{"@type": "Course", ', COURSE))

    assert [type(e) for e in events] == [Problem, Offer]
    assert isinstance(events[0], Problem)
    assert "cannot be parsed" in events[0].message


def test_microdata_is_read_where_there_is_no_json() -> None:
    body = """
    <div itemscope itemtype="http://schema.org/Course"><h2 itemprop="name">Bread</h2><meta itemprop="inLanguage" content="es">
      <div itemprop="provider" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">Example School</span></div>
      <a itemprop="url" href="https://example.org/bread">more</a><p itemprop="teaches">Kneading</p><p itemprop="teaches">Baking</p>
      <span itemprop="offers" itemscope itemtype="http://schema.org/Offer"><b itemprop="price" content="12.50">12</b>
      <meta itemprop="priceCurrency" content="EUR"></span></div>"""

    (offer,) = _offers(_page(body=body))
    c = offer.credential

    assert (offer.key, c.title, str(c.provider.value), c.languages.value) == (
        "https://example.org/bread", "Bread", "Example School", ("es",)
    )  # fmt: skip
    assert [s.name for s in c.stated] == ["Kneading", "Baking"]
    assert [i.amount.value for i in c.costs] == [Decimal("12.50")]


def test_what_cannot_be_used_is_listed_and_the_rest_goes_on() -> None:
    graph = [
        {"@type": "Course", "url": "https://example.org/nameless"},
        COURSE,
        COURSE,
        {**COURSE, "description": "Other."},
        {"@type": "Person", "name": "Invented Person"},
        {**CREDENTIAL, "validFor": "a while", "aggregateRating": {"ratingValue": 7}},
    ]

    events = _events(_file("a.jsonld", {"@graph": graph}))

    assert [e.key for e in events if isinstance(e, Offer)] == [COURSE["url"], CREDENTIAL["@id"]]
    assert [e.message for e in events if isinstance(e, Problem)] == [
        "It has no name.",
        f"{COURSE['url']!r} is given twice, with different content.",
        "'a while' is no duration.",
        "A rating of 7 is more than the best one, 5.",
    ]
    assert [e.words for e in events if isinstance(e, Note)] == [
        "a.jsonld: 1 Person left aside: not something that can be earned"
    ]


@pytest.mark.parametrize("mode", [["Online", "Onsite"], "full-time", None])
def test_modes_to_choose_from_are_no_mode(mode: Any) -> None:
    instances = [{"courseMode": m} for m in (mode if isinstance(mode, list) else [mode])]

    assert not _one({"@type": "Course", "name": "A", "hasCourseInstance": instances}).credential.mode.known


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", b""), ("a.html", b"<html></html>"), ("a.html", b"%PDF-1.7"), ("a.json", b"{"), ("a.json", b""), ("a.jsonld", b'{"@type": "Person"}'), ("a.json", b"[]")],
)  # fmt: skip
def test_files_without_offers_are_problems(name: str, content: bytes) -> None:
    events = _events(_file(name, content), _file("b.json", COURSE))

    assert any(isinstance(e, Problem) and e.where.startswith(name) for e in events)
    assert len([e for e in events if isinstance(e, Offer)]) == 1


WRONG: tuple[Any, ...] = (
    None,
    7,
    True,
    "x",
    "",
    [],
    {},
    [[]],
    [None],
    {"@id": 3},
    [{"name": 3}],
    {"price": []},
    {"@value": {}},
)


@pytest.mark.parametrize(
    "name",
    sorted({*COURSE, *CREDENTIAL, "occupationalCategory", "numberOfCredits", "syllabusSections"} - {"@type", "name"}),
)
def test_no_field_of_a_wrong_shape_stops_a_record(name: str) -> None:
    for value in WRONG:
        assert len(_offers(_file("a.json", {**COURSE, **CREDENTIAL, "@type": ["Course"], name: value}))) == 1, value


@pytest.mark.parametrize(
    ("schedule", "hours", "months"),
    [
        ({"repeatCount": 31, "repeatFrequency": "Daily", "duration": "PT3H"}, Hours(93, 93), Months(1.02, 1.02)),
        ({"repeatCount": "3", "repeatFrequency": "P1M", "duration": "PT10H"}, Hours(30, 30), Months(3, 3)),
        ({"repeatCount": 4, "repeatFrequency": "weekly"}, None, Months(0.92, 0.92)),
        ({"repeatCount": 4, "repeatFrequency": "daily"}, None, Months(0.13, 0.13)),
        ({"repeatCount": 1000, "repeatFrequency": "daily", "duration": "PT100H"}, None, Months(32.88, 32.88)),
        ({"repeatCount": 4, "repeatFrequency": "now and then", "duration": "PT1H"}, None, None),
        ({"duration": "PT1H"}, None, None),
    ],
)
def test_schedules(schedule: dict[str, Any], hours: Hours | None, months: Months | None) -> None:
    credential = _one({"@type": "Course", "name": "A", "hasCourseInstance": {"courseSchedule": schedule}}).credential

    assert (credential.hours.get(None), credential.duration.get(None)) == (hours, months)


def test_time_required_counts_where_no_instance_says_more() -> None:
    assert _one({"@type": "Course", "name": "A", "timeRequired": "PT90M"}).credential.hours.value == Hours(1.5, 1.5)


def test_a_name_inside_a_product_without_one() -> None:
    product = {"@type": "Product", "name": "Bread", "about": {"@type": "Course", "description": "Bakes."}}

    assert [o.credential.title for o in _offers(_page(product))] == ["Bread"]


def test_a_list_in_a_json_file_is_gone_through() -> None:
    items = {
        "@type": "ItemList",
        "itemListElement": [{"@type": "ListItem", "item": {**COURSE, "url": f"https://e.example/{n}"}} for n in "ab"],
    }

    assert [o.key for o in _offers(_file("a.json", items))] == ["https://e.example/a", "https://e.example/b"]
    assert [o.key for o in _offers(_file("a.json", {"mainEntity": [COURSE, CREDENTIAL]}))] == [
        COURSE["url"],
        CREDENTIAL["@id"],
    ]


def test_a_page_larger_than_any_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credlens.catalog.sources.schema_org.source._LARGEST", 1024)

    assert [type(e) for e in _events(_file("a.html", b"x" * 2000))] == [Problem]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**9) | st.text(max_size=6) | st.sampled_from(["Course", "P1M", "https://example.org/x", "Free"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted({*COURSE, *CREDENTIAL, "name", "price", "value"})), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=50)
@given(JSON)
def test_nothing_stops_the_reading(value: Any) -> None:
    course = value if isinstance(value, dict) else {"about": value}

    assert len(_offers(_file("a.json", {**course, "@type": "Course", "name": "A"}))) == 1
    assert all(isinstance(e, Offer | Problem | Note) for e in _events(_page(value), _file("a.json", value)))


def test_the_example_files() -> None:
    files = [SourceFile(p.name, lambda p=p: p.open("rb")) for p in sorted(FIXTURES.iterdir())]  # type: ignore[misc]
    events = list(SOURCE.read(files, Settings()))

    assert [(e.where, e.credential.title) for e in events if isinstance(e, Offer)] == [
        ("course.html", "Bread & yeast"),
        ("credential.jsonld", "Certified Baker"),
    ]
    assert [e.where for e in events if isinstance(e, Problem)] == ["course.html"]
