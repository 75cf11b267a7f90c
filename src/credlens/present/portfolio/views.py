"""What the pages of a portfolio show, ready to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.cv import PRESENT, Cv, CvCertificate, CvSkill
from credlens.model.verdict_words import HEADLINES
from credlens.model.verification import Report, Verdict
from credlens.model.work_sample import Review, WorkSample
from credlens.present import words
from credlens.present.notes import safe_link

Link = tuple[str, str]
"""Words and an address."""

RESUME = "resume.pdf"
_VERSIONS = {
    True: "signed over the description as it is here",
    False: "signed over an earlier version of the description",
    None: "not tied to a version of the description",
}


@dataclass(frozen=True)
class Work:
    """A project to show.

    Attributes:
        readme: its text; ``pictures``: path in its folder -> content.
        skills: labels; ``credentials``: names of what it was made for.
        reviews: those that hold, each with the bytes that were signed.
    """

    sample: WorkSample
    readme: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    skills: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    reviews: tuple[tuple[Review, bytes], ...] = ()


@dataclass(frozen=True)
class ShownBadge:
    """A badge to show.

    Attributes:
        verdict: what came of verifying it on ``verified``, as of the day the pages are made.
        file: name of the file to hand out; ``data``: its bytes; None when it is not handed out.
    """

    id: str
    report: Report
    verdict: Verdict
    verified: date
    file: str
    data: bytes | None


@dataclass(frozen=True)
class Portfolio:
    """Everything that is published.

    Attributes:
        contact: whether e-mail address, telephone and place are.
        resume: a resume in PDF; None without one.
    """

    cv: Cv
    works: tuple[Work, ...]
    badges: tuple[ShownBadge, ...]
    made: date
    contact: bool = False
    resume: bytes | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A project in few words; ``address`` is empty for one that only a resume names, which has no page."""

    title: str
    address: str
    summary: str
    skills: tuple[str, ...]
    reviews: str
    link: str
    done: str


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill with what stands behind it, projects by themselves."""

    label: str
    evidence: tuple[str, ...]
    projects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A credential held.

    Attributes:
        facts: who and when, in words.
        verified: the day its badge was found to hold, in words; empty without one.
        page: address of its page; ``link``: where its issuer shows it. Empty without one.
    """

    name: str
    facts: str
    verified: str
    page: str
    link: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The first page."""

    name: str
    role: str
    summary: tuple[str, ...]
    cards: tuple[Card, ...]
    skills: tuple[SkillLine, ...]
    certificates: tuple[CertificateLine, ...]
    besides: tuple[tuple[str, str], ...]
    resume: str
    contact: tuple[tuple[str, str, str], ...]  # what it is, words, address
    made: str
    example: bool


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What somebody signed about a project."""

    by: str
    key: str
    comment: str
    day: str
    version: str
    file: str


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """The page of a project; ``body`` is HTML that is safe to write as it stands."""

    title: str
    owner: str
    facts: tuple[tuple[str, str], ...]
    link: str
    body: str
    reviews: tuple[ReviewLine, ...]
    made: str


@dataclass(frozen=True, slots=True)
class BadgePage:
    """The page of a badge."""

    name: str
    owner: str
    verdict: str
    meaning: str
    because: str
    facts: tuple[tuple[str, str], ...]
    says: tuple[tuple[str, str], ...]
    file: str
    handed_out: bool
    made: str


def index_page(site: Portfolio) -> IndexPage:
    """The view of the first page."""
    cv = site.cv
    pages = {b.id for b in site.badges}
    return IndexPage(
        name=owner_of(site),
        role=next((job.title for job in cv.work if job.end == PRESENT), ""),
        summary=cv.summary,
        cards=tuple(_cards(site)),
        skills=tuple(_skill(skill, site.works) for skill in cv.skills),
        certificates=tuple(_certificate(each, pages) for each in cv.certificates),
        besides=tuple(_besides(cv)),
        resume=RESUME if site.resume is not None else "",
        contact=tuple(_contact(cv, private=site.contact)),
        made=words.day(site.made),
        example=cv.example,
    )


def project_page(site: Portfolio, work: Work, body: str) -> ProjectPage:
    """The view of the page of a project."""
    sample = work.sample
    facts = {
        "Skills": ", ".join(work.skills),
        "Finished": words.day(sample.done) if sample.done else "",
        "Made for": ", ".join(work.credentials),
    }
    return ProjectPage(
        title=sample.title,
        owner=owner_of(site),
        facts=tuple((name, said) for name, said in facts.items() if said),
        link=safe_link(sample.link),
        body=body,
        reviews=tuple(_review(review, data) for review, data in work.reviews),
        made=words.day(site.made),
    )


def badge_page(site: Portfolio, badge: ShownBadge) -> BadgePage:
    """The view of the page of a badge."""
    claims = badge.report.claims
    achievement = claims.achievement
    facts = {
        "Issued by": claims.issuer.name or claims.issuer.id,
        "Issued": words.day(claims.issued.date()) if claims.issued else "",
        "Expires": words.day(claims.expires.date()) if claims.expires else "",
        "Verified": words.day(badge.verified),
    }
    says = {"What it is": achievement.description, "What it took": achievement.criteria or achievement.criteria_url}
    return BadgePage(
        name=achievement.name or claims.name,
        owner=owner_of(site),
        verdict=HEADLINES[badge.verdict],
        meaning="good" if badge.verdict is Verdict.VERIFIED else "caution",
        because=badge.report.because,
        facts=tuple((name, said) for name, said in facts.items() if said),
        says=tuple((name, said) for name, said in says.items() if said),
        file=badge.file,
        handed_out=badge.data is not None,
        made=words.day(site.made),
    )


def owner_of(site: Portfolio) -> str:
    """Whose portfolio it is, as the pages call them."""
    return site.cv.name or "Portfolio"


def project_address(id: str) -> str:  # noqa: A002
    """Where the page of a project lies."""
    return f"projects/{id}.html"


def review_file(review: Review, data: bytes) -> str:
    """Where a review lies as it was signed."""
    return f"reviews/{review.id}.{'json' if data.lstrip()[:1] == b'{' else 'jwt'}"


def said_day(said: str) -> str:
    """A day as far as it is known, in words: "4 Mar 2026", "Mar 2026", "2026"."""
    try:
        if len(said) == len("2026-03-04"):
            return words.day(date.fromisoformat(said))
        return words.month(date.fromisoformat(f"{said}-01")) if len(said) == len("2026-03") else said
    except ValueError:
        return said


def _card(work: Work) -> Card:
    sample = work.sample
    return Card(
        title=sample.title,
        address=project_address(sample.id),
        summary=sample.summary,
        skills=work.skills,
        reviews=words.count(len(work.reviews), "signed review") if work.reviews else "",
        link=safe_link(sample.link),
        done=words.month(sample.done) if sample.done else "",
    )


def _cards(site: Portfolio) -> Iterator[Card]:
    """Projects with pages, then those that only the resume names."""
    yield from map(_card, site.works)
    paged = {work.sample.id for work in site.works}
    for entry in site.cv.projects:
        if entry.card not in paged:
            end = "" if entry.end == PRESENT else said_day(entry.end)
            yield Card(entry.title or entry.organisation, "", " ".join(entry.lines), (), "", safe_link(entry.link), end)


def _besides(cv: Cv) -> Iterator[tuple[str, str]]:
    if cv.languages:
        yield (
            "Languages",
            ", ".join(f"{each.language} ({each.level})" if each.level else each.language for each in cv.languages),
        )
    if cv.licences:
        yield "Licences", ", ".join(cv.licences)


def _skill(skill: CvSkill, works: tuple[Work, ...]) -> SkillLine:
    shown = [w.sample for w in works if skill.skill in w.sample.skills]
    titles = tuple(s.title for s in shown)
    evidence = tuple(words.upper_first(e) for e in skill.evidence if not any(title in e for title in titles))
    return SkillLine(skill.label, evidence, tuple((s.title, project_address(s.id)) for s in shown))


def _certificate(held: CvCertificate, pages: set[str]) -> CertificateLine:
    expires = f"expires {said_day(held.expires)}" if held.expires else ""
    issued = f"issued {said_day(held.issued)}" if held.issued else ""
    number = f"no. {held.number}" if held.number else ""
    return CertificateLine(
        name=held.name,
        facts=words.upper_first(" · ".join(filter(None, (held.issuer, issued, expires, number)))),
        verified=said_day(held.verified) if held.verified and held.badge in pages else "",
        page=f"badges/{held.badge}/index.html" if held.badge in pages else "",
        link=safe_link(held.link),
        skills=held.skills,
    )


def _contact(cv: Cv, *, private: bool) -> Iterator[tuple[str, str, str]]:
    contact = cv.contact
    if private:
        if contact.email:
            yield "E-mail", contact.email, f"mailto:{contact.email}" if _is_plain(contact.email) else ""
        if contact.phone:
            yield "Telephone", contact.phone, ""
        if contact.place:
            yield "Place", contact.place, ""
    for link in contact.links:
        yield "Page", link.removeprefix("https://").rstrip("/"), safe_link(link)


def _is_plain(email: str) -> bool:
    """Whether nothing in an address would begin another part of a mailto link (RFC 6068)."""
    return "@" in email and not set(email) & set('?&#%,;: \t\n<>"')


def _review(review: Review, data: bytes) -> ReviewLine:
    return ReviewLine(
        by=review.by or "Somebody without a name",
        key=review.by_id,
        comment=review.comment,
        day=words.day(review.day) if review.day else "",
        version=_VERSIONS[review.same_version],
        file=f"../{review_file(review, data)}",
    )
