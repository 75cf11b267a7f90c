"""Gates: a degree or a licence that is asked for before any skill counts, and that no microcredential opens.

Two kinds are kept apart. What the *law* (or an authority's rule) asks for blocks a plan; what *most ads* ask for is said, with its n, and
leaves the other ads open. For a gate of the law the ads' own words come first, then the table of regulated occupations, which may be out of
date or of another place: so the way always ends at the authority.
"""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.demand import DegreeDemand, Demand
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence, Gate, GateState
from credlens.model.occupation import DEGREE_ORDER, DegreeLevel, RegulatedOccupation, at_least
from credlens.model.person import Person
from credlens.model.quantity import Share
from credlens.model.skill import Alias
from credlens.skills.matcher import PhraseIndex

MOST = 0.5  # more than half of the ads: the threshold of the flag legally_required
SOME = 0.2  # below this share of ads a demand is no gate worth a line

_WORDS = {
    DegreeLevel.SECONDARY: "a secondary-school diploma",
    DegreeLevel.ASSOCIATE: "an associate degree",
    DegreeLevel.BACHELOR: "a bachelor's degree",
    DegreeLevel.MASTER: "a master's degree",
    DegreeLevel.DOCTORATE: "a doctorate",
    DegreeLevel.PROFESSIONAL: "a professional degree (such as JD or MD)",
}


def find_gates(demand: Demand, person: Person, occupation: RegulatedOccupation | None) -> tuple[Gate, ...]:
    """All gates on the way to a target, those of the law first.

    Args:
        demand: what the ads ask for.
        person: what the person can show.
        occupation: the regulated occupation that the target is; None when it is none.
    """
    gates: list[Gate] = []
    if occupation is not None:
        gates += _by_law(occupation, demand, person)
    kinds = {g.kind for g in gates}
    if "degree" not in kinds:
        gates += _degree_by_ads(demand, person)
    if "licence" not in kinds:
        gates += _licence_by_ads(demand, person)
    return tuple(gates)


def _by_law(occupation: RegulatedOccupation, demand: Demand, person: Person) -> list[Gate]:
    where = occupation.jurisdiction_label
    evidence = tuple(Evidence(f"{occupation.title}, {where}: {_rule(occupation)}", s) for s in occupation.sources)
    gates = []
    if occupation.needs_degree:
        words = occupation.degree_note or (_WORDS[occupation.degree] if occupation.degree else "a degree")
        state = _degree_state(person.degree, occupation.degree)
        asked = _degree_evidence(demand)
        gates.append(_gate("degree", occupation, state, words, asked + evidence))
    if occupation.needs_licence:
        state = GateState.OPEN if _holds(person, occupation.licence_names) else GateState.CLOSED
        named = (name for name in sorted(demand.licences) if _same([name], occupation.licence_names))
        asked = tuple(_licence_evidence(demand, name) for name in named)
        gates.append(_gate("licence", occupation, state, occupation.licence, asked + evidence))
    return gates


def _gate(
    kind: str, occupation: RegulatedOccupation, state: GateState, words: str, evidence: tuple[Evidence, ...]
) -> Gate:
    authority = f"check with the authority: {occupation.authority or 'the one for your place'}"
    opens = f"{occupation.opens_with.rstrip('.')}; {authority}" if occupation.opens_with else authority
    return Gate(
        kind,
        "law",
        state,
        blocks=True,
        requirement=words,
        opens_with=opens,
        jurisdiction=occupation.jurisdiction,
        evidence=evidence,
    )


def _asked(
    kind: str, state: GateState, words: str, opens: str, evidence: tuple[Evidence, ...], unmet: Share | None
) -> Gate:
    return Gate(
        kind,
        "ads",
        state,
        blocks=False,
        requirement=words,
        opens_with=opens,
        jurisdiction=None,
        evidence=evidence,
        unmet=unmet,
    )


def _rule(occupation: RegulatedOccupation) -> str:
    wanted = [
        w for w, needed in (("a degree", occupation.needs_degree), ("a licence", occupation.needs_licence)) if needed
    ]
    return f"{' and '.join(wanted)} required" + (f" ({occupation.authority})" if occupation.authority else "")


def _degree_state(held: DegreeLevel, wanted: DegreeLevel | None) -> GateState:
    if held is DegreeLevel.UNSTATED:
        return GateState.CANNOT_TELL
    if wanted is None:
        # The rule names no level we know: a person with at most a school diploma surely lacks it, others have to look.
        low = DEGREE_ORDER.index(held) <= DEGREE_ORDER.index(DegreeLevel.SECONDARY)
        return GateState.CLOSED if low else GateState.CANNOT_TELL
    return GateState.OPEN if at_least(held, wanted) else GateState.CLOSED


def _degree_by_ads(demand: Demand, person: Person) -> list[Gate]:
    asked = [d for d in demand.degrees.values() if d.level in DEGREE_ORDER and d.level is not DegreeLevel.NONE]
    firm = Share(sum(d.required.k for d in asked), demand.n)
    soft = Share(sum(d.substitutable.k for d in asked), demand.n)
    if firm.value + soft.value < SOME:
        return []
    usual = max(
        sorted(asked, key=lambda d: DEGREE_ORDER.index(d.level)), key=lambda d: d.required.k + d.substitutable.k
    )
    unmet = Share(sum(d.required.k for d in asked if at_least(person.degree, d.level) is False), demand.n)
    if person.degree is DegreeLevel.UNSTATED:
        state = GateState.CANNOT_TELL
    else:
        state = GateState.CLOSED if unmet.value > MOST else GateState.OPEN
    opens = (
        f"{_upper(_WORDS[usual.level])}; {soft.k} of {demand.n} ads take experience in its place."
        if soft.k
        else f"{_upper(_WORDS[usual.level])}; no ad here says that experience may stand in for it."
    )
    if soft.k and person.years is not None and state is not GateState.OPEN:
        opens += f" You can show {person.years:.1f} years of work."
    told = None if person.degree is DegreeLevel.UNSTATED else unmet
    return [_asked("degree", state, _WORDS[usual.level], opens, _degree_evidence(demand), told)]


def _licence_by_ads(demand: Demand, person: Person) -> list[Gate]:
    gates = []
    for name, share in sorted(demand.licences.items()):
        if share.value <= MOST:
            continue
        state = GateState.OPEN if _holds(person, (Alias(name),)) else GateState.CLOSED
        opens = "Look up which authority grants it where you want to work, and what it asks for."
        gates.append(_asked("licence", state, name, opens, (_licence_evidence(demand, name),), None))
    return gates


def _holds(person: Person, names: Sequence[Alias]) -> bool:
    """Whether the person has a licence of one of these names."""
    return _same(person.licences, names)


def _same(licences: Sequence[str], names: Sequence[Alias]) -> bool:
    """Whether one of the licences names one of these, or is named by it, in whole words (RN is no part of a learner's permit)."""
    wanted, own = PhraseIndex([("", names)]), PhraseIndex([("", [Alias(licence) for licence in licences])])
    return any(wanted.find(licence) for licence in licences) or any(own.find(name.text) for name in names)


def _source(demand: Demand) -> Source:
    kind = "invented example ads" if demand.examples else "the ads given"
    return Source(Method.PARSED, None, demand.last, f"read in {kind}", demand.n)


def _degree_evidence(demand: Demand) -> tuple[Evidence, ...]:
    def says(d: DegreeDemand) -> str:
        name, quote = _upper(_WORDS.get(d.level, d.level.value)), f' For instance: "{d.quotes[0]}"' if d.quotes else ""
        if not d.required.k:
            return f"{name} is asked for in {d.substitutable}, where experience may take its place.{quote}"
        extra = f"; {d.substitutable.k} more take experience in its place" if d.substitutable.k else ""
        return f"{name} is required in {d.required}{extra}.{quote}"

    asked = (d for d in demand.degrees.values() if d.required.k or d.substitutable.k)
    return tuple(Evidence(says(d), _source(demand)) for d in sorted(asked, key=lambda d: DEGREE_ORDER.index(d.level)))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]  # capitalize() would write "jd or md"


def _licence_evidence(demand: Demand, name: str) -> Evidence:
    return Evidence(f"{name} is named in {demand.licences[name]}.", _source(demand))
