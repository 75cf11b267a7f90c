"""What the badges in the wallet show of their holder: credentials held, and skills with somebody else's word for them.

Only a badge that was verified counts, an expired one as a beginner's. What an issuer says of skills, in alignments and tags, is taken as a part of
the badge; what its title names, as its subject; see :class:`credlens.catalog.skill_reading.SkillReading`. Words that only its description or
criteria name show nothing: "marked by a tutor" makes nobody a tutor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credlens.app.badge import offer_of
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.wallet.badges import KeptBadge, show
from credlens.catalog.skill_reading import SkillReading
from credlens.model.credential import Depth
from credlens.model.person import EvidenceKind, HeldCredential
from credlens.model.verification import AchievementClaim, Report, Verdict
from credlens.profile.found import Findings, Found, Mention

GOOD = frozenset({Verdict.VERIFIED, Verdict.AUTHENTIC_BUT_EXPIRED})
WHERE = "wallet "  # begins the place of what a badge shows; its id follows
SURE = 1.0  # of what a verified badge says: nothing was guessed in reading it


def findings(ports: Ports, knowledge: Knowledge) -> tuple[Findings, ...]:
    """What each verified badge in the wallet shows, in the order they were put in; nothing is read when the wallet is empty."""
    badges = [badge for badge in show(ports).badges if badge.verdict in GOOD]
    if not badges:
        return ()
    skills = SkillReading(knowledge.taxonomy, knowledge.reader)
    return tuple(_findings(badge, ports, knowledge, skills) for badge in badges)


def _findings(badge: KeptBadge, ports: Ports, knowledge: Knowledge, skills: SkillReading) -> Findings:
    credentials: list[Found[HeldCredential]] = []
    mentions: list[Found[Mention]] = []
    where = f"{WHERE}{badge.id}"
    for report, achievement in _achievements(badge.report):
        issuer = report.claims.issuer.name or report.claims.issuer.id
        quote = f"{achievement.name}, {issuer}" + (
            f", verified on {badge.verified}" if not badge.report.odd_name else ""
        )
        credentials.append(Found(_held(report, achievement, knowledge, where, quote), SURE))
        expired = badge.expired or report.verdict is Verdict.AUTHENTIC_BUT_EXPIRED
        for skill, depth, probability in _taught(achievement, ports, skills):
            level = Depth.TOUCHED if expired else depth
            mentions.append(Found(Mention(skill, EvidenceKind.CERTIFIED, where, quote, depth=level), probability))
    return Findings(credentials=tuple(credentials), mentions=tuple(mentions))


def _achievements(report: Report) -> Iterator[tuple[Report, AchievementClaim]]:
    """Those of the badge and of the verified ones inside it."""
    for achievement in report.claims.achievements:
        if achievement.name:
            yield report, achievement
    for part in report.parts:
        if part.verdict in GOOD:
            yield from _achievements(part)


def _held(
    report: Report, achievement: AchievementClaim, knowledge: Knowledge, where: str, quote: str
) -> HeldCredential:
    hits = knowledge.reader.credential_hits(f"{achievement.name}, {report.claims.issuer.name}")
    issued, expires = report.claims.issued, report.claims.expires
    return HeldCredential(
        achievement.name,
        hits[0].key if hits else None,
        issued.date() if issued else None,
        expires.date() if expires else None,
        where,
        quote,
    )


def _taught(achievement: AchievementClaim, ports: Ports, skills: SkillReading) -> Sequence[tuple[str, Depth, float]]:
    offer = offer_of(achievement, ports.today)
    taught = skills.taught(offer) if offer else ()
    return [(t.skill, t.depth, t.probability) for t in taught if t.depth is not Depth.TOUCHED]
