"""Which options are truly different from each other, so that a person has a choice and not three times the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from credlens.model.credential import Credential, Depth, EvidenceClass, OrganisationKind
from credlens.model.quote import Quote

LEADING = 3  # options that are chosen to differ: as many as a person compares at once
ENOUGH = 2  # of three aspects in which two have to differ: with one alone, two prices of one course would be a choice
BANDS = ((100, "under USD 100"), (500, "under USD 500"))  # a month or an exam; a course or a season of months
ABOVE = "USD 500 or more"
FREE = "free"

ASPECTS = ("kind of provider", "cost", "depth or what it proves")


@dataclass(frozen=True, slots=True)
class Profile:
    """What matters in a choice: None where it is unknown, which differs from nothing."""

    provider: OrganisationKind | None
    cost: str | None
    depth: Depth | None
    proves: EvidenceClass | None

    def differs(self, other: Profile) -> frozenset[str]:
        """The :data:`ASPECTS` in which both are known and not the same."""
        proof = _unlike(self.depth, other.depth) or _unlike(self.proves, other.proves)
        found = (_unlike(self.provider, other.provider), _unlike(self.cost, other.cost), proof)
        return frozenset(name for name, unlike in zip(ASPECTS, found, strict=True) if unlike)


def _unlike(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def profile(credential: Credential, skill: str, quote: Quote) -> Profile:
    """What a credential is as a choice for one skill, at a person's pace."""
    taught = credential.teaches(skill)
    kind = getattr(credential.provider.value, "kind", None)
    return Profile(
        None if kind is OrganisationKind.OTHER else kind,  # "other" is what catalogs say when they do not know
        band(quote),
        taught.depth if taught else None,
        credential.evidence_class.get(None),
    )


def band(quote: Quote) -> str | None:
    """How dear it is, by the most it may cost; None when that is unknown."""
    if quote.high is None:
        return None
    if quote.high.amount == 0:
        return FREE
    return next((words for most, words in BANDS if quote.high.amount < most), ABOVE)


def leading(profiles: Sequence[Profile], allowed: Callable[[int], bool]) -> tuple[int, ...]:
    """Places of the first :data:`LEADING` that differ pairwise in :data:`ENOUGH` aspects; empty when there are none.

    Args:
        profiles: of all options, best first; of two triples the one with the better first option is taken, then the better second.
        allowed: whether an option may lead: what a flag keeps out of plans is no choice.
    """
    first: dict[Profile, int] = {}
    for place, each in enumerate(profiles):
        if allowed(place):
            first.setdefault(each, place)  # a second option of one profile differs from no more than the first
    for found in combinations(first.values(), LEADING):
        if all(len(profiles[a].differs(profiles[b])) >= ENOUGH for a, b in combinations(found, 2)):
            return found
    return ()


def apart(profiles: Sequence[Profile]) -> tuple[tuple[str, ...], ...]:
    """For each of a few: the aspects in which it differs from every other one."""
    return tuple(
        tuple(a for a in ASPECTS if all(a in each.differs(o) for o in profiles if o is not each)) for each in profiles
    )


def why_not(profiles: Sequence[Profile], kept_out: int, skill: str) -> str:
    """Why there are no three truly different options, in a sentence or several.

    Args:
        profiles: of the options that may lead.
        kept_out: how many a flag keeps out.
        skill: its label.
    """
    n = len(profiles)
    out = f" {kept_out} more {'is' if kept_out == 1 else 'are'} kept back by a red flag." if kept_out else ""
    if n < LEADING:
        number = {0: "no credential that teaches", 1: "only one credential that teaches"}.get(
            n, f"only {n} credentials that teach"
        )
        return f"The catalog has {number} {skill}.{out}"
    said = [
        _alike("all are by the same kind of provider", [p.provider for p in profiles]),
        _alike("all cost alike", [p.cost for p in profiles]),
        _alike("all go as deep", [p.depth for p in profiles]),
        _alike("all prove the same", [p.proves for p in profiles]),
        _unknown("provider", [p.provider for p in profiles]),
        _unknown("price", [p.cost for p in profiles]),
        _unknown("strength as proof", [p.proves for p in profiles]),
    ]
    because = "; ".join(s for s in said if s)
    return (
        f"Of {n} credentials for {skill}, no three differ from each other in {ENOUGH} of: {', '.join(ASPECTS)}."
        + (f" {because[0].upper()}{because[1:]}." if because else "")
        + out
    )


def _alike(words: str, values: Sequence[object]) -> str:
    known = {v for v in values if v is not None}
    return f"{words} ({str(known.pop()).replace('_', ' ')})" if len(known) == 1 and None not in values else ""


def _unknown(what: str, values: Sequence[object]) -> str:
    n = sum(v is None for v in values)
    return f"the {what} of {n} is unknown" if n else ""
