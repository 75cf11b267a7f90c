"""What a credential proves at most, in honest words (the classes of CTDL and ISO/IEC 17024, weakest first)."""

from __future__ import annotations

from credlens.model.credential import EvidenceClass

MEANING = {
    EvidenceClass.PARTICIPATION: "participation: somebody took part; nothing was tested",
    EvidenceClass.COMPLETION: "completion: somebody went through all of it; what they can do was hardly tested",
    EvidenceClass.ASSESSED_CERTIFICATE: "assessed certificate: a course whose tests were passed; it shows what these tested, no more",
    EvidenceClass.CERTIFICATION: "certification: examined against a standard, apart from any course",
    EvidenceClass.LICENCE: "licence: an authority's permission to do the work",
}


def rung(value: EvidenceClass) -> str:
    """Where it stands among the five."""
    steps = list(EvidenceClass)
    return f"step {steps.index(value) + 1} of {len(steps)} from participation to licence"
