"""The page of one credential."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from credlens.app.catalog.ports import Statement
from credlens.app.catalog.showing import ShowResult
from credlens.catalog.age import Age
from credlens.catalog.identity import Doubt
from credlens.cli.show.catalog.credential import show_credential
from credlens.model.credential import (
    Accreditation,
    CostItem,
    CostPattern,
    Credential,
    CreditValue,
    Depth,
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Stack,
    TaughtSkill,
)
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, Classification, OutcomeFigure, Relation, RelationKind, StatedSkill
from credlens.model.quantity import Hours
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy

Said = Callable[..., str]
TODAY = date(2026, 11, 22)
PAGE = Source(Method.READ, "https://example.org/fog", date(2025, 3, 4))
OTHER = Source(Method.IMPORTED, "https://example.net/list", date(2025, 7, 1))
UNDATED = Source(Method.IMPORTED)
SQL = Skill("sql", "SQL", (Alias("SQL"),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", ())
TAXONOMY = Taxonomy("t", "1", "", {"sql": SQL})
FOG = Credential(
    "fog",
    "Fog Signals",
    kind=Fact("ProfessionalCertificate", (PAGE,)),
    issuer=Fact(Organisation("Harbour School", OrganisationKind.UNIVERSITY), (PAGE,)),
    hours=Fact(Unknown(WhyUnknown.CONFLICTING, (Hours(30, 30), Hours(40, 40))), (PAGE, OTHER)),
    renewal=Fact(Unknown(WhyUnknown.NOT_APPLICABLE), (PAGE,)),
    validity=Fact(Unknown(WhyUnknown.NOT_STATED), (PAGE,)),
    skills=(TaughtSkill("sql", Depth.CORE, (OTHER,), 0.8), TaughtSkill("unlisted", Depth.PART, (OTHER,))),
    stated=(StatedSkill("Fog reading", (OTHER,)),),
    costs=(
        CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal(120), (PAGE,), overruled=(
            Overruled(Decimal(99), Source(Method.READ, "https://example.com/old", date(2024, 1, 2)), "older"),
        )), "USD", "tuition"),
        CostItem("standard", CostPattern.PER_ATTEMPT, Fact(Decimal(30), (PAGE,)), "USD", "exam"),
    ),
    accreditation=(Accreditation("scheme", "ISO/IEC 17024", "ANAB", (PAGE,), until=date(2027, 1, 1)),),
    recognition=(RecognitionClaim("ACE", "approved_list", (PAGE,)),),
    credit=(CreditValue("ECTS", 7, (PAGE,), by="FIBAA"), CreditValue("US semester hours", None, (PAGE,))),
    stacks_into=(Stack("Harbour Master", "receiver", (PAGE,)),),
    relations=(Relation(RelationKind.PREPARED_BY, "lamp", (PAGE,)), Relation(RelationKind.PART_OF, "ctid:ce-1", (PAGE,))),
    classifications=(Classification("soc", "53-5021", "Captains", (PAGE,)),),
    outcomes=(
        OutcomeFigure("completion_rate", 0.61, (PAGE,), n=212, months=6),
        OutcomeFigure("median_earnings", 41000, (PAGE,), unit="USD"),
        OutcomeFigure("holders", 1200, (PAGE,)),
    ),
    absent=(Absent("prerequisites", (PAGE,)),),
)  # fmt: skip
RESULT = ShowResult(
    FOG, TAXONOMY, TODAY,
    (Statement("csv", "k", "fog", b"", "d", "table.csv: row 2", date(2026, 11, 1), date(2026, 11, 20)),),
    {"costs": Age.STALE, "kind": Age.UNDATED}, (Doubt("fog", "mist", 0.7, "in common: 2 words"),), {"lamp": "Lamps"},
)  # fmt: skip


def test_every_question_has_its_answer(said: Said) -> None:
    page = said(show_credential, RESULT)

    for words in (
        "What it is kind professional certificate",
        "hours of work sources disagree: 30 h (example.org, 2025-03) / 40 h (example.net, 2025-07)",
        "issuer Harbour School (university)",
        "accreditation scheme by ANAB (ISO/IEC 17024; until 2027-01-01)",
        "recognition ACE: approved list",
        "at its core SQL (80% sure) in parts unlisted in its own words Fog reading",
        "standard USD 120, tuition plus USD 30 an attempt, exam old: newest word of 2025-03",
        "asked for before none: somebody looked",
        "How long it holds renewal does not apply",
        "academic credit ECTS: 7 (FIBAA) US semester hours: amount unknown",
        "counts towards Harbour Master (confirmed by the receiver)",
        "prepared by: Lamps part of: ctid:ce-1",
        "Captains (SOC 53-5021)",
        "completion rate: 61% (n = 212; 6 months after) median earnings: USD 41,000 (n unknown) holders: 1,200",
        "Looked for, and not stated: holds for.",
        "Where sources disagree - hours of work: 30 h",
        "Given up for another word - price (tuition): USD 99 (example.com, 2024-01): older",
        "csv:k, table.csv: row 2, imported on 2026-11-01, until 2026-11-20",
        "It may be the same as - mist (70%; in common: 2 words)",
    ):
        assert words in page


def test_sources_stand_below_their_facts_when_asked(said: Said) -> None:
    assert "read, https://example.org/fog" not in said(show_credential, RESULT)
    page = said(show_credential, RESULT, with_sources=True)
    assert "issuer Harbour School (university) read, https://example.org/fog, 2025-03-04" in page
    assert "from a catalog, https://example.net/list, 2025-07-01" in page


def test_a_record_of_which_nothing_is_known_says_so(said: Said) -> None:
    page = said(show_credential, ShowResult(Credential("x", "X [red]" + "y" * 120), TAXONOMY, TODAY, (), {}, (), {}))

    assert "X [red]" in page
    assert "y" * 20 in page
    assert "0 of the 26 compared fields are known" in page
    assert "Nobody has looked up yet: kind, proves at most," in page
    assert "What it costs" not in page
    assert "a hand-written record" in page


def test_an_undated_price_says_so_and_other_undated_fields_are_listed_once(said: Said) -> None:
    price = CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal(5), (UNDATED,)), "USD", "tuition")
    undated = replace(FOG, kind=Fact("Course", (UNDATED,)), costs=(price,))
    page = said(show_credential, replace(RESULT, credential=undated))

    assert "kind course hours" in page
    assert "USD 5, tuition undated" in page
    assert "- undated: price, kind" in page
