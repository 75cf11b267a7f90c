"""External quality assurance: has an accreditor from outside examined the institution, the programme, or the scheme?"""

from __future__ import annotations

from credlens.evaluate.accredited import examines_scheme
from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least
from credlens.model.credential import Accreditation

INSTITUTION, PROGRAMME, SCHEME = 0.4, 0.7, 1.0
UNKNOWN_HIGH = 0.7


def value(case: Case) -> Finding:
    """The strongest accreditation found; more may exist than was found, so the upper end stays at 0.7 or above."""
    found = case.credential.accreditation
    if not found:
        return Finding(
            0.0, UNKNOWN_HIGH, "no accreditation is recorded, and that none exists is not known: 0 to 0.7 is possible"
        )
    best = max(found, key=_step)
    evidence = tuple(e for a in found for e in cite(_words(a), a.sources))
    return Finding(*at_least(_step(best), UNKNOWN_HIGH), because=_words(best), evidence=evidence)


def _step(accreditation: Accreditation) -> float:
    if examines_scheme(accreditation):
        return SCHEME
    return INSTITUTION if accreditation.what == "institution" else PROGRAMME


def _words(accreditation: Accreditation) -> str:
    return f"the {accreditation.what} is accredited: {accreditation.standard}, by {accreditation.body}"


CRITERION = Criterion(
    id="quality_assurance",
    group=QUALITY,
    default_weight=0.10,
    question="Has somebody from outside examined it, and what exactly: the institution, the programme, or the scheme?",
    reference=(
        "ISO/IEC 17024, NCCA standards, ASTM E2659 for schemes; EQAR-listed agencies and national registers (RNCP, "
        "RS) for programmes. Institution 0.4, programme or register 0.7, scheme 1: a judgement of this project."
    ),
    value=value,
    reads=("accreditation",),
)
