"""A whole loop made by hand: five years in marketing, towards data analyst. Every number in it is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from credlens.model.brief import Aim, Brief, BriefBadge, HeldAs, Uncovered
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    Catalog,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    Depth,
    EvidenceClass,
    Grader,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Stack,
    Supervision,
    TaughtSkill,
    Validity,
    Verification,
)
from credlens.model.demand import Demand, NamedCredential, SkillDemand
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Evidence, Gap, GapItem, Gate, GateState
from credlens.model.loop import Loop, Option
from credlens.model.offer import Schedule
from credlens.model.person import EvidenceKind, HeldCredential, HeldSkill, Person, SkillEvidence
from credlens.model.plan import (
    Community,
    Coverage,
    Limits,
    Payment,
    Plan,
    PlanStatus,
    Project,
    Step,
    Supplement,
)
from credlens.model.quantity import Hours, Money, Months, Share
from credlens.model.quote import Quote
from credlens.model.schedule import Exam, Expiry, OtherPace, Subscription, Timetable
from credlens.model.scorecard import Comparison, CriterionValue, Estimate, Flag, FlagState, LookUp, Scorecard
from credlens.model.skill import Reuse, Skill, SkillKind, SkillLevel, Taxonomy
from credlens.model.verification import (
    AchievementClaim,
    AlignedSkill,
    Check,
    Claims,
    EvidenceClaim,
    Mode,
    Outcome,
    Party,
    Report,
    ResultClaim,
    Verdict,
)
from credlens.model.work_sample import WorkSample
from credlens.plan.schedule.weeks import months, weeks

MADE = date(2026, 11, 23)
READ = Source(Method.READ, "https://provider.example/programme", date(2026, 10, 1), "programme page")
OLD = Source(Method.READ, "https://provider.example/prices", date(2025, 7, 24), "price list")
MEMORY = Source(Method.RECALLED, None, date(2026, 11, 22))
ADS = Source(Method.PARSED, None, date(2026, 11, 20), "read in invented example ads", 41)

# id, label, ads of 41 that name it, required in, of so many that say, what it opens, rank (None: held)
SKILLS = (
    ("sql", "SQL", 33, 27, 30, 9, 1),
    ("python", "Python", 24, 11, 19, 4, 2),
    ("data-visualization", "Data visualization", 22, 12, 17, 3, 3),
    ("statistics", "Statistics", 17, 8, 12, 2, 4),
    ("tableau", "Tableau", 16, 6, 13, 2, 5),
    ("power-bi", "Power BI", 13, 4, 10, 1, 6),
    ("ab-testing", "A/B testing", 9, 2, 6, 0, 7),
    ("machine-learning", "Machine learning", 6, 0, 5, 0, 8),
    ("etl", "ETL", 4, 0, 0, 0, 9),
    ("communication", "Communication", 29, 20, 24, 0, 10),
    ("data-analysis", "Data analysis", 38, 30, 33, 0, 11),
    ("excel", "Excel", 27, 18, 22, 0, None),
    ("google-analytics", "Google Analytics", 12, 3, 8, 0, None),
    ("email-marketing", "E-mail marketing", 5, 1, 4, 0, None),
)
EVIDENCE = SkillEvidence("excel", EvidenceKind.USED, "resume.md:14", "monthly reports with pivot tables", 5.0)


def taxonomy() -> Taxonomy:
    def skill(key: str, label: str) -> Skill:
        reuse = Reuse.TRANSVERSAL if key == "communication" else Reuse.CROSS_SECTOR
        return Skill(key, label, (), SkillKind.SKILL, reuse, "data-analytics", (MEMORY,))

    labels = {key: label for key, label, *_ in SKILLS}
    return Taxonomy("starter", "2026-11", "hand-written", {k: skill(k, v) for k, v in labels.items()})


def gap_item(key: str, k: int, firm: int, says: int, opens: int, rank: int | None) -> GapItem:
    held = HeldSkill(key, SkillLevel.INTERMEDIATE, (EVIDENCE,)) if rank is None else None
    if key == "data-visualization":
        listed = SkillEvidence(key, EvidenceKind.LISTED, "resume.md:31", "charts, dashboards")
        held = HeldSkill(key, SkillLevel.UNKNOWN, (listed,))
    missing = 0.15 if rank is None else 1.0
    asked = SkillDemand(key, Share(k, 41), Share(firm, says), min(k, 26), ("ads/01.md",))
    return GapItem(key, asked, held, missing, opens, key != "communication", key == "data-analysis", rank)


def demand(items: tuple[GapItem, ...]) -> Demand:
    named = {"google-data-analytics": NamedCredential("google-data-analytics", Share(2, 41), 2, 0)}
    titles = (("Data analyst", 22), ("Marketing data analyst", 9), ("Reporting analyst", 6), ("BI analyst", 4))
    skills = {i.skill: i.demand for i in items}
    return Demand(41, 43, 26, skills, {}, named, {}, titles, date(2026, 9, 2), date(2026, 11, 20), examples=True)


def credential(key: str, title: str, who: Organisation, skills: dict[str, Depth], **more: object) -> Credential:
    taught = tuple(TaughtSkill(s, d, (READ,)) for s, d in skills.items())
    return Credential(key, title, provider=Fact(who, (READ,)), skills=taught, **more)


def catalog() -> Catalog:
    google = Organisation("Google", OrganisationKind.CORPORATION)
    harvard = Organisation("HarvardX", OrganisationKind.UNIVERSITY)
    small = Organisation("Brightpath Academy", OrganisationKind.PLATFORM)
    body = Organisation("CompTIA", OrganisationKind.PROFESSIONAL_BODY)
    quiz = Assessment(AssessmentType.QUIZ, (READ,), Grader.AUTO, 0, 80)
    project = Assessment(AssessmentType.PROJECT, (READ,), Grader.PEER)
    exam = Assessment(AssessmentType.WRITTEN_EXAM, (READ,), Grader.PSYCHOMETRIC, 3, 75, 90)
    never = Fact(Validity(None), (MEMORY,))
    page = Fact(Verification("public_page", "coursera.org"), (READ,))
    month = CostItem("subscription", CostPattern.PER_MONTH, Fact(Decimal(49), (OLD,)), "USD", "tuition")
    found = (
        credential(
            "google-data-analytics",
            "Google Data Analytics Professional Certificate",
            google,
            {"sql": Depth.CORE, "data-visualization": Depth.CORE, "tableau": Depth.PART, "statistics": Depth.TOUCHED},
            kind=Fact("ProfessionalCertificate", (MEMORY,)),
            hours=Fact(Hours(180, 240), (READ,), note="6 months x 10 h/week"),
            costs=(month,),
            assessment=(quiz, project),
            supervision=Fact(Supervision.UNSUPERVISED_NO_ID, (MEMORY,), note="honour code"),
            validity=never,
            verification=page,
            credit=(CreditValue("ECTS", 7, (READ,), "recommendation"),),
            official_url=Fact("https://www.coursera.org/professional-certificates/google-data-analytics", (MEMORY,)),
        ),
        credential(
            "harvardx-data-science",
            "HarvardX Data Science Professional Certificate",
            harvard,
            {"statistics": Depth.CORE, "machine-learning": Depth.PART, "data-visualization": Depth.PART},
            hours=Fact(Hours(200, 320), (READ,)),
            assessment=(quiz, project),
            validity=never,
            official_url=Fact("https://www.edx.org/certificates/professional-certificate/harvardx", (MEMORY,)),
        ),
        credential(
            "brightpath-sql",
            "SQL Bootcamp Certificate",
            small,
            {"sql": Depth.CORE},
            hours=Fact(Unknown(WhyUnknown.NOT_STATED), (READ,)),
        ),
        credential(
            "comptia-data",
            "CompTIA Data+",
            body,
            {"sql": Depth.PART, "data-visualization": Depth.CORE, "statistics": Depth.PART},
            hours=Fact(Hours(40, 80), (OLD,)),
            assessment=(exam,),
            supervision=Fact(Supervision.SUPERVISED_WITH_ID, (READ,)),
            validity=Fact(Validity(36), (READ,)),
            renewal=Fact(Renewal("continuing_education", Decimal(150), "USD", 20), (READ,)),
            verification=Fact(Verification("credly"), (READ,)),
            official_url=Fact(Unknown(WhyUnknown.CONFLICTING, ("https://a.example", "https://b.example")), (READ, OLD)),
        ),
        credential(
            "python-for-everybody",
            "Python for Everybody",
            Organisation("University of Michigan", OrganisationKind.UNIVERSITY),
            {"python": Depth.CORE, "etl": Depth.TOUCHED},
            hours=Fact(Hours(60, 90), (READ,)),
            assessment=(quiz,),
            validity=never,
            verification=page,
            stacks_into=(Stack("Master of Applied Data Science", "provider", (READ,)),),
        ),
        credential(
            "khan-statistics",
            "Statistics and probability",
            Organisation("Khan Academy", OrganisationKind.NONPROFIT),
            {"statistics": Depth.CORE},
            hours=Fact(Hours(40, 60), (MEMORY,)),
        ),
        credential(
            "cloud-basics",
            "Cloud Fundamentals",
            Organisation("Nimbus", OrganisationKind.CORPORATION),
            {},
            validity=Fact(Validity(24), (READ,)),
            renewal=Fact(Renewal("free_assessment", None, "USD", None), (READ,)),
        ),
    )
    return Catalog({c.id: c for c in found})


def quote(
    key: str, low: float | None, high: float | None, hours: Hours | None, because: str, unknown: str = ""
) -> Quote:
    def usd(x: float | None) -> Money | None:
        return None if x is None else Money(Decimal(str(x)))

    return Quote(key, "standard", hours, usd(low), usd(high), because, unknown, (OLD,))


QUOTES = {
    "google-data-analytics": quote("google-data-analytics", 196, 245, Hours(150, 200), "USD 49 a month x 4-5 months"),
    "harvardx-data-science": quote("harvardx-data-science", 792.8, 792.8, Hours(190, 310), "bundle of nine courses"),
    "brightpath-sql": quote("brightpath-sql", None, None, None, "", "price and workload are not stated"),
    "comptia-data": quote("comptia-data", 246, 246, Hours(35, 70), "one exam fee"),
    "python-for-everybody": quote("python-for-everybody", 98, 98, Hours(60, 90), "USD 49 a month x 2 months"),
    "khan-statistics": quote("khan-statistics", 0, 0, Hours(40, 60), "free"),
}


def scorecard(key: str, quality: float, spread: float, best: float, *, fires: str = "") -> Scorecard:
    def value(name: str, group: str, low: float, high: float, weight: float) -> CriterionValue:
        said = (Evidence(f"{name} as stated", READ),)
        return CriterionValue(name, group, low, high, weight, f"{name} of {key}", said if high - low < 0.5 else ())

    criteria = (
        value("assessment_rigour", "quality", quality, quality, 0.18),
        value("supervision", "quality", 0.0, 0.0 if spread < 0.1 else 1.0, 0.07),
        value("recognition", "quality", 0.1, min(1.0, 0.1 + 4 * spread), 0.22),
        value("quality_assurance", "quality", 0.0, 0.7, 0.1),
        value("verifiability", "quality", 0.3, 0.3, 0.07),
        value("cost", "suitability", 0.2, 0.35, 0.33),
        value("gap_coverage", "suitability", 0.42, 0.42, 0.34),
    )
    flags = (
        Flag("too_narrow", FlagState.FIRES if fires else FlagState.CLEAR, fires or "teaches several tools"),
        Flag("no_credibility", FlagState.CANNOT_TELL, "named in 0 of 41 ads, and 41 ads cannot tell"),
    )
    estimate = Estimate(quality, max(0.0, quality - spread), min(1.0, quality + spread))
    return Scorecard(key, estimate, Estimate(0.55, 0.4, 0.7), criteria, flags, best, min(1.0, best + 0.4))


def comparison() -> Comparison:
    cards = (
        scorecard("google-data-analytics", 0.44, 0.1, 0.31),
        scorecard("harvardx-data-science", 0.41, 0.16, 0.22),
        scorecard(
            "brightpath-sql", 0.2, 0.18, 0.004, fires="it teaches one tool, and covers 9 % of what the ads ask for"
        ),
        scorecard("comptia-data", 0.55, 0.07, 0.45),
        scorecard("python-for-everybody", 0.35, 0.12, 0.02),
    )
    return Comparison(
        cards,
        (
            LookUp("harvardx-data-science", "supervision", ("supervision",), 0.07, 0.12, 0.23),
            LookUp("google-data-analytics", "quality_assurance", ("accreditation",), 0.07, 0.04, 0.1),
        ),
    )


def step(key: str, start: date, days: int, hours: float, paid: list[tuple[date, int]], skills: tuple[str, ...]) -> Step:
    payments = tuple(Payment(day, Money(Decimal(a)), "subscription") for day, a in paid)
    return Step(key, "subscription", start, start + timedelta(days), hours, payments, skills)


PROJECT = Project(
    "campaign-sql-report",
    "Answer five questions about a campaign with SQL",
    ("sql", "data-visualization"),
    ("marketing",),
    "a repository with one query for each question and a one-page summary",
    "your own campaign export, addresses removed",
    8,
    15,
    "that you can turn a business question into joins and aggregates",
    "data-analytics",
)


def plan(name: str, steps: tuple[Step, ...], cost: int, covered: dict[str, float], gap: float = 0.0) -> Plan:
    missing = [key for key, *_, rank in SKILLS if rank is not None and rank <= 8]
    by_skill = tuple(Coverage(s, covered.get(s, 0.0)) for s in missing)
    open_skills = tuple(c.skill for c in by_skill if c.evidence < 0.5)
    later = Money(Decimal("792.80"))
    extra = (
        Supplement("statistics", "khan-statistics", free=True, cost=Money(Decimal(0)), hours=50, fits=True),
        Supplement("machine-learning", "harvardx-data-science", free=False, cost=later, hours=250, fits=False),
    )
    status = PlanStatus.OPTIMAL if gap == 0 else PlanStatus.WITHIN_GAP
    hours, finish = sum(s.hours for s in steps), max(s.finish for s in steps)
    total = Money(Decimal(cost))
    return Plan(name, steps, total, hours, finish, 0.62, by_skill, open_skills, status, gap, extra, (PROJECT,))


def plans() -> tuple[Plan, ...]:
    google_pays = [(date(2026, 11, 23), 49), (date(2026, 12, 23), 49), (date(2027, 1, 23), 49), (date(2027, 2, 23), 49)]
    google = step(
        "google-data-analytics", MADE, 118, 170, google_pays, ("sql", "data-visualization", "tableau", "statistics")
    )
    python = step("python-for-everybody", date(2027, 3, 22), 48, 70, [(date(2027, 3, 23), 98)], ("python",))
    exam = step("comptia-data", MADE, 41, 55, [(date(2027, 1, 3), 246)], ("sql", "data-visualization"))
    strongest = {"sql": 0.8, "python": 0.7, "data-visualization": 0.75, "tableau": 0.5, "statistics": 0.3}
    return (
        plan("strongest", (google, python), 294, strongest),
        plan("cheapest", (google,), 196, {"sql": 0.8, "data-visualization": 0.75, "tableau": 0.5}, 0.031),
        plan("fastest", (exam,), 246, {"sql": 0.55, "data-visualization": 0.8}),
    )


def timetables(limits: Limits) -> dict[str, Timetable]:
    """The days of each plan: one subscription cancelled in March, one exam that may be repeated, one credential that expires."""
    google, python, exam = "google-data-analytics", "python-for-everybody", "comptia-data"
    usd = {k: Money(Decimal(k)) for k in (0, 49, 98, 147, 196, 245, 294)}
    run = Subscription(
        name=google,
        title="Google Data Analytics Professional Certificate",
        what="subscription",
        months=1,
        credentials=(google,),
        subscribe=MADE,
        last_use=date(2027, 3, 21),
        cancel_by=date(2027, 3, 22),
        remind=date(2027, 3, 20),
        payments=4,
        each=usd[49],
        cost=usd[196],
    )
    slower = OtherPace(
        hours_per_week=5.0,
        finish=date(2027, 8, 30),
        cost=Money(Decimal(490)),
        more=usd[196],
        months=((google, 4),),
        in_time=False,
        affordable=False,
        says="At 5 h a week the same steps take until 30 Aug 2027 and cost USD 196 more: 4 more months.",
    )
    sat = Exam(exam, date(2027, 1, 3), date(2027, 1, 17), Money(Decimal(0)))
    more: dict[str, dict[str, tuple[object, ...]]] = {
        "strongest": {
            "subscriptions": (run,),
            "other_paces": (slower,),
            "expiries": (Expiry(python, date(2029, 5, 9), ()),),
        },
        "cheapest": {"subscriptions": (run,)},
        "fastest": {"exams": (sat,), "expiries": (Expiry(exam, date(2030, 1, 3), ()),)},
    }
    none: dict[str, tuple[object, ...]] = {"subscriptions": (), "exams": (), "expiries": ()}
    return {
        p.name: Timetable(weeks(p.steps, limits), months(p.steps, limits), **{**none, **more[p.name]})  # type: ignore[arg-type]
        for p in plans()
    }


LAW = Gate(
    kind="licence",
    by="law",
    state=GateState.CLOSED,
    blocks=True,
    requirement="a registered nurse licence",
    opens_with="a state-approved programme, then the examination, then the state licence",
    jurisdiction="US",
    evidence=(Evidence("Registered nurse, United States: a licence is required", READ),),
)
DEGREE = Gate(
    kind="degree",
    by="ads",
    state=GateState.OPEN,
    blocks=False,
    requirement="a bachelor's degree",
    opens_with="A bachelor's degree; 14 of 41 ads take experience in its place.",
    jurisdiction=None,
    evidence=(Evidence("A bachelor's degree is required in 39 % (16 of 41, 26-54 %).", ADS),),
)


@pytest.fixture
def law_gate() -> Gate:
    return LAW


@pytest.fixture
def loop() -> Loop:
    items = tuple(gap_item(key, k, firm, says, opens, rank) for key, _, k, firm, says, opens, rank in SKILLS)
    books = catalog()
    teaching = {s: [c for c in QUOTES if books[c].teaches(s)] for s in taxonomy().skills}
    return Loop(
        made=MADE,
        person=Person(
            "Maria Ortega (invented)",
            {"excel": HeldSkill("excel", SkillLevel.INTERMEDIATE, (EVIDENCE,))},
            credentials=(
                HeldCredential(
                    "Cloud Fundamentals", "cloud-basics", date(2023, 2, 1), date(2025, 2, 1), "resume.md:40"
                ),
                HeldCredential("Inbound Certificate", None, None, None, "resume.md:41"),
            ),
            field="marketing",
        ),
        demand=demand(items),
        gap=Gap("data analyst", 41, items, (DEGREE,), ("sql", "python", "data-visualization")),
        limits=Limits(Money(Decimal(400)), 10, MADE, MADE + timedelta(weeks=30)),
        taxonomy=taxonomy(),
        catalog=books,
        options={s: tuple(Option(c, QUOTES[c]) for c in found) for s, found in teaching.items() if found},
        comparison=comparison(),
        plans=plans(),
        left_out=(("brightpath-sql", "its price is unknown, so it cannot be held against your budget"),),
        considering=("google-data-analytics", "brightpath-sql", "harvardx-data-science"),
        communities=(
            Community(
                "r",
                "Kaggle forums",
                "https://www.kaggle.com/discussions",
                (),
                "a review of a notebook",
                free=True,
                source="",
            ),
            Community("m", "Local data meetup", "ask at your library", (), "a practice interview", None, "recalled"),
        ),
        notes=("Read resume.md: 14 skills on 62 lines.",),
        problems=(Problem("ads/17.md", "The file is empty.", "Add its text or take it away."),),
        story="Five years in marketing, a communications degree, some Excel; wants to be a data analyst.",
        example=True,
        timetables=timetables(Limits(Money(Decimal(400)), 10, MADE, MADE + timedelta(weeks=30))),
    )


@pytest.fixture
def rich_brief() -> Brief:
    """A brief of which nearly everything is known."""
    read = (READ,)
    credential = Credential(
        "sql-cert",
        "SQL Certificate",
        evidence_class=Fact(EvidenceClass.ASSESSED_CERTIFICATE, (MEMORY,)),
        issuer=Fact(Organisation("Example Academy", OrganisationKind.UNIVERSITY), read),
        provider=Fact(Organisation("Example Courses", OrganisationKind.CORPORATION), read),
        platform=Fact(Organisation("Example Platform", OrganisationKind.PLATFORM), (OLD,)),
        level=Fact(CredentialLevel.BEGINNER, read),
        hours=Fact(Hours(40, 60), read, note="8 weeks x 5-7 h"),
        duration=Fact(Months(2, 3), read),
        schedule=Fact(Schedule(self_paced=True), read),
        skills=(
            TaughtSkill("sql", Depth.CORE, read),
            TaughtSkill("databases", Depth.PART, read),
            TaughtSkill("statistics", Depth.TOUCHED, read),
        ),
        assessment=(
            Assessment(AssessmentType.QUIZ, read, Grader.AUTO, 0, 80.0, 30.0, 20, 0.6),
            Assessment(AssessmentType.PROJECT, read),
        ),
        supervision=Fact(Supervision.UNSUPERVISED_NO_ID, read),
        prerequisites=(
            Prerequisite(False, read, skills=("spreadsheets",)),
            Prerequisite(True, read, experience_years=1),
        ),
        accreditation=(Accreditation("programme", "ISO 29993", "Example Body", read),),
        recognition=(RecognitionClaim("Example Chamber", "endorsement", read),),
        credit=(CreditValue("ECTS", 3, read),),
        validity=Fact(Validity(None), read),
        renewal=Fact(Unknown(WhyUnknown.NOT_APPLICABLE), read),
        verification=Fact(Verification("open_badge_3"), read),
    )
    achievement = AchievementClaim(
        name="SQL Certificate",
        description="Queries a real data set.",
        criteria="Pass 4 quizzes and hand in a project.",
        skills=(AlignedSkill("SQL", framework="ESCO"),),
    )
    claims = Claims(
        id="https://badges.example/7",
        issuer=Party("did:web:academy.example", "Example Academy"),
        achievements=(achievement,),
        results=(ResultClaim("Final quiz", "92"),),
        evidence=(EvidenceClaim("https://person.example/shop", "Shop data"),),
    )
    report = Report(
        Verdict.VERIFIED,
        "Example Academy issued it.",
        Mode.STRICT,
        datetime(2026, 11, 22, tzinfo=UTC),
        claims=claims,
        checks=(Check("issuer_known", Outcome.WARNING, "Is its issuer known?", "It is on none of your lists."),),
    )
    used = SkillEvidence(
        "databases", EvidenceKind.USED, "cv.md:12", "Kept the customer database", 2.0, date(2026, 10, 1)
    )
    return Brief(
        id="sql-cert",
        title="SQL Certificate",
        made=MADE,
        credential=credential,
        held=HeldAs(
            "credential-1",
            "Example Academy",
            "2026-03-04",
            number="A-7",
            link="https://badges.example/7",
            where="wallet abc123",
            quote="SQL Certificate, Example Academy",
        ),
        badge=BriefBadge("abc123", "sql.json", date(2026, 11, 22), Verdict.VERIFIED, report, achievement),
        taught=("sql", "databases", "statistics"),
        evidence={"databases": (used,)},
        aim=Aim("data analyst", 41, date(2026, 11, 20), True, NamedCredential("sql-cert", Share(3, 41), 2, 0)),
        uncovered=(
            Uncovered("python", Share(20, 41), projects=("Shop report",)),
            Uncovered("excel", Share(18, 41), shown=(replace(used, skill="excel", quote="Weekly report in Excel"),)),
            Uncovered("statistics", Share(9, 41), Depth.TOUCHED),
        ),
        projects=(
            WorkSample(
                "shop-report",
                "urn:uuid:1",
                "Shop report",
                "Sales of an invented shop, by week.",
                ("sql", "python"),
                "https://person.example/shop",
                date(2026, 9, 1),
                credentials=("sql-cert",),
            ),
        ),
        notes={"built": "A report of sales by week."},
        skills={
            "sql": "SQL",
            "databases": "Databases",
            "statistics": "Statistics",
            "python": "Python",
            "excel": "Excel",
            "spreadsheets": "Spreadsheets",
        },
    )


@pytest.fixture
def poor_brief() -> Brief:
    """A brief of which nothing is known but a line of a document."""
    held = HeldAs("credential-2", issued="2019", where="cv.md:9", quote="Certificate of Beekeeping, 2019")
    return Brief(id="credential-2", title="Certificate of Beekeeping", made=MADE, held=held)
