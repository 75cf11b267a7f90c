"""How many of the ads a credential's level is enough for."""

from __future__ import annotations

from credlens.model.credential import Credential, CredentialLevel
from credlens.model.demand import SkillDemand
from credlens.model.skill import SkillLevel

ORDER = tuple(SkillLevel)  # unknown, beginner, intermediate, advanced, expert
REACHES = {
    CredentialLevel.BEGINNER: SkillLevel.BEGINNER,
    CredentialLevel.INTERMEDIATE: SkillLevel.INTERMEDIATE,
    CredentialLevel.ADVANCED: SkillLevel.ADVANCED,
    CredentialLevel.EXPERT: SkillLevel.EXPERT,
}


def content_share(credential: Credential, demand: SkillDemand) -> float:
    """Share of the ads that name a skill which this credential's level is enough for, in [0, 1].

    1 - m / n, where m counts the ads that ask for a higher level than the credential's, and n all ads that name the skill (at least
    those that name a level). Ads that name no level are content. 1 when the credential's level is unknown, or no ad names one.
    What a credential proves of the skill is multiplied by it: a beginners' course answers the ads that want a beginner. A judgement.
    """
    level = credential.level.get(None)
    said = sum(n for _, n in demand.levels)
    if level is None or not said:
        return 1.0
    reached = ORDER.index(REACHES[level])
    more = sum(n for asked, n in demand.levels if ORDER.index(asked) > reached)
    return 1 - more / max(said, demand.share.k)
