"""A portfolio of an invented person."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from credlens.model.cv import PRESENT, Contact, Cv, CvCertificate, CvEntry, CvLanguage, CvSkill
from credlens.model.verification import AchievementClaim, Check, Claims, Mode, Outcome, Party, Report, Verdict
from credlens.model.work_sample import Review, WorkSample
from credlens.present.portfolio.views import Portfolio, ShownBadge, Work

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
README = "# Shop dashboard\n\nWhat an invented shop sells, in SQL.\n\n![Sales](img/sales.png)\n"


@pytest.fixture
def site() -> Portfolio:
    review = Review(
        "4845fa4cddb9",
        "shop-dashboard",
        "Robin <Example>",
        "did:key:z6Mk",
        "Clear & short.",
        date(2026, 11, 20),
        Verdict.VERIFIED,
        "Robin signed it.",
        same_version=True,
    )
    sample = WorkSample(
        "shop-dashboard",
        "urn:uuid:1",
        "Shop dashboard",
        "What it sells.",
        ("sql",),
        "https://shop.example",
        TODAY,
        TODAY,
    )
    claims = Claims(
        issuer=Party("did:web:academy.example", "Example Academy"),
        achievements=(AchievementClaim(name="SQL for analysts", criteria="A supervised exam."),),
        issued=AT,
    )
    report = Report(
        Verdict.VERIFIED,
        "Example Academy issued it.",
        Mode.STRICT,
        AT,
        "ob3",
        "Open Badge 3.0",
        "json",
        claims=claims,
        checks=(Check("signature", Outcome.PASSED, "Is the signature right?"),),
    )
    cv = Cv(
        "Maria Example",
        Contact("maria@example.org", "+1 555 0100", "Lisbon", ("https://code.example/maria",)),
        ("I ask what a number is for.",),
        work=(CvEntry("job", "Analyst", end=PRESENT),),
        certificates=(
            CvCertificate(
                "c1",
                "SQL for analysts",
                "Example Academy",
                "2026-11-22",
                verified="2026-11-22",
                badge="b1",
                skills=("SQL",),
            ),
            CvCertificate("c2", "First Aid", expires="2027-12", number="7", link="javascript:alert(1)"),
            CvCertificate("c3", "Old badge", badge="b2", verified="2026-01-01"),
        ),
        projects=(
            CvEntry("shop-dashboard", "Shop dashboard"),
            CvEntry("p2", "School paper", lines=("I edited it.",), end="2019"),
        ),
        skills=(
            CvSkill("sql", "SQL", evidence=("SQL for analysts", "project Shop dashboard")),
            CvSkill("excel", "Excel", evidence=("used as Analyst",)),
            CvSkill("listening", "Listening"),
        ),
        languages=(CvLanguage("Spanish", "native"),),
    )
    work = Work(
        sample, README, {"img/sales.png": b"\x89PNG\r\n\x1a\n"}, ("SQL",), ("Some Certificate",), ((review, b"{}"),)
    )
    badge = ShownBadge("b1", report, Verdict.VERIFIED, date(2026, 11, 22), "badge.json", b"{ }")
    return Portfolio(cv, (work,), (badge,), TODAY)
