"""External quality assurance: has an accreditor from outside examined the institution, the programme, or the scheme?"""

from __future__ import annotations

from datetime import date

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, ended, found_empty
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding, at_least, none_there
from credlens.evaluate.registers.accredited import examines_scheme
from credlens.evaluate.registers.claimed import is_confirmed, look_at
from credlens.model.credential import Accreditation

INSTITUTION, PROGRAMME, SCHEME = 0.4, 0.7, 1.0
UNKNOWN_HIGH = 0.7


def value(case: Case) -> Finding:
    """The strongest accreditation that holds today; more may exist than was found, so the upper end is at least 0.7.

    One that has ended counts as little as one that has not begun. One that only its provider or the person claims lifts
    the upper end alone: it may be so. 0 where somebody looked and found none; where one source found some and another
    none, anything between.
    """
    recorded = case.credential.accreditation
    nobody = none_there(case.credential, "accreditation", "accreditation")
    if nobody is not None and not recorded:
        return nobody
    now = [a for a in recorded if _holds(a, case.today)]
    over = [a for a in recorded if a not in now]
    evidence = tuple(e for a in (*now, *over) for e in cite(_words(a), a.sources))
    past = "".join(f"; {_words(a)}" for a in over)
    if not now:
        because = (
            f"no accreditation is recorded{' that holds today' if over else ''}, and that none exists is not known"
        )
        return Finding(0.0, UNKNOWN_HIGH, f"{because}: 0 to 70 of 100 is possible{past}", evidence)
    low, high, words = _strongest(case, now)
    if nobody is not None:
        evidence += cite("no accreditation was found", found_empty(case.credential, "accreditation") or ())
        return Finding(0.0, high, f"sources disagree: {words} / none was found{past}", evidence)
    return Finding(low, high, f"{words}{past}", evidence)


def _strongest(case: Case, now: list[Accreditation]) -> tuple[float, float, str]:
    """The interval of those that hold: from the strongest that is confirmed to the strongest that is claimed."""

    def rank(accreditation: Accreditation) -> tuple[float, str]:
        return (_step(accreditation), _words(accreditation))

    confirmed = max((a for a in now if is_confirmed(case, a)), key=rank, default=None)
    best = max(now, key=rank)
    low = _step(confirmed) if confirmed is not None else 0.0
    high = at_least(_step(best), UNKNOWN_HIGH)[1]
    if confirmed is not None and _step(best) <= low:
        return low, high, _words(confirmed)
    claimed = f"{_words(best)} ({look_at(case, best)})"
    return low, high, claimed if confirmed is None else f"{_words(confirmed)}; {claimed}"


def _holds(accreditation: Accreditation, today: date) -> bool:
    begun = accreditation.since is None or accreditation.since <= today
    return begun and not ended(accreditation.until, today)


def _step(accreditation: Accreditation) -> float:
    if examines_scheme(accreditation):
        return SCHEME
    return INSTITUTION if accreditation.what == "institution" else PROGRAMME


def _words(accreditation: Accreditation) -> str:
    between = f", since {accreditation.since}" if accreditation.since else ""
    between += f", until {accreditation.until}" if accreditation.until else ""
    standard = f"{accreditation.standard}, " if accreditation.standard else ""
    return f"the {accreditation.what} is accredited: {standard}by {accreditation.body}{between}"


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
