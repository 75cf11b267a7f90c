"""A verified badge as an employer reads it: the answer, who and what, then every check, those that did not pass first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from credlens.model.verdict_words import HEADLINES, OUTCOMES
from credlens.model.verification import (
    BESIDES,
    AchievementClaim,
    AlignedSkill,
    Check,
    Claims,
    Mode,
    NamedSkill,
    Outcome,
    Report,
    Verdict,
)

_MEANING = {
    Verdict.VERIFIED: "good",
    Verdict.AUTHENTIC_BUT_EXPIRED: "caution",
    Verdict.COULD_NOT_CHECK: "caution",
    Verdict.SUSPENDED: "stop",
    Verdict.REVOKED: "stop",
    Verdict.ISSUER_NOT_BOUND: "stop",
    Verdict.INVALID: "stop",
}
_SIGN = {
    Outcome.PASSED: "good",
    Outcome.FAILED: "stop",
    Outcome.WARNING: "caution",
    Outcome.NOT_CHECKED: "caution",
    Outcome.NOT_APPLICABLE: "neutral",
}
_STANDS = frozenset({Verdict.VERIFIED, Verdict.AUTHENTIC_BUT_EXPIRED})
_FIRST = (Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.WARNING, Outcome.PASSED)
_LENIENT = "Judged as 1EdTech's public validator does. It trusts a key that the badge itself carries, so this does not show who made the badge."
_SAYS = "This is what the badge says. The checks show whether its issuer said so and whether it still holds; they do not show that it is true."


@dataclass(frozen=True, slots=True)
class Line:
    """One check.

    Attributes:
        meaning: good, caution, stop or neutral; ``word``: the same in a word.
    """

    number: int
    meaning: str
    word: str
    title: str
    reason: str
    reference: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Inner:
    """A badge inside it, or an endorsement of it."""

    meaning: str
    word: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that it is aligned with.

    Attributes:
        framework: whose skill that is, with its code; empty when it does not say.
        known: what it is in the taxonomy, in words; empty when nobody looked.
    """

    name: str
    framework: str
    known: str


@dataclass(frozen=True, slots=True)
class VerificationPage:
    """Everything the page and the document print.

    Attributes:
        facts: (name, text): who, what, when.
        says: (name, text): longer things that the badge says of itself.
        besides: skills that it names and is not aligned with.
        skipped: titles of checks that make no sense for it.
        looked_at: (what it was needed as, how it came, address).
    """

    heading: str
    verdict: str
    meaning: str
    because: str
    next_step: str
    note: str
    facts: tuple[tuple[str, str], ...]
    says_title: str
    says_note: str
    says: tuple[tuple[str, str], ...]
    skills: tuple[Skill, ...]
    besides: tuple[str, ...]
    lines: tuple[Line, ...]
    skipped: tuple[str, ...]
    parts: tuple[Inner, ...]
    endorsements: tuple[Inner, ...]
    looked_at: tuple[tuple[str, str, str], ...]
    made: str
    file: str


def verification(report: Report, file: str, skills: Sequence[NamedSkill] | None = None) -> VerificationPage:
    """The view of a report.

    Args:
        report: what came of verifying.
        file: what the badge was called.
        skills: those it names, in terms of the taxonomy; None when nobody looked.
    """
    claims = report.claims
    applied = sorted((c for c in report.checks if c.outcome in _FIRST), key=lambda c: _FIRST.index(c.outcome))
    return VerificationPage(
        heading=claims.achievement.name or claims.name or file,
        verdict=HEADLINES[report.verdict],
        meaning=_MEANING[report.verdict],
        because=report.because,
        next_step=report.next_step,
        note=_LENIENT if report.mode is Mode.ONE_EDTECH else "",
        facts=tuple(_facts(report)),
        says_title="What it certifies" if report.verdict in _STANDS else "What it claims",
        says_note=_SAYS,
        says=tuple(_says(claims)),
        skills=tuple(_skills(report, skills)),
        besides=tuple(s.label for s in skills or () if s.how in BESIDES),
        lines=tuple(_line(number, check) for number, check in enumerate(applied, start=1)),
        skipped=tuple(c.title for c in report.checks if c.outcome is Outcome.NOT_APPLICABLE),
        parts=tuple(map(_inner, report.parts)),
        endorsements=tuple(map(_inner, report.endorsements)),
        looked_at=tuple((f.kind.replace("_", " "), f.how, f.url) for f in report.fetched),
        made=report.at.strftime("%Y-%m-%d %H:%M UTC"),
        file=file,
    )


def _facts(report: Report) -> Iterable[tuple[str, str]]:
    claims = report.claims
    yield "Issued by", claims.issuer.name or claims.issuer.id or "It does not say"
    if claims.issuer.name and claims.issuer.id:
        yield "Issuer's id", claims.issuer.id
    yield "Issued", claims.issued.date().isoformat() if claims.issued else "It does not say"
    yield "Expires", claims.expires.date().isoformat() if claims.expires else "It states no end"
    yield "Kind", " · ".join(filter(None, (report.title, claims.achievement.kind, ", ".join(report.proofs))))


def _says(claims: Claims) -> Iterable[tuple[str, str]]:
    achievement = claims.achievement
    named = {
        "What it is": achievement.description,
        "What it took": achievement.criteria or achievement.criteria_url,
        "How it was assessed": achievement.assessment,
        "Results": "; ".join(f"{r.name}: {r.value}" if r.name else r.value for r in claims.results if r.value),
        "Evidence": "; ".join(
            " · ".join(filter(None, (e.name, e.narrative, e.url)))
            for e in claims.evidence
            if e.name or e.narrative or e.url
        ),
        "Credits": achievement.credits,
    }
    return ((name, words) for name, words in named.items() if words)


def _skills(report: Report, skills: Sequence[NamedSkill] | None) -> Iterable[Skill]:
    stated = {" ".join(s.name.split()): s for a in _achievements(report) for s in reversed(a.skills)}
    if skills is None:
        return (Skill(name, _framework(s), "") for name, s in stated.items())
    aligned = (s for s in skills if s.how not in BESIDES)
    return (Skill(s.named, _framework(stated.get(s.named)), _known(s)) for s in aligned)


def _achievements(report: Report) -> Iterator[AchievementClaim]:
    yield from report.claims.achievements
    for part in report.parts:
        yield from _achievements(part)


def _framework(skill: AlignedSkill | None) -> str:
    return " · ".join(filter(None, (skill.framework, skill.code))) if skill else ""


def _known(skill: NamedSkill) -> str:
    if not skill.skill:
        return "no skill that credlens knows"
    return f"known as {skill.label}, by its {skill.how.value}"


def _line(number: int, check: Check) -> Line:
    where = f" ({check.where})" if check.where else ""
    return Line(
        number,
        _SIGN[check.outcome],
        OUTCOMES[check.outcome],
        check.title,
        check.reason + where if check.reason else "",
        check.reference,
        check.next_step,
    )


def _inner(report: Report) -> Inner:
    claims = report.claims
    title = claims.achievement.name or claims.name or claims.issuer.name or report.part_of
    return Inner(_MEANING[report.verdict], HEADLINES[report.verdict], title, report.because)
