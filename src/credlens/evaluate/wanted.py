"""Who asks for a credential as such: ads by its name, the law, a regulator, employers. What is asked for is never too little."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.criteria.recognition import UNHEARD
from credlens.evaluate.rates import mention_rate, wilson90
from credlens.evaluate.registers.claimed import ask, confirmed_by
from credlens.model.credential import Credential, EvidenceClass

ASKING = {
    "regulator": "it is asked for by {}",
    "approved_list": "it is on a list of what is accepted, by {}",
    "hiring": "it is asked for in hiring by {}",
}  # kinds of recognition by which somebody wants to see it
BY_NAME = 0.3  # in so many of the ads it, or its product, is asked for by name: then it is what is wanted

DEGREES = (
    "Degree",
    "AssociateDegree",
    "BachelorDegree",
    "MasterDegree",
    "DoctoralDegree",
    "ProfessionalDoctorate",
    "ResearchDoctorate",
    "AssociateOfArtsDegree",
    "AssociateOfScienceDegree",
    "AssociateOfAppliedScienceDegree",
    "BachelorOfArtsDegree",
    "BachelorOfScienceDegree",
    "MasterOfArtsDegree",
    "MasterOfScienceDegree",
)  # CTDL's subclasses of ceterms:Degree


def named_by_ads(case: Case) -> str:
    """That the target's ads name it often enough not to be chance, in words; empty when they do not."""
    seen = case.demand.recognition(case.credential.id)
    rare, _ = mention_rate(seen.share.k, seen.share.n)
    if not seen.share.k or rare < UNHEARD:
        return ""
    return f"{seen.share.k} of {seen.share.n} ads ask for it by name"


def mostly_named(case: Case) -> tuple[bool | None, str]:
    """Whether at least :data:`BY_NAME` of the target's ads ask for it by name, and the count in words.

    None where the 90 % interval of the share reaches that far and the share itself does not: too few ads to say.
    """
    share = case.demand.recognition(case.credential.id).share
    words = f"{share.k} of {share.n} ads ask for it by name"
    if not share.k:
        return False, words
    if share.value >= BY_NAME:
        return True, words
    return (None if wilson90(share.value, share.n)[1] >= BY_NAME else False), words


def demanded(case: Case) -> tuple[str, bool]:
    """That the law, a regulator or employers want to see it, in words, and whether that is more than a claim of its provider.

    Empty words when nobody is known to.
    """
    if case.credential.evidence_class.get(None) is EvidenceClass.LICENCE:
        return "it is a licence", True
    asking = [(r, confirmed_by(case, r.by, r.sources)) for r in case.credential.recognition if r.kind in ASKING]
    if not asking:
        return "", True
    claim, confirmed = max(asking, key=lambda found: found[1])
    words = ASKING[claim.kind].format(claim.by)
    return (words, True) if confirmed else (f"{words} ({ask(case, [claim.by])})", False)


def is_degree(credential: Credential) -> bool:
    """Whether it is an academic degree itself."""
    return credential.kind.get("") in DEGREES
